/** Finds look-ups and deletes whose key no insert ever used. One that may match makes a store silent. */
import type { TSESTree } from "@typescript-eslint/utils";

import { weakest, type Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { declaratorOf } from "../facts/variables.ts";
import { enclosingFunction, isWithin, unwrap } from "../syntax/tree.ts";
import { compareKeys, type Equality } from "./equality.ts";
import type { KeyForm } from "./key-form.ts";
import { opennessOf } from "./store-mentions.ts";
import { collectUsedStores, type FormedUse, type UsedStore } from "./uses-by-store.ts";
import type { MismatchedKey, UnmatchedKey, WrongStore } from "./verdicts.ts";

/** Collects the keys that never match. */
export function collectMismatchedKeys(file: FileFacts): readonly MismatchedKey[] {
  if (file.kind === "test") return [];
  const stores = collectUsedStores(file);
  return stores.flatMap((store): MismatchedKey[] => {
    if (store.lookups.length === 0 && store.deletes.length === 0) return [];
    const openness = opennessOf(file, store.place);
    if (openness === "open" || !startsEmpty(file, store)) return [];
    const confidence: Confidence = openness === "closed" ? "certain" : "likely";
    if (store.inserts.length === 0) return collectWrongStores(file, store, stores, confidence);
    return [...collectUnmatched(file, store, store.deletes, confidence), ...collectUnmatched(file, store, store.lookups, confidence)];
  });
}

/** Whether the file gives the store nothing but new and empty ones, so that all its entries come from the inserts. */
function startsEmpty(file: FileFacts, { place }: UsedStore): boolean {
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

function collectUnmatched(file: FileFacts, store: UsedStore, asked: readonly FormedUse[], confidence: Confidence): UnmatchedKey[] {
  const verdicts = asked.map((use) => findUnmatched(file, store, use, confidence));
  const found = verdicts.filter((verdict) => verdict !== undefined);
  if (found.length < verdicts.length) return [];
  // A key that is new for its look-up is the other rule's to report.
  const reported = found.filter(({ difference }) => difference.kind !== "identity");
  const sure = found.reduce<Confidence>((all, verdict) => weakest(all, verdict.confidence), "certain");
  return reported.map((verdict) => ({ ...verdict, confidence: sure }));
}

/** A verdict if no insert can have used this key. */
function findUnmatched(file: FileFacts, store: UsedStore, asked: FormedUse, confidence: Confidence): UnmatchedKey | undefined {
  let verdict: UnmatchedKey | undefined;
  for (const insert of store.inserts) {
    const equality = compareKeys(file, insert.form, asked.form, store.kind);
    const difference = equality.kind === "never" ? equality.difference : findLikelyDifference(store, insert, asked, equality);
    if (difference === undefined) return undefined;
    const sure = weakest(confidence, verdict?.confidence ?? "certain", equality.kind === "never" ? equality.confidence : "likely");
    verdict = { kind: "unmatched", insert: verdict?.insert ?? insert.use, use: asked.use, difference: verdict?.difference ?? difference, confidence: sure };
  }
  return verdict;
}

/** Differences that are no proof: the keys come from two values that the code itself tells apart. */
function findLikelyDifference(store: UsedStore, insert: FormedUse, asked: FormedUse, equality: Equality): UnmatchedKey["difference"] | undefined {
  if (equality.kind === "same") return undefined;
  if (asked.use.operation === "lookup" && isMemberOfResult(insert.form, asked.form, asked.use.node)) return { kind: "otherObject" };
  return asked.use.operation === "delete" && isFromOtherSource(store, insert, asked) ? { kind: "otherSource" } : undefined;
}

/** `get(schema.ast)`, then `set(made.ast)` where `made` is made from `schema` after the look-up: the same member of two objects. */
function isMemberOfResult(filled: KeyForm, asked: KeyForm, lookup: TSESTree.Node): boolean {
  if (filled.kind !== "member" || asked.kind !== "member" || filled.name !== asked.name) return false;
  if (asked.of.kind !== "input" || asked.of.origin === "kept" || filled.of.kind !== "call") return false;
  const made = filled.of.node;
  const { variable } = asked.of;
  if (variable === undefined || made.range[0] < lookup.range[1] || enclosingFunction(made) !== enclosingFunction(lookup)) return false;
  return declaratorOf(variable) === undefined && variable.references.some(({ identifier }) => isWithin(identifier, made));
}

/** Filled and looked up under one call's result, emptied under another call's, with names that have no word in common. */
function isFromOtherSource(store: UsedStore, insert: FormedUse, asked: FormedUse): boolean {
  const [filled, emptied] = [unwrap(insert.use.key), unwrap(asked.use.key)];
  if (filled.type !== "Identifier" || emptied.type !== "Identifier" || insert.form.kind !== "call" || asked.form.kind !== "call") return false;
  if (insert.form.callee === asked.form.callee || store.lookups.length === 0) return false;
  const words = new Set(wordsOf(filled.name));
  return !wordsOf(emptied.name).some((word) => words.has(word)) && !/key$/i.test(filled.name) && !/key$/i.test(emptied.name);
}

function wordsOf(name: string): string[] {
  return name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase());
}

/** Nothing is ever put into the store; beside its look-up the same key goes into another one. */
function collectWrongStores(file: FileFacts, store: UsedStore, stores: readonly UsedStore[], confidence: Confidence): WrongStore[] {
  if (store.kind === "record") return [];
  return store.lookups.flatMap((lookup): WrongStore[] => {
    const home = enclosingFunction(lookup.use.node);
    const candidates = stores.filter((other) => other.kind === store.kind && other !== store).flatMap((other) => other.inserts);
    const insert = candidates.find(
      ({ use, form }) => home !== undefined && isWithin(use.node, home) && use.node.range[0] > lookup.use.node.range[1] && compareKeys(file, form, lookup.form, store.kind).kind === "same",
    );
    return insert === undefined ? [] : [{ kind: "wrongStore", lookup: lookup.use, insert: insert.use, confidence }];
  });
}
