/** The keys of a file that cannot do their job, whatever they are compared with. */
import type { TSESTree } from "@typescript-eslint/utils";

import { collectAskedObjects, collectReadKeys, type AskedObject, type ReadKey } from "../candidates/asked-key.ts";
import { collectMadeTexts, collectNamedCacheTexts, collectNamedKeyTexts, collectStoreTexts, type KeyText } from "../candidates/key-text.ts";
import { collectKeyedFunctions, collectMemoizedArguments, collectMemoizedParameters, type KeyedFunction, type MemoizedArgument, type MemoizedParameter } from "../candidates/memoized-key.ts";
import { collectRememberedKeys, type RememberedKey } from "../candidates/remembered-key.ts";
import { leftOutInput } from "../evidence/real/left-out-input.ts";
import { parameterObject } from "../evidence/real/parameter-object.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace } from "../facts/places.ts";
import type { UsedStore } from "../subjects/key/uses-by-store.ts";
import { nameOfCalled, type VolatilityKind } from "../subjects/key/volatility.ts";
import { calleeName, lineOf, memberName } from "../syntax/tree.ts";
import { hear, type HeardCandidate } from "./reason.ts";
import { callUncached, inputLeftOut, keyIsNew, keyRemembered, keyReadAgain, keyUnstable, methodUncached } from "./reasons/key-unstable.ts";
import { hearUntilOneSpeaks, reportedOf, type Reported } from "./reported.ts";

/**
 * Why a key cannot do its job:
 * - `changes`, `shared`, `source`, `lossy`, `contents`, `order`: as text, see `VolatilityKind`;
 * - `ignored`: the key of a memoized function leaves out what its result depends on;
 * - `identity`: the object is made for the look-up, so that no entry has it;
 * - `recomputed`: the clock, randomness or a new symbol, read again for the look-up.
 */
export type UnstableReason = VolatilityKind | "ignored" | "identity" | "recomputed";

export interface UnstableKey {
  readonly reason: UnstableReason;
  /** The part of the key that is to blame. */
  readonly subject: TSESTree.Node;
  /** Where it happens, if not at the subject: the insert whose entry nothing finds, or what makes the memoized function. */
  readonly at?: TSESTree.Node;
  /** All the places where the same part stands in a key of one store; none where the store is not seen. */
  readonly subjects?: readonly TSESTree.Node[];
  /** The store that the key is for, where the file shows it. */
  readonly store?: UsedStore;
  /** What the key is for, as the source writes it: the store, or the function that makes or takes keys. */
  readonly holder: string;
  /** Where the key is used, in source order. */
  readonly sites: readonly TSESTree.Node[];
  /** For `identity` and `recomputed`: the insert whose entry is not found. */
  readonly insert: TSESTree.Node | undefined;
  readonly clauses: readonly string[];
  readonly confidence: Confidence;
}

export interface UnstableKeyVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  readonly found: readonly UnstableKey[];
}

/** Judges the keys of the file. */
export function judgeUnstableKeys(file: FileFacts): UnstableKeyVerdicts {
  if (file.kind === "test") return { heard: [], found: [] };
  const hearTexts = (texts: readonly KeyText[]): readonly HeardCandidate<KeyText>[] => texts.map((text) => hear(file, keyUnstable, text));
  const texts = [...collectStoreTexts(file), ...collectNamedCacheTexts(file)].map(hearTexts);
  const made = collectMadeTexts(file).flatMap((ofMaker) => hearUntilOneSpeaks(file, keyUnstable, ofMaker));
  const named = hearTexts(collectNamedKeyTexts(file));
  const objects = collectAskedObjects(file).map((candidate) => hear(file, keyIsNew, candidate));
  const remembered = collectRememberedKeys(file).map((candidate) => hear(file, keyRemembered, candidate));
  const readings = collectReadKeys(file).map((candidate) => hear(file, keyReadAgain, candidate));
  const calls = collectMemoizedArguments(file).flatMap((uncachedCallOf) => hearUntilOneSpeaks(file, callUncached, uncachedCallOf));
  const methods = collectMemoizedParameters(file).flatMap((ofMethod) => hearUntilOneSpeaks(file, methodUncached, ofMethod));
  const functions = collectKeyedFunctions(file).map((candidate) => hear(file, inputLeftOut, candidate));
  return {
    heard: [...texts.flat(), ...made, ...named, ...objects, ...remembered, ...readings, ...calls, ...methods, ...functions],
    found: [
      ...texts.flatMap((ofStore) => joinTexts(file, reportedOf(ofStore))),
      ...reportedOf([...made, ...named]).flatMap(ofText),
      ...joinByPlace(file, dropRepeated(reportedOf(objects).flatMap(newObjectOf))),
      ...reportedOf(remembered).map(ofRemembered),
      ...reportedOf(readings).map((key) => ofReading(file, key)),
      ...joinByPlace(file, reportedOf(calls).map(uncachedCallOf)),
      ...methods.flatMap(ofMethod),
      ...functions.flatMap(ofFunction),
    ],
  };
}

function ofText({ volatility, store, holder, sites, confidence }: Reported<KeyText>): UnstableKey[] {
  const found = volatility();
  if (found === undefined) return [];
  return [{ reason: found.kind, subject: found.subject, ...(store === undefined ? {} : { store, subjects: [found.subject] }), holder, sites, insert: undefined, clauses: found.reasons, confidence }];
}

/** One verdict for each store and text: its other uses are named in it. */
function joinTexts(file: FileFacts, texts: readonly Reported<KeyText>[]): readonly UnstableKey[] {
  const joined = new Map<string, UnstableKey>();
  for (const key of texts.flatMap(ofText)) {
    const text = `${key.store === undefined ? "" : key.reason} ${file.sourceCode.getText(key.subject)}`;
    const known = joined.get(text);
    const subjects = known?.subjects === undefined ? {} : { subjects: [...new Set([...known.subjects, key.subject])] };
    // Of a text that stands at several uses, the one of an insert is where the entry comes about.
    const isFirstInsert = known !== undefined && isInsertOf(key, key.sites) && !isInsertOf(key, known.sites);
    joined.set(text, known === undefined ? key : { ...known, ...subjects, ...(isFirstInsert ? { subject: key.subject } : {}), sites: [...known.sites, ...key.sites] });
  }
  return [...joined.values()];
}

function isInsertOf({ store }: UnstableKey, sites: readonly TSESTree.Node[]): boolean {
  return store?.inserts.some(({ use }) => sites.includes(use.node)) === true;
}

/** One verdict for each place at which something happens: it names the first key that suffers from it, and where else that key is written. */
function joinByPlace({ sourceCode }: FileFacts, keys: readonly UnstableKey[]): readonly UnstableKey[] {
  return keys.flatMap((key, index) => {
    const joined = keys.filter((other) => other === key || (key.at !== undefined && other.at === key.at && other.confidence === key.confidence));
    if (joined[0] !== keys[index]) return [];
    const text = sourceCode.getText(key.subject);
    return [{ ...key, sites: joined.flatMap((other) => (sourceCode.getText(other.subject) === text ? other.sites : [])) }];
  });
}

function newObjectOf({ newness, store, use, confidence }: Reported<AskedObject>): UnstableKey[] {
  const found = newness();
  return found === undefined ? [] : [{ reason: "identity", subject: use.key, ...(found.kept === undefined ? {} : { at: found.kept.node }), store, holder: describePlace(store.place), sites: [use.node], insert: found.kept?.node ?? store.inserts[0]?.use.node, clauses: [found.clause], confidence }];
}

function ofRemembered({ key, place, made, kept, confidence }: Reported<RememberedKey>): UnstableKey {
  return { reason: "identity", subject: key, holder: describePlace(place), sites: [key], insert: kept.site, clauses: [`it is ${made.what}, which the call makes before it compares`, "no earlier call has kept the same object"], confidence };
}

/** What is likely is said once for each store and cause. */
function dropRepeated(keys: readonly UnstableKey[]): readonly UnstableKey[] {
  return keys.filter((key, index) => key.confidence === "certain" || index === keys.findIndex((other) => other.store === key.store && other.clauses[0] === key.clauses[0]));
}

function ofReading(file: FileFacts, { reading, store, use, insert, isTakenFirst, confidence }: Reported<ReadKey>): UnstableKey {
  if (isTakenFirst === true) {
    const clauses = [`${nameOfCalled(file, reading.node)} on line ${String(lineOf(reading.node))} gives each call a key of its own`, "no call finds the entry of another"];
    return { reason: "changes", subject: use.key, ...(insert === undefined ? {} : { at: insert.node }), store, holder: describePlace(store.place), sites: [use.node, ...(insert === undefined ? [] : [insert.node])], insert: undefined, clauses, confidence };
  }
  return { reason: "recomputed", subject: reading.node, store, holder: describePlace(store.place), sites: [use.node], insert: insert?.node, clauses: [`${nameOfCalled(file, reading.node)} gives another value at each call`], confidence };
}

function uncachedCallOf({ node, made = "an object", memoized, call, confidence }: Reported<MemoizedArgument>): UnstableKey {
  const clauses = [`it is ${made}, made anew for each call`, `\`${calleeName(memoized.made) ?? "the memoizer"}\` compares it by identity`];
  return { reason: "identity", subject: node, at: memoized.made, holder: describePlace(memoized.place), sites: [call], insert: memoized.made, clauses, confidence };
}

function ofMethod({ confidence, hearing }: HeardCandidate<MemoizedParameter>): UnstableKey[] {
  const { node, parameter, method, decorator, isCatalogued } = hearing.candidate;
  if (confidence === undefined) return [];
  const { level, at } = hearing.answer(parameterObject);
  const subject = isCatalogued || parameter.type !== "Identifier" ? "it" : `\`${parameter.name}\``;
  const clause = level === "built-in-call" && at !== undefined ? `line ${String(lineOf(at))} builds it for the call` : `${subject} is an object that callers build for each call`;
  return [{ reason: "identity", subject: node, holder: memberName(method) ?? "it", sites: [method], insert: decorator, clauses: [clause, "entries under it are found by identity"], confidence }];
}

function ofFunction({ confidence, hearing }: HeardCandidate<KeyedFunction>): UnstableKey[] {
  const { level, at } = hearing.answer(leftOutInput);
  if (confidence === undefined || at === undefined) return [];
  const { call } = hearing.candidate;
  const holder = calleeName(call) ?? "it";
  const clauses = [level !== "this" ? `\`${holder}\` keys by the first argument only` : "all objects that have the function share its entries"];
  return [{ reason: "ignored", subject: at, at: call, holder, sites: [call], insert: undefined, clauses, confidence }];
}
