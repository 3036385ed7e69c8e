/** Whether the teardown of a field's owner forgets the field. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isMadeRepeatedly } from "../../facts/instantiations.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import { areAlternatives } from "../../syntax/arms.ts";
import { enclosingFunction, isClass, isWithin, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { mayBeReleasedByBase } from "./base-class.ts";
import { collectFieldUses, type FieldUse } from "../../subjects/handle/field-uses.ts";
import type { FieldFinding } from "./field-finding.ts";
import type { FieldResource } from "../../subjects/handle/fields.ts";
import { lifeOf, type Life } from "../../subjects/owner/lifecycle.ts";
import { isHandedOn, isHolderGivenAway, isOwnedByOther, isReleasedByFactory, isReleasedByOtherName } from "./other-holders.ts";
import { armsItselfAgain, asksForPart, isOverSoon, isShort, looksBeforeActing } from "./pending-work.ts";
import { isEndedOtherwise, isReleasedInOtherState } from "./other-ends.ts";
import { calledFrom, standsIn } from "../../facts/reach.ts";
import { takesDisposables } from "../../subjects/subscription/subscribing-calls.ts";
import { isUnreferenced } from "../../subjects/resource/unreferenced.ts";

/** Answers what is wrong with how the field's owner ends; undefined where nothing is, or nothing tells. */
export function judgeForgotten(file: FileFacts, field: FieldResource): FieldFinding | undefined {
  const life = lifeOf(file, field.place);
  if (life === undefined || life.isOpaque) return undefined;
  const uses = collectFieldUses(file, field.place, field.resource);
  if (uses.some((use) => use.kind === "register" || (use.kind === "release" && (!use.isExact || standsIn(use.node, life.reach))))) return undefined;
  if (uses.some((use) => use.kind === "escape" && use.isExact && standsIn(use.node, life.reach))) return undefined;
  if (isRefCallback(file, field, uses)) return undefined;
  if (uses.some((use) => use.kind === "release" && isInFinallyAround(field.resource.acquisition, use.node))) return undefined;
  if (field.resource.pair.endsByItself === true && standsIn(field.resource.acquisition, life.reach)) return undefined;
  if (takesDisposables(field.resource.acquisition) || isHandedOn(field.store) || isReleasedByOtherName(file, field.place) || isReleasedByFactory(life, uses) || isOwnedByOther(file, field, life) || isHolderGivenAway(file, field.place, life) || mayBeReleasedByBase(file, field.place, life, uses)) return undefined;
  const weight = weightOf(file, field, life, uses);
  if (weight === undefined) return undefined;
  if (life.teardown === undefined && life.registrar === undefined) return judgeUnended(file, field, life, uses, weight);
  const isReleased = isReleasedElsewhere(file, field, life, uses);
  // A module has no end that all its functions share: one that releases the field is the end of the field.
  if (life.kind === "module" && isReleased) return undefined;
  const isUnsure = life.kind === "module" || (life.effort === "none" && life.registrar === undefined) || isReleased || outlastsPause(field, life);
  if ((isUnsure || weight === "likely") && (isEndedOtherwise(file, field, life, uses) || (isReleased && isOnlyPaused(life)) || isOnlyPausedTimer(file, field, life))) return undefined;
  return { reason: "forgotten", confidence: weakerIf(isUnsure, weight), teardown: life.teardown, other: undefined, hook: life.registrar };
}

/** `try { this.timer = set(); … } finally { clear(this.timer); }`: the field only hands it on to its end. */
function isInFinallyAround(acquisition: TSESTree.Node, release: TSESTree.Node): boolean {
  for (let at = release; at.parent != null; at = at.parent) {
    if (at.parent.type === "TryStatement" && at.parent.finalizer === at && isWithin(acquisition, at.parent.block)) return true;
  }
  return false;
}

/** `stop()` and `disconnect()` end what a start began; what the object is made with may go on to the next start. */
function outlastsPause({ store }: FieldResource, { teardown }: Life): boolean {
  const host = enclosingFunction(store);
  const isMadeWithOwner = host === undefined ? store.type !== "AssignmentExpression" : host.parent.type === "MethodDefinition" && host.parent.kind === "constructor";
  return isMadeWithOwner && teardown?.rank === "pausing";
}

/** `stop` and `disconnect` may be followed by a start: what another function releases is ended there. */
function isOnlyPaused({ teardown, kind }: Life): boolean {
  return kind === "instance" && teardown?.rank === "pausing";
}

/** A timer that ends by itself outlives a pause by little; one that sets itself again goes on for good. */
function isOnlyPausedTimer(file: FileFacts, { resource }: FieldResource, life: Life): boolean {
  return resource.pair.endsByItself === true && isOnlyPaused(life) && !armsItselfAgain(file, resource);
}

function weakerIf(condition: boolean, confidence: Confidence): Confidence {
  return condition ? "likely" : confidence;
}

/** How much the resource matters once its owner has ended; undefined where it does not. */
function weightOf(file: FileFacts, field: FieldResource, life: Life, uses: readonly FieldUse[]): Confidence | undefined {
  const { resource } = field;
  const exact = uses.filter((use) => use.isExact);
  const isFree = mayEndFirst(file, field, uses);
  const escapes = exact.some((use) => use.kind === "escape");
  const isOwned = resource.pair.id === "language/owned-field";
  if (isOwned && escapes) return undefined;
  const isTouchedAtEnd = exact.some((use) => use.kind === "member" && standsIn(use.node, life.reach));
  if (resource.pair.endsByItself === true) {
    const isLoop = armsItselfAgain(file, resource);
    if (isFree || looksBeforeActing(file, resource, life.reach)) return undefined;
    if (!isLoop && isOverSoon(file, resource)) return undefined;
    const isMissed = isLoop || (life.effort === "releases" && life.teardown?.rank !== "pausing");
    return isMissed && !escapes && !isShort(file, resource) && !asksForPart(file, resource) ? "certain" : "likely";
  }
  return isFree || escapes || isTouchedAtEnd || isHeldByOwn(file, resource) ? "likely" : "certain";
}

/** An observer of what the same object made dies with it. */
function isHeldByOwn(file: FileFacts, { pair, acquisition }: FieldResource["resource"]): boolean {
  const [target] = acquisition.arguments;
  return pair.heldBy === "argument" && target !== undefined && valueLifetimeOf(file, target) === "own";
}

/** Whether the process does not wait for it: whoever writes that wants it to run until the process ends. */
function mayEndFirst(file: FileFacts, { resource }: FieldResource, uses: readonly FieldUse[]): boolean {
  return isUnreferenced(file, resource.acquisition) || uses.some((use) => use.isExact && isUnreferenced(file, use.node));
}

/** Whether some code outside the teardown releases the field for another reason than to fill it again. */
function isReleasedElsewhere(file: FileFacts, field: FieldResource, life: Life, uses: readonly FieldUse[]): boolean {
  const { acquisition } = field.resource;
  const host = enclosingFunction(acquisition);
  const earlier = host === undefined ? [] : file.nodes.calls.filter((call) => enclosingFunction(call) === host && call.range[1] <= acquisition.range[0] && !areAlternatives(call, acquisition));
  const preparing = calledFrom(file, earlier.flatMap((call) => file.functions.calledFunction(call) ?? []));
  const writers = new Set(uses.filter((use) => use.kind === "write").map((use) => enclosingFunction(use.node)));
  return uses.some((use) => {
    if (use.kind !== "release" || standsIn(use.node, life.reach)) return false;
    const releaser = enclosingFunction(use.node);
    if (releaser === undefined) return true;
    if (releaser === host) return isReleasedInOtherState(field, [use]);
    const isForRefill = preparing.has(releaser) ? !isCalledOnItsOwn(file, releaser, host, life) : writers.has(releaser) && refills(file, field, releaser);
    return !isForRefill;
  });
}

/** Whether another function than the one that fills the field and those that end the owner calls the release: `pointerUp() { this.stopTimer(); }`. */
function isCalledOnItsOwn(file: FileFacts, releaser: FunctionNode, host: FunctionNode | undefined, life: Life): boolean {
  return file.nodes.calls.some((call) => {
    if (file.functions.calledFunction(call) !== releaser) return false;
    const caller = enclosingFunction(call);
    return caller !== undefined && caller !== host && caller !== releaser && !standsIn(call, life.reach);
  });
}

/** Whether a function gives the field a new resource after releasing the old one. */
function refills(file: FileFacts, field: FieldResource, host: FunctionNode): boolean {
  return file.stores.storesTo(field.place).some(({ site, value }) => {
    const node = value === undefined ? undefined : unwrap(value);
    return enclosingFunction(site) === host && (node?.type === "CallExpression" || node?.type === "NewExpression" || node?.type === "AwaitExpression");
  });
}

/** An owner without any teardown: a component that its framework ends, or a class of which there is more than one. */
function judgeUnended(file: FileFacts, field: FieldResource, life: Life, uses: readonly FieldUse[], weight: Confidence): FieldFinding | undefined {
  const isLasting = field.resource.pair.endsByItself !== true || armsItselfAgain(file, field.resource);
  const isReleased = isReleasedElsewhere(file, field, life, uses);
  const finding = (confidence: Confidence): FieldFinding => ({ reason: "no-teardown", confidence, teardown: undefined, other: undefined, hook: life.missingHook });
  if (life.missingHook !== undefined) return isLasting ? finding(weakerIf(isReleased || life.kind === "closure", weight)) : isReleased ? undefined : finding("likely");
  if (life.kind !== "instance" || !isLasting || isReleased || field.resource.pair.heldBy !== "process") return undefined;
  if (mayEndFirst(file, field, uses)) return undefined;
  const { owner } = life;
  return isClass(owner) && isMadeRepeatedly(file, owner) ? finding("likely") : undefined;
}

/** `(element) => { this.observer.disconnect(); if (element) this.observer.observe(element); }`: told nothing, it only releases, and so the framework calls it at the end. */
function isRefCallback(file: FileFacts, { resource: { acquisition } }: FieldResource, uses: readonly FieldUse[]): boolean {
  const host = enclosingFunction(acquisition);
  if (!acquisition.arguments.some((argument) => argument.type === "Identifier" && file.variables.variableOf(argument)?.defs[0]?.node === host)) return false;
  const releases = host === undefined ? [] : uses.filter((use) => use.kind === "release" && enclosingFunction(use.node) === host);
  return host !== undefined && releases.length > 0 && [acquisition, ...releases.map(({ node }) => node)].some((node) => isUnderParameter(file, node, host));
}

/** Whether a test of the function's own parameter decides if the node runs. */
function isUnderParameter(file: FileFacts, node: TSESTree.Node, host: FunctionNode): boolean {
  for (let at = node; at !== host && at.parent != null; at = at.parent) {
    if (at.parent.type !== "IfStatement" || at.parent.test === at) continue;
    const { test } = at.parent;
    const tested = unwrap(test.type === "BinaryExpression" ? test.left : test.type === "UnaryExpression" ? test.argument : test);
    if (tested.type === "Identifier" && file.variables.variableOf(tested)?.defs[0]?.node === host) return true;
  }
  return false;
}
