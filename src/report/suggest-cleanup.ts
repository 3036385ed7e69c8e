/** The suggestion to return a cleanup from an effect that returns none. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { freshnessOf } from "../subjects/listener/listener-identity.ts";
import type { UnreleasedResource } from "../bench/judge-resources.ts";
import { enclosingFunction, isFunction, unwrap, walk, type FunctionNode } from "../syntax/tree.ts";
import { buildFix, hasOwnLines, indentOf, indentStep, lineEnd, type Edit } from "./line-edits.ts";
import { findReleaseText, findRemovalText } from "./release-text.ts";
import type { Suggestion } from "./suggestion.ts";

/** Suggests one cleanup for all that an effect's own body acquires; undefined where the effect returns something already. */
export function suggestCleanup(file: FileFacts, verdict: UnreleasedResource, all: readonly UnreleasedResource[]): Suggestion<"returnCleanup"> | undefined {
  const effect = enclosingFunction(verdict.resource.acquisition);
  if (verdict.owner.kind !== "effect" || effect === undefined || effect.async || returnsAnything(file, effect)) return undefined;
  const { body } = effect;
  const last = body.type === "BlockStatement" ? body.body.at(-1) : undefined;
  const own = keep(file, verdict, effect);
  if (last === undefined || own === undefined) return undefined;
  const names = new Set([own.name]);
  const kept = all.flatMap((other): Kept[] => {
    if (other === verdict) return [own];
    const found = enclosingFunction(other.resource.acquisition) === effect ? keep(file, other, effect) : undefined;
    if (found === undefined || (found.name !== undefined && names.has(found.name))) return [];
    names.add(found.name);
    return [found];
  });
  const { sourceCode } = file;
  const isLaidOut = hasOwnLines(sourceCode, last);
  const [at, lead] = isLaidOut ? [lineEnd(sourceCode, last.range[1]), `\n${indentOf(sourceCode, last)}`] : [last.range[1], " "];
  const cleanup = `${lead}return () => ${bodyOf(kept, lead, isLaidOut ? indentStep(sourceCode, last) : "")};`;
  const data = { release: own.release.replaceAll("`", "'") };
  return { messageId: "returnCleanup", data, fix: buildFix([...kept.flatMap((one) => one.edits), { range: [at, at], text: cleanup }]) };
}

function bodyOf(kept: readonly Kept[], lead: string, step: string): string {
  const [first] = kept;
  if (first === undefined || kept.length > 1) return `{${kept.map(({ release }) => `${lead}${step}${release};`).join("")}${lead}}`;
  return first.isVoid ? first.release : `{ ${first.release}; }`;
}

interface Kept {
  readonly release: string;
  /** Whether the release returns nothing, so that the cleanup can be one expression. */
  readonly isVoid: boolean;
  readonly edits: readonly Edit[];
  /** The variable that is made for the handle. */
  readonly name: string | undefined;
}

/** The release of what a statement of the effect acquires, and what keeps the handle for it. */
function keep(file: FileFacts, { reason, resource, variable }: UnreleasedResource, effect: FunctionNode): Kept | undefined {
  const { acquisition, pair } = resource;
  const statement = statementOf(acquisition);
  if (statement?.parent !== effect.body) return undefined;
  if (reason === "listener-stays") {
    const isKnown = acquisition.arguments.every((argument) => freshnessOf(file, argument) === undefined) && isSteady(unwrap(acquisition.callee));
    const release = isKnown ? findRemovalText(file, resource) : undefined;
    return release === undefined ? undefined : { release, isVoid: release.includes('removeEventListener('), edits: [], name: undefined };
  }
  if (reason !== "discarded" && reason !== "never-released") return undefined;
  const { from } = pair.handle;
  const isOwnName = from === "receiver" || from === "argument";
  if (variable === undefined && (from !== "result" || statement.type !== "ExpressionStatement" || unwrap(statement.expression) !== acquisition)) return undefined;
  if (variable !== undefined && !isOwnName && from !== "result") return undefined;
  const handle = variable ?? freeName(file, pair.noun, effect);
  const release = handle === undefined ? undefined : findReleaseText(file, resource, handle);
  if (handle === undefined || release === undefined) return undefined;
  const [start] = statement.range;
  return { release, isVoid: /^(?:\w+\.)?clear\w+\(|\.disconnect\(\)$/.test(release), edits: variable === undefined ? [{ range: [start, start], text: `const ${handle} = ` }] : [], name: variable === undefined ? handle : undefined };
}

/** `ref.current` may be another object by the time of the cleanup. */
function isSteady(callee: TSESTree.Node): boolean {
  const target = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  if (target === undefined || target.type === "Identifier") return true;
  return target.type === "MemberExpression" && !target.computed && unwrap(target.object).type === "Identifier" && target.property.type === "Identifier" && target.property.name !== "current";
}

/** The statement that is nothing but the acquisition or a declaration of it. */
function statementOf(acquisition: TSESTree.Node): TSESTree.Statement | undefined {
  let at: TSESTree.Node | undefined = acquisition.parent;
  while (at?.type === "ChainExpression" || at?.type === "VariableDeclarator" || at?.type === "TSAsExpression" || at?.type === "TSNonNullExpression") at = at.parent;
  return at?.type === "ExpressionStatement" || at?.type === "VariableDeclaration" ? at : undefined;
}

function returnsAnything(file: FileFacts, effect: FunctionNode): boolean {
  let isFound = false;
  walk(effect.body, file.visitorKeys, (node) => {
    if (isFunction(node)) return false;
    isFound ||= node.type === "ReturnStatement";
    return !isFound;
  });
  return isFound;
}

/** The last word of the noun, where the effect does not use it: `interval` for "an interval". */
function freeName(file: FileFacts, noun: string, effect: FunctionNode): string | undefined {
  const name = noun.replace(/`[^`]*`/g, "").trim().split(/\s+/).at(-1)?.toLowerCase() ?? "";
  let isFree = /^[a-z]\w*$/.test(name) && !["the", "a", "an", "it", "up", "gives"].includes(name);
  walk(effect, file.visitorKeys, (node) => {
    if (node.type === "Identifier" && node.name === name) isFree = false;
    return isFree;
  });
  return isFree ? name : undefined;
}
