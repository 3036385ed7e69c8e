/** Keys that a store is asked for in a function of its own, as each call of that function makes them. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { findAddedTwice } from "../subjects/key/added-twice.ts";
import { compareKeys } from "../subjects/key/equality.ts";
import type { KeyDifference } from "../subjects/key/key-difference.ts";
import { confidenceByHabit } from "../subjects/key/key-habit.ts";
import { findFinishedKey } from "../subjects/key/finished-keys.ts";
import { collectForms, type KeyForm } from "../subjects/key/key-form.ts";
import type { KeyUse } from "../subjects/key/key-use.ts";
import { readByCalls, readByEntry } from "../subjects/key/uses-by-call.ts";
import { collectUsedStores, type FormedUse, type UsedStore } from "../subjects/key/uses-by-store.ts";
import { lazy } from "../syntax/lazy.ts";
import type { DifferingKey } from "./asked-key.ts";

/** A key that a call hands over, beside other uses of the store that are made of the same variable. */
export interface HandedKey extends DifferingKey {
  readonly store: UsedStore;
  readonly use: KeyUse;
  /** The call that leads to the use, or the use itself where it stands in a walk of the store. */
  readonly call: TSESTree.Node;
}

/** How many uses of one store are read by their calls. */
const MAXIMUM_USES = 40;

/** Collects the deletes of each store by the calls that lead to them, and by the walk of the store that gives what their keys are made of. */
export function collectHandedKeys(file: FileFacts): readonly HandedKey[] {
  return collectUsedStores(file).flatMap((store) => {
    if (store.inserts.length === 0 || store.deletes.length === 0 || store.inserts.length + store.lookups.length > MAXIMUM_USES) return [];
    const peers = lazy(() => [...store.inserts, ...store.lookups].flatMap((use): FormedUse[] => [use, ...readByCalls(file, use)]));
    const finishedKey = (node: TSESTree.Node): KeyForm | undefined => findFinishedKey(file, store, node);
    return store.deletes.flatMap((formed): HandedKey[] => {
      const ofCalls = readByCalls(file, formed, finishedKey).map((asked) => ({ node: asked.call, asked }));
      const walked = readByEntry(file, store.place, formed, finishedKey);
      const all = walked === undefined ? ofCalls : [...ofCalls, { node: formed.use.node, asked: walked }];
      return all.map(({ node, asked }) => ({ node, store, use: asked.use, call: node, difference: lazy(() => differenceByCall(file, store, asked, peers())) }));
    });
  });
}

function differenceByCall(file: FileFacts, store: UsedStore, asked: FormedUse, peers: readonly FormedUse[]): KeyDifference | undefined {
  const values = new Set(valuesIn(asked.form));
  const near = peers.filter(({ form }) => valuesIn(form).some((value) => values.has(value)));
  const [first] = near;
  if (first === undefined || peers.some(({ form }) => compareKeys(file, form, asked.form, store.kind).kind === "same")) return undefined;
  const insert = near.find(({ use }) => use.operation === "insert")?.use ?? store.inserts[0]?.use ?? first.use;
  const added = findAddedTwice(file, first.form, asked.form);
  if (added !== undefined) return near.every(({ form }) => findAddedTwice(file, form, asked.form) !== undefined) ? { insert, difference: { kind: "twice", part: added.kind === "literal" ? String(added.value) : added.node, use: asked.use.node }, confidence: "certain", isAlone: true } : undefined;
  const misses = near.map(({ form }) => compareKeys(file, form, asked.form, store.kind));
  const [miss] = misses;
  if (miss?.kind !== "never" || !misses.every((other) => other.kind === "never")) return undefined;
  const { difference } = miss;
  if (difference.kind === "surplus" && difference.on === "asked" && collectForms(first.form).some((part) => part.kind === "literal" && String(part.value).includes(difference.text))) return { insert, difference: { kind: "twice", part: difference.text, use: asked.use.node }, confidence: miss.confidence, isAlone: true };
  if (difference.kind === "moment") return { insert, difference, confidence: miss.confidence };
  if (miss.difference.kind !== "normalized" || miss.difference.on !== "filled") return undefined;
  return { insert, difference: miss.difference, confidence: confidenceByHabit(file, store, asked, miss.difference.by) };
}

/** The variables that a form reads, and the objects that are made for it: what two keys have in common is made of the same. */
function valuesIn(form: KeyForm): string[] {
  return collectForms(form).flatMap((part) => (part.kind === "fresh" ? [part.at] : part.kind === "input" && part.variable !== undefined ? [part.id] : []));
}
