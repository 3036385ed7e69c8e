/** Teardowns that call a method which looks like the release of what they hold and is none. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { WrongRelease } from "../../catalogue/entry.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, isFunction, isWithin, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { isCleanupCallback, isEffect, returnedValues } from "../../subjects/owner/closure-ends.ts";
import { mentionsOf } from "../../subjects/listener/listener-uses.ts";
import { releaseMethodsOf } from "../../subjects/resource/releases.ts";
import { collectResources, type Resource } from "../../subjects/resource/resource.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";

/** A call that leaves the resource as it is, where its owner ends. */
export interface WrongVerb {
  readonly kind: "wrong-verb";
  readonly resource: Resource;
  readonly release: TSESTree.CallExpression;
  readonly wrong: WrongRelease;
  /** The handle as the teardown names it. */
  readonly handle: TSESTree.Node;
  readonly confidence: Confidence;
}

/** Collects the wrong releases that the catalogue knows, where no right one is in the file. */
export function collectWrongVerbs(file: FileFacts): readonly WrongVerb[] {
  if (file.mentions.membersNamedOneOf(file.catalogue.wrongMethods()).length === 0) return [];
  return collectResources(file).flatMap((resource) => {
    if (resource.pair.wrongReleases === undefined || resource.pair.endsByItself === true) return [];
    const verdict = judge(file, resource);
    return verdict === undefined ? [] : [verdict];
  });
}

function judge(file: FileFacts, resource: Resource): WrongVerb | undefined {
  const kept = keptIn(resource.acquisition);
  const mentions = kept === undefined ? [] : mentionsOf(file, kept).filter((mention) => mention !== kept);
  const right = releaseMethodsOf(resource.pair);
  let found: WrongVerb | undefined;
  for (const mention of mentions) {
    const use = useOf(mention);
    if (use === "escape" || (typeof use === "object" && right.has(use.method))) return undefined;
    if (typeof use !== "object" || found !== undefined) continue;
    const wrong = resource.pair.wrongReleases?.find(({ method }) => method === use.method);
    if (wrong !== undefined && isInTeardown(file, use.call)) found = { kind: "wrong-verb", resource, release: use.call, wrong, handle: mention, confidence: resource.confidence };
  }
  return found;
}

/** The variable or member that keeps the handle. */
function keptIn(acquisition: TSESTree.Node): TSESTree.Node | undefined {
  const value = wrapped(acquisition);
  const parent = value.parent;
  if (parent?.type === "AwaitExpression") return keptIn(parent);
  if (parent?.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id : undefined;
  return parent?.type === "AssignmentExpression" && parent.right === value ? unwrap(parent.left) : undefined;
}

type Use = "look" | "escape" | { readonly method: string; readonly call: TSESTree.CallExpression };

/** What is done with the handle: a method called, a look at it, or anything else, after which others may release it. */
function useOf(mention: TSESTree.Node): Use {
  const value = wrapped(mention);
  const parent = value.parent;
  switch (parent?.type) {
    case "MemberExpression": {
      if (parent.object !== value) return "escape";
      const call = wrapped(parent).parent;
      const method = memberName(parent);
      if (call?.type !== "CallExpression" || unwrap(call.callee) !== parent) return "look";
      // `handle.on(…)` gives the handle back; what is done with that is not followed.
      return method === undefined ? "escape" : { method, call };
    }
    case "AssignmentExpression":
      return parent.left === value ? "look" : "escape";
    case "IfStatement":
    case "UnaryExpression":
    case "BinaryExpression":
    case "ExpressionStatement":
      return "look";
    case "LogicalExpression":
      return parent.left === value && parent.operator === "&&" ? "look" : "escape";
    default:
      return "escape";
  }
}

function isInTeardown(file: FileFacts, node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | null | undefined = node.parent; at != null; at = at.parent) {
    if (at.type === "TryStatement" && at.finalizer !== null && isWithin(node, at.finalizer)) return true;
    if (!isFunction(at)) continue;
    if (teardownRankOf(file, file.functions.factOf(at).name) !== undefined || isCleanupCallback(file, at)) return true;
    const effect = enclosingFunction(at);
    if (effect !== undefined && isEffect(effect) && returnedValues(file, effect).some((value) => unwrap(value) === at)) return true;
  }
  return false;
}
