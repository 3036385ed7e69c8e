/** Releases that do not run, or run too early: named and not called, and called where the function for later belongs. */
import type { TSESTree } from "@typescript-eslint/utils";

import { effectCalls } from "../../catalogue/data/lifecycles.ts";
import { endingMethods, listenerVerbs } from "../../catalogue/data/listener-verbs.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { calleeName, isFunction, memberName, unwrap, type CallNode } from "../../syntax/tree.ts";
import { isEffect, returnedValues } from "../../subjects/owner/closure-ends.ts";
import type { Confidence } from "../../facts/confidence.ts";

/** `socket.close;`: the method is named, and nothing happens. */
export interface UncalledRelease {
  readonly kind: "uncalled";
  readonly release: TSESTree.MemberExpression;
  readonly confidence: Confidence;
}

/** `return clearInterval(id);` at the end of an effect: it runs with the effect and not after it. */
export interface EarlyRelease {
  readonly kind: "early";
  readonly release: CallNode;
  readonly acquired: CallNode;
  readonly confidence: Confidence;
}

/** Collects the statements and cleanups that only name a method which ends its object. */
export function collectUncalledReleases(file: FileFacts): readonly UncalledRelease[] {
  const ending = file.mentions.membersNamedOneOf(endingMethods).filter((member) => isUnused(file, member));
  return ending.map((release) => ({ kind: "uncalled", release, confidence: "certain" }));
}

function isUnused(file: FileFacts, member: TSESTree.MemberExpression): boolean {
  let at: TSESTree.Node = member;
  for (let parent = at.parent; parent !== undefined; at = parent, parent = at.parent as TSESTree.Node) {
    if (parent.type === "ExpressionStatement") return !isAssertion(member) && !isDeclaration(member);
    const isPassing = unwrap(parent) === unwrap(at) || (parent.type === "LogicalExpression" && parent.right === at) || (parent.type === "UnaryExpression" && (parent.operator === "void" || parent.operator === "!"));
    if (parent.type === "ArrowFunctionExpression" && parent.body === at) return isReturnedByEffect(file, parent);
    if (!isPassing) return false;
  }
  return false;
}

/** `Layer.prototype.dispose;` below a comment declares a method for a documentation tool. */
function isDeclaration({ object }: TSESTree.MemberExpression): boolean {
  const owner = unwrap(object);
  return owner.type === "MemberExpression" && memberName(owner) === "prototype";
}

/** `expect(stream).to.close;` reads a getter on purpose. */
function isAssertion(member: TSESTree.MemberExpression): boolean {
  for (let at: TSESTree.Node = member; ; at = at.object) {
    const node: TSESTree.Node = unwrap(at);
    if (node.type === "CallExpression") return true;
    if (node.type !== "MemberExpression") return false;
    at = node;
  }
}

function isReturnedByEffect(file: FileFacts, cleanup: TSESTree.ArrowFunctionExpression): boolean {
  return file.functions.all.some(({ node }) => isEffect(node) && returnedValues(file, node).some((value) => unwrap(value) === cleanup));
}

/** Collects the effects that call their cleanup in place of returning it. */
export function collectEarlyReleases(file: FileFacts): readonly EarlyRelease[] {
  if (file.calls.whose((name) => effectCalls.test(name)).length === 0) return [];
  return file.functions.all.flatMap(({ node }) => {
    if (!isEffect(node) || node.body.type !== "BlockStatement") return [];
    return returnedValues(file, node).flatMap((value) => {
      const release = unwrap(value);
      const acquired = release.type === "CallExpression" ? acquisitionFor(file, node, release) : undefined;
      return acquired === undefined ? [] : [{ kind: "early" as const, release: release as CallNode, acquired, confidence: "certain" as const }];
    });
  });
}

/** The call before it in the same effect that the returned call undoes. */
function acquisitionFor(file: FileFacts, effect: TSESTree.Node, release: TSESTree.CallExpression): CallNode | undefined {
  const name = calleeName(release);
  const isTimer = name !== undefined && /^clear(?:Timeout|Interval)$|^cancelAnimationFrame$/.test(globalPathOf(file, release.callee)?.join(".") ?? "");
  const verbs = listenerVerbs.find((family) => name !== undefined && family.remove.has(name) && family.family === "dom");
  if (!isTimer && verbs === undefined) return undefined;
  return file.nodes.calls.find((call) => {
    if (nearestFunction(call) !== effect || call.range[1] > release.range[0]) return false;
    const other = calleeName(call) ?? "";
    return isTimer ? /^(?:set(?:Timeout|Interval)|requestAnimationFrame)$/.test(other) : verbs?.undoneBy.get(other) === name;
  });
}

function nearestFunction(node: TSESTree.Node): TSESTree.Node | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent as TSESTree.Node) if (isFunction(at)) return at;
  return undefined;
}
