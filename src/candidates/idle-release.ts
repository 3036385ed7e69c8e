/** Releases that do not run, or run too early: named and not called, and called where the function for later belongs. */
import type { TSESTree } from "@typescript-eslint/utils";

import { effectCalls } from "../catalogue/data/lifecycles.ts";
import { endingMethods, listenerVerbs } from "../catalogue/data/listener-verbs.ts";
import { clearedBy, startsInEffects } from "../catalogue/data/timer-calls.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { globalPathOf } from "../facts/value-origin.ts";
import { isEffect, returnedValues } from "../subjects/owner/closure-ends.ts";
import { calleeName, enclosingFunction, unwrap, type CallNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** `socket.close;`: the method is named, and nothing happens. */
export interface UncalledRelease extends Candidate {
  readonly kind: "uncalled";
  readonly release: TSESTree.MemberExpression;
  /** Whether it is what the cleanup of an effect gives. */
  readonly isCleanup: boolean;
}

/** `return clearInterval(id);` at the end of an effect: it runs with the effect and not after it. */
export interface EarlyRelease extends Candidate {
  readonly kind: "early";
  readonly release: CallNode;
  readonly acquired: CallNode;
}

/** Collects the statements and cleanups that only name a method which ends its object. */
export function collectUncalledReleases(file: FileFacts): readonly UncalledRelease[] {
  return file.mentions.membersNamedOneOf(endingMethods).flatMap((release): UncalledRelease[] => {
    const unused = unusedIn(release);
    const isCleanup = unused?.type === "ArrowFunctionExpression";
    return unused === undefined || (isCleanup && !isReturnedByEffect(file, unused)) ? [] : [{ kind: "uncalled", node: release, release, isCleanup }];
  });
}

/** The statement, or the function, that a member is all of. */
function unusedIn(member: TSESTree.MemberExpression): TSESTree.ExpressionStatement | TSESTree.ArrowFunctionExpression | undefined {
  let at: TSESTree.Node = member;
  for (let parent = at.parent; parent !== undefined; at = parent, parent = at.parent as TSESTree.Node) {
    if (parent.type === "ExpressionStatement" || (parent.type === "ArrowFunctionExpression" && parent.body === at)) return parent;
    const isPassing = unwrap(parent) === unwrap(at) || (parent.type === "LogicalExpression" && parent.right === at) || (parent.type === "UnaryExpression" && (parent.operator === "void" || parent.operator === "!"));
    if (!isPassing) return undefined;
  }
  return undefined;
}

function isReturnedByEffect(file: FileFacts, cleanup: TSESTree.ArrowFunctionExpression): boolean {
  return file.functions.all.some(({ node }) => isEffect(node) && returnedValues(file, node).some((value) => unwrap(value) === cleanup));
}

/** Collects the effects that call their cleanup in place of returning it. */
export function collectEarlyReleases(file: FileFacts): readonly EarlyRelease[] {
  if (file.calls.whose((name) => effectCalls.test(name)).length === 0) return [];
  return file.functions.all.flatMap(({ node }) => {
    if (!isEffect(node) || node.body.type !== "BlockStatement") return [];
    return returnedValues(file, node).flatMap((value): EarlyRelease[] => {
      const release = unwrap(value);
      const acquired = release.type === "CallExpression" ? acquisitionFor(file, node, release) : undefined;
      return acquired === undefined ? [] : [{ kind: "early", node: release, release: release as CallNode, acquired }];
    });
  });
}

/** The call before it in the same effect that the returned call undoes. */
function acquisitionFor(file: FileFacts, effect: TSESTree.Node, release: TSESTree.CallExpression): CallNode | undefined {
  const name = calleeName(release);
  const global = globalPathOf(file, release.callee)?.join(".");
  const isTimer = name !== undefined && [...startsInEffects].some((start) => clearedBy.get(start) === global);
  const verbs = listenerVerbs.find((family) => name !== undefined && family.remove.has(name) && family.family === "dom");
  if (!isTimer && verbs === undefined) return undefined;
  return file.nodes.calls.find((call) => {
    if (enclosingFunction(call) !== effect || call.range[1] > release.range[0]) return false;
    const other = calleeName(call) ?? "";
    return isTimer ? startsInEffects.has(other) : verbs?.undoneBy.get(other) === name;
  });
}
