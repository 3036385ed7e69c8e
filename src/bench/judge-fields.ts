/** What is to be said about the fields of a file that keep a resource longer than their owner lives. */
import type { TSESTree } from "@typescript-eslint/utils";

import { collectDroppedTimers } from "../candidates/dropped-timer.ts";
import { collectEmptiedHandles, collectLostHandles, type EmptiedHandle } from "../candidates/emptied-handle.ts";
import { collectKeptFields, refilledFieldOf, type KeptField, type Owned } from "../candidates/kept-field.ts";
import { collectUnendedChildren, type UnendedChild } from "../candidates/unended-child.ts";
import { collectOverwrittenFields, isReplacement, isSetAside } from "../candidates/overwritten-field.ts";
import { skippedAtEnd } from "../evidence/reachable/skipped-at-end.ts";
import { anyRelease } from "../evidence/unreleased/any-release.ts";
import { lateRelease } from "../evidence/unreleased/late-release.ts";
import { releasedAtEnd } from "../evidence/unreleased/released-at-end.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace } from "../facts/places.ts";
import type { End } from "../subjects/owner/teardown-names.ts";
import { endToCall, heldByChild } from "../subjects/child/child-of-owner.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";
import { hear, type HeardCandidate } from "./reason.ts";
import { childReplaced } from "./reasons/child-replaced.ts";
import { childUnended } from "./reasons/child-unended.ts";
import { droppedLoop } from "./reasons/dropped-loop.ts";
import { fieldAcquiredAgain } from "./reasons/field-acquired-again.ts";
import { fieldForgotten } from "./reasons/field-forgotten.ts";
import { fieldReplaced } from "./reasons/field-replaced.ts";
import { fieldSetAside } from "./reasons/field-set-aside.ts";
import { fieldWithoutTeardown } from "./reasons/field-without-teardown.ts";
import { handleEmptied, handleLost } from "./reasons/handle-emptied.ts";

/**
 * - `forgotten`: the teardown does not release the field, or goes around its release; - `no-teardown`: nothing ends the owner of the field;
 * - `acquired-again`: a second acquisition takes the place of one that is still held;
 * - `replaced`: the teardown gives the field another value and then releases that;
 * - `set-aside`: a method empties the field of a resource that it did not release;
 * - `emptied`: a function empties the field of a timer that nothing has cleared;
 * - `dropped-loop`: a timer that arms itself again is dropped, so that the teardown cannot stop it;
 * - `child`: the teardown does not end an object whose class holds something until it is ended;
 * - `child-replaced`: such an object is replaced by another, and not ended before.
 */
export type FieldReason = "child" | "child-replaced" | "forgotten" | "no-teardown" | "acquired-again" | "replaced" | "set-aside" | "emptied" | "dropped-loop";

export interface FieldVerdict {
  readonly reason: FieldReason;
  readonly node: TSESTree.Node;
  readonly confidence: Confidence;
  /** The field in the words of the source; empty for a dropped handle. */
  readonly field: string;
  readonly resource: Resource | undefined;
  readonly teardown: End | undefined;
  /** The second site where it is not the teardown: the release that comes too late, or the test that turns the teardown away. */
  readonly other: TSESTree.Node | undefined;
  /** The method of a base class that should have been given it, or the framework's hook that is missing. */
  readonly hook: string | undefined;
  /** What a child holds by its class. */
  readonly held?: HeldThing | undefined;
}

/** What a child holds until one of its methods is called. */
export interface HeldThing {
  readonly noun: string;
  /** The method that ends it. */
  readonly end: string;
  /** Where it is acquired: in this file, or in another, as `src/tip.ts:12`. */
  readonly at?: TSESTree.Node;
  readonly where?: string;
}

export interface FieldVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  readonly verdicts: readonly FieldVerdict[];
}

/** Judges every field of the file. */
export function judgeFields(file: FileFacts): FieldVerdicts {
  if (file.kind !== "source") return { heard: [], verdicts: [] };
  const heard: HeardCandidate[] = [];
  const resources = collectResources(file);
  const fields = collectKeptFields(file, resources);
  const kept = judgeKept(file, fields, heard);
  const emptied = collectEmptiedHandles(fields).map((handle) => hear(file, handleEmptied, handle));
  const told = new Set(kept.map(({ field }) => field));
  const lost = collectLostHandles(fields).map((handle) => hear(file, handleLost, handle));
  const overwritten = judgeOverwritten(file, heard);
  const dropped = collectDroppedTimers(file, resources).map((timer) => hear(file, droppedLoop, timer));
  const children = judgeChildren(file, new Set(fields.map(({ resource }) => resource.acquisition)), heard);
  heard.push(...emptied, ...lost, ...dropped);
  return { heard, verdicts: [...kept, ...children, ...overwritten, ...emptied.flatMap(tellEmptied), ...lost.flatMap(tellLost).filter(({ field }) => !told.has(field)), ...dropped.flatMap((timer) => toVerdict("dropped-loop", timer, { resource: timer.hearing.candidate.resource, teardown: timer.hearing.candidate.life().teardown }) ?? [])] };
}

/** One verdict a field: the place where it is first filled stands for all. */
function judgeKept(file: FileFacts, fields: readonly KeptField[], heard: HeardCandidate[]): FieldVerdict[] {
  const verdicts = new Map<string, FieldVerdict>();
  for (const field of fields) {
    const verdict = judgeField(file, field, heard);
    if (verdict === undefined) continue;
    const key = `${field.place.key} ${verdict.reason}`;
    const before = verdicts.get(key);
    if (before === undefined || (before.confidence === "likely" && verdict.confidence === "certain")) verdicts.set(key, verdict);
  }
  return [...verdicts.values()];
}

/** An end that forgets the field says more than a second acquisition. */
function judgeField(file: FileFacts, field: KeptField, heard: HeardCandidate[]): FieldVerdict | undefined {
  const forgotten = hear(file, fieldForgotten, field);
  const unended = hear(file, fieldWithoutTeardown, field);
  heard.push(forgotten, unended);
  const refilled = refilledFieldOf(file, field);
  const again = refilled === undefined ? undefined : hear(file, fieldAcquiredAgain, refilled);
  if (again !== undefined) heard.push(again);
  const about = { field: describePlace(field.place), resource: field.resource };
  const { teardown, registrar, missingHook } = field.life();
  return (
    toVerdict("forgotten", forgotten, { ...about, teardown, hook: registrar, other: forgotten.decidedBy.includes(skippedAtEnd) ? forgotten.hearing.answer(skippedAtEnd).at : undefined }) ??
    toVerdict("no-teardown", unended, { ...about, hook: missingHook }) ??
    (again === undefined ? undefined : toVerdict("acquired-again", again, { ...about, other: again.hearing.answer(anyRelease).at }))
  );
}

function judgeOverwritten(file: FileFacts, heard: HeardCandidate[]): FieldVerdict[] {
  return collectOverwrittenFields(file).flatMap((field) => {
    const about = { field: describePlace(field.place) };
    const replaced = isReplacement(field) ? hear(file, fieldReplaced, field) : undefined;
    const setAside = isSetAside(field) ? hear(file, fieldSetAside, field) : undefined;
    heard.push(...[replaced, setAside].filter((one) => one !== undefined));
    return [
      replaced === undefined ? undefined : toVerdict("replaced", replaced, { ...about, other: replaced.hearing.answer(lateRelease).at }),
      setAside === undefined ? undefined : toVerdict("set-aside", setAside, { ...about, teardown: field.life().teardown, other: setAside.hearing.answer(releasedAtEnd).at }),
    ].filter((one) => one !== undefined);
  });
}

/** An end that forgets the child says more than another that takes its place. */
function judgeChildren(file: FileFacts, told: ReadonlySet<TSESTree.Node>, heard: HeardCandidate[]): readonly FieldVerdict[] {
  return collectUnendedChildren(file, told).flatMap((child) => {
    const unended = hear(file, childUnended, child);
    heard.push(unended);
    const refilled = unended.confidence === undefined ? refilledFieldOf(file, child) : undefined;
    const replaced = refilled === undefined ? undefined : hear(file, childReplaced, refilled);
    if (replaced !== undefined) heard.push(replaced);
    return tellChild(file, "child", unended) ?? (replaced === undefined ? undefined : tellChild(file, "child-replaced", replaced)) ?? [];
  });
}

/** What the child holds, and what does not end it. */
function tellChild(file: FileFacts, reason: "child" | "child-replaced", heard: HeardCandidate<UnendedChild>): FieldVerdict | undefined {
  const { place, made, resource, life } = heard.hearing.candidate;
  const found = heard.confidence === undefined ? undefined : heldByChild(file, place, made);
  if (found === undefined) return undefined;
  const held: HeldThing = { noun: found.noun, end: endToCall(file, found), ...(found.at.file === file ? { at: found.at.node } : { where: file.project.placeOf(found.at) }) };
  const { teardown, registrar } = life();
  return toVerdict(reason, heard, { field: describePlace(place), resource, held, ...(reason === "child" && { teardown, hook: registrar }) });
}

/** Where the field is emptied, and where it was filled. */
function tellEmptied(heard: HeardCandidate<EmptiedHandle>): readonly FieldVerdict[] {
  const { place, resource } = heard.hearing.candidate;
  const verdict = toVerdict("emptied", heard, { field: describePlace(place), resource, other: resource.acquisition });
  return verdict === undefined ? [] : [verdict];
}

/** Where the field was filled, with the function that empties it as its end. */
function tellLost(heard: HeardCandidate<EmptiedHandle>): readonly FieldVerdict[] {
  const { place, resource, host, store } = heard.hearing.candidate;
  const verdict = toVerdict("forgotten", heard, { node: store, field: describePlace(place), resource, teardown: { node: host, name: heard.hearing.file.functions.factOf(host).name, rank: "pausing" } });
  return verdict === undefined ? [] : [verdict];
}

/** What a rule is told of a candidate that is to be reported. */
function toVerdict(reason: FieldReason, { confidence, hearing }: HeardCandidate<Owned>, about: Partial<FieldVerdict>): FieldVerdict | undefined {
  if (confidence === undefined) return undefined;
  return { reason, node: hearing.candidate.node, confidence, field: "", resource: undefined, teardown: undefined, other: undefined, hook: undefined, ...about };
}
