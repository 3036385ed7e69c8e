/** Ends of a field's resource that do not stand in the teardown of its owner, and owners that have none on purpose. */
import type { TSESTree } from "@typescript-eslint/utils";

import { applicationNames } from "../../catalogue/data/subscriptions.ts";
import { listeningVerbs } from "../../catalogue/words/listening.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { areAlternatives } from "../../syntax/arms.ts";
import { calleeName, enclosingFunction, isWithin, memberName, wrapped } from "../../syntax/tree.ts";
import { runAtEndOfPart } from "../../subjects/listener/listener-ends.ts";
import { isSingleton } from "../../subjects/subscription/subscription-scope.ts";
import type { FieldUse } from "../../subjects/handle/field-uses.ts";
import type { FieldResource } from "../../subjects/handle/fields.ts";
import type { Life } from "../../subjects/owner/lifecycle.ts";
import { callbackOf } from "./pending-work.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";

/** Whether something else than the teardown is there to end the resource, or its owner lives as long as the program. */
export function isEndedOtherwise(file: FileFacts, field: FieldResource, life: Life, uses: readonly FieldUse[]): boolean {
  // A timer that ends by itself and is cleared before it is set is only armed anew.
  const isSwitched = field.resource.pair.endsByItself !== true && isReleasedInOtherState(field, uses);
  return isSwitched || isTakenOffOneByOne(uses) || isOfLastingOwner(file, field, life) || settlesWait(file, field, life) || isReleasedWithPart(file, uses);
}

/** Whether it is released where another part of the owner tells of its end: `this.socket.on("close", () => this.server.close())`. */
function isReleasedWithPart(file: FileFacts, uses: readonly FieldUse[]): boolean {
  const releases = uses.filter(({ kind }) => kind === "release");
  return releases.length > 0 && file.calls.whose((name) => listeningVerbs.test(name)).some((call) => {
    const run = runAtEndOfPart(file, call);
    return releases.some(({ node }) => standsIn(node, run));
  });
}

/** `observer.unobserve(element)` somewhere: each element is taken off when it goes, and nothing is left at the end. */
function isTakenOffOneByOne(uses: readonly FieldUse[]): boolean {
  return uses.some(({ kind, node }) => {
    const member = kind === "release" ? wrapped(node).parent : undefined;
    return member?.type === "MemberExpression" && memberName(member) === "unobserve";
  });
}

/** A class that by its name is a part of the program itself; one that by its name exists once may keep what it makes once. */
function isOfLastingOwner(file: FileFacts, { place, store }: FieldResource, { owner }: Life): boolean {
  if (owner === undefined) return false;
  return isSingleton(owner, applicationNames) || (isSingleton(owner) && isMadeOnDemand(file, store, place.key));
}

/** `this.item ??= make()`, `if (!this.item) this.item = make();` */
function isMadeOnDemand(file: FileFacts, store: TSESTree.Node, key: string): boolean {
  if (store.type === "AssignmentExpression" && (store.operator === "??=" || store.operator === "||=")) return true;
  const host = enclosingFunction(store);
  for (let at = store; at.parent != null && at.parent !== host; at = at.parent) {
    if (at.parent.type === "IfStatement" && at.parent.consequent === at && testsAbsence(file, at.parent.test, key)) return true;
  }
  return false;
}

function testsAbsence(file: FileFacts, test: TSESTree.Expression, key: string): boolean {
  const isField = (node: TSESTree.Node): boolean => file.places.placeOf(node)?.key === key;
  if (test.type === "UnaryExpression") return test.operator === "!" && isField(test.argument);
  if (test.type === "LogicalExpression") return test.operator === "&&" && (testsAbsence(file, test.left, key) || testsAbsence(file, test.right, key));
  return test.type === "BinaryExpression" && /^===?$/.test(test.operator) && isField(test.left);
}

/** `clear(this.timer); if (active) this.timer = set();`: whoever changes the state calls the function, whose other branch is the end. */
export function isReleasedInOtherState({ resource: { acquisition } }: FieldResource, uses: readonly FieldUse[]): boolean {
  const host = enclosingFunction(acquisition);
  return uses.some(({ kind, node }) => {
    if (kind !== "release" || enclosingFunction(node) !== host) return false;
    if (areAlternatives(node, acquisition)) return true;
    for (let at: TSESTree.Node | undefined = acquisition.parent; at !== undefined && at !== host; at = at.parent) {
      if (at.type === "IfStatement" && !isWithin(node, at)) return true;
    }
    return false;
  });
}

/** A timer that resolves a promise is the end of somebody's wait: a teardown that clears no timer may well let it come. */
function settlesWait(file: FileFacts, { resource }: FieldResource, { reach }: Life): boolean {
  if (resource.pair.endsByItself !== true) return false;
  if (file.nodes.calls.some((call) => /^clear(?:Timeout|Interval)$/.test(calleeName(call) ?? "") && standsIn(call, reach))) return false;
  const callback = callbackOf(file, resource.acquisition);
  if (callback === undefined) return false;
  const run = reachedFrom(file, [callback]);
  return file.nodes.calls.some((call) => calleeName(call) === "resolve" && standsIn(call, run));
}
