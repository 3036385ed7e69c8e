/** Finds look-ups and deletes whose key no insert ever used. One that may match makes a store silent. */
import type { TSESTree } from "@typescript-eslint/utils";

import { weakest, type Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { enclosingFunction, isWithin, unwrap } from "../syntax/tree.ts";
import { compareKeys } from "./equality.ts";
import { findOtherOrigin } from "./other-origins.ts";
import { isUnmarkedMember, opennessOf } from "../subjects/key/store-mentions.ts";
import { collectUsedStores, type FormedUse, type UsedStore } from "../subjects/key/uses-by-store.ts";
import type { MismatchedKey, UnmatchedKey, WrongStore } from "./verdicts.ts";

/** Collects the keys that never match. */
export function collectMismatchedKeys(file: FileFacts): readonly MismatchedKey[] {
  if (file.kind === "test") return [];
  const stores = collectUsedStores(file);
  return stores.flatMap((store): readonly MismatchedKey[] => {
    if ((store.lookups.length === 0 && store.deletes.length === 0) || !startsEmpty(file, store)) return [];
    const found: MismatchedKey[] =
      store.inserts.length === 0
        ? collectWrongStores(file, store, stores)
        : [...collectUnmatched(file, store, store.deletes), ...collectUnmatched(file, store, store.lookups)];
    return found.length === 0 ? [] : limitByOpenness(file, store, found);
  });
}

/** Who else can fill a store is asked last, for it takes an index of all that the file mentions. */
function limitByOpenness(file: FileFacts, { place, kind }: UsedStore, found: readonly MismatchedKey[]): readonly MismatchedKey[] {
  const openness = opennessOf(file, place);
  if (openness === "open") return [];
  // What others can name they can fill: an empty store in this file is none yet.
  const isForOthers = isUnmarkedMember(place);
  const limit: Confidence = openness === "closed" && kind !== "outsideCache" ? "certain" : "likely";
  return found.filter(({ kind: mismatch }) => mismatch !== "wrongStore" || !isForOthers).map((verdict) => ({ ...verdict, confidence: weakest(limit, verdict.confidence) }));
}

/** Whether the file gives the store nothing but new and empty ones, so that all its entries come from the inserts. */
function startsEmpty(file: FileFacts, { place, kind }: UsedStore): boolean {
  if (kind === "outsideCache") return true;
  const values = file.stores.storesTo(place);
  return values.length > 0 && values.every(({ value }) => value !== undefined && isEmptyStore(unwrap(value)));
}

function isEmptyStore(value: TSESTree.Node): boolean {
  switch (value.type) {
    case "NewExpression": {
      const isCollection = value.callee.type === "Identifier" && /^(?:Weak)?(?:Map|Set)$/.test(value.callee.name);
      return !isCollection || value.arguments.length === 0;
    }
    case "ObjectExpression":
      return value.properties.length === 0;
    case "CallExpression":
      return value.arguments.length === 1;
    case "Literal":
      return value.value === null;
    case "Identifier":
      return value.name === "undefined";
    default:
      return false;
  }
}

/** One use that may match makes all of its kind silent. */
function collectUnmatched(file: FileFacts, store: UsedStore, asked: readonly FormedUse[]): UnmatchedKey[] {
  const found: UnmatchedKey[] = [];
  for (const use of asked) {
    const verdict = findUnmatched(file, store, use);
    if (verdict === undefined) return [];
    found.push(verdict);
  }
  // A key that is new for its look-up is the other rule's to report.
  const reported = found.filter(({ difference }) => difference.kind !== "identity");
  const sure = found.reduce<Confidence>((all, verdict) => weakest(all, verdict.confidence), "certain");
  return reported.map((verdict) => ({ ...verdict, confidence: sure }));
}

/** A verdict if no insert can have used this key. */
function findUnmatched(file: FileFacts, store: UsedStore, asked: FormedUse): UnmatchedKey | undefined {
  let verdict: UnmatchedKey | undefined;
  for (const insert of store.inserts) {
    const equality = compareKeys(file, insert.form, asked.form, store.kind);
    const found = equality.kind === "never" ? equality : equality.kind === "same" ? undefined : findOtherOrigin(file, store, insert, asked);
    if (found === undefined) return undefined;
    const confidence = weakest(verdict?.confidence ?? "certain", found.confidence);
    verdict = { kind: "unmatched", insert: verdict?.insert ?? insert.use, use: asked.use, difference: verdict?.difference ?? found.difference, confidence };
  }
  return verdict;
}

/** Nothing is ever put into the store; beside its look-up the same key goes into another one. */
function collectWrongStores(file: FileFacts, store: UsedStore, stores: readonly UsedStore[]): WrongStore[] {
  if (store.kind === "record") return [];
  return store.lookups.flatMap((lookup): WrongStore[] => {
    const home = enclosingFunction(lookup.use.node);
    const candidates = stores.filter((other) => other.kind === store.kind && other !== store).flatMap((other) => other.inserts);
    const insert = candidates.find(
      ({ use, form }) => home !== undefined && isWithin(use.node, home) && use.node.range[0] > lookup.use.node.range[1] && compareKeys(file, form, lookup.form, store.kind).kind === "same",
    );
    return insert === undefined ? [] : [{ kind: "wrongStore", lookup: lookup.use, insert: insert.use, confidence: "certain" }];
  });
}
