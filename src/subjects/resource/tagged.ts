/** Resources, releases and owners by what their declarations say of themselves. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair, Release } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import { usualReleases } from "../../catalogue/words/disposables.ts";
import { hasTag, hasTags, tagTextOf, type Tag } from "../../facts/declared-tags.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, isClass, isFunction, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";

/** The pair of a call whose function or class says `@owns`; the calls behind the tag (`@owns close()`) are its releases. */
export function ownedPairOf(file: FileFacts, call: CallNode): Pair | undefined {
  const text = findTag(file, call, "owns")?.text;
  if (text === undefined) return undefined;
  const name = calleeName(call) ?? "it";
  const named = [...text.matchAll(/([\w$]{1,100})?\(\)/g)].map(([, method]) => method);
  const releases = named.length === 0 ? usualReleases : named;
  return {
    id: "language/declared-owned",
    noun: `what \`${name}\` gives`,
    acquire: { form: call.type === "NewExpression" ? "new" : "call", callee: memberOf(anything, name) },
    handle: wrapped(call).parent?.type === "AwaitExpression" ? { from: "awaited" } : { from: "result" },
    releases: releases.map((method): Release => (method === undefined ? { by: "invoke" } : { by: "method", name: method })),
    heldBy: "process",
  };
}

/** Whether the function called, or what the result is kept in, says `@borrowed`. */
export function isDeclaredBorrowed(file: FileFacts, call: CallNode): boolean {
  return findTag(file, call, "borrowed") !== undefined || hasTag(file, call, "borrowed");
}

/** Whether the function called says that it releases this argument: `@releases lease`, or the first without a name. */
export function releasesArgument(file: FileFacts, call: CallNode, argument: number): boolean {
  const tag = findTag(file, call, "releases");
  if (tag === undefined) return false;
  const named = tag.parameters.indexOf(/^[\w$]+/.exec(tag.text)?.[0] ?? "");
  return argument === Math.max(named, 0);
}

/** Whether the node stands in a class or function that says `@longLived`. */
export function isInLongLived(file: FileFacts, node: TSESTree.Node): boolean {
  if (!hasTags(file)) return false;
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    if ((isClass(at) || isFunction(at)) && hasTag(file, at, "longLived")) return true;
  }
  return false;
}

/** What is said of the function or class that a call names: in this file, or where the checker finds its declaration. */
function findTag(file: FileFacts, call: CallNode, tag: Tag): { readonly text: string; readonly parameters: readonly string[] } | undefined {
  const declaration = hasTags(file) ? declarationOf(file, call) : undefined;
  if (declaration === undefined) {
    const tags = file.types.authorTagsOf(unwrap(call.callee));
    const text = tags?.texts.get(tag);
    return tags === undefined || text === undefined ? undefined : { text, parameters: tags.parameters };
  }
  const text = tagTextOf(file, declaration, tag);
  const parameters = isFunction(declaration) ? declaration.params : [];
  return text === undefined ? undefined : { text, parameters: parameters.map((parameter) => (parameter.type === "Identifier" ? parameter.name : "")) };
}

function declarationOf(file: FileFacts, call: CallNode): TSESTree.Node | undefined {
  const called = file.functions.calledFunction(call);
  if (called !== undefined && call.type !== "NewExpression") return called;
  const callee = unwrap(call.callee);
  const definition = callee.type === "Identifier" ? file.variables.variableOf(callee)?.defs[0] : undefined;
  return definition?.type === "ClassName" ? definition.node : undefined;
}
