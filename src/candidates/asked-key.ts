/** Keys that a store is asked for, by a look-up or a delete. */
import type { FileFacts } from "../facts/file-facts.ts";
import { compareKeys } from "../subjects/key/equality.ts";
import { differenceOf, type KeyDifference } from "../subjects/key/key-difference.ts";
import type { ChangingForm, KeyForm } from "../subjects/key/key-form.ts";
import { printsKeys, type KeyUse } from "../subjects/key/key-use.ts";
import { findNewObject, type NewObject } from "../subjects/key/new-object.ts";
import { collectUsedStores, type UsedStore } from "../subjects/key/uses-by-store.ts";
import { lazy } from "../syntax/lazy.ts";
import { enclosingFunction, isWithin } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

interface OfStore extends Candidate {
  readonly store: UsedStore;
  readonly use: KeyUse;
}

/** A key of which it is known in what it differs from those of the inserts. */
export interface DifferingKey extends Candidate {
  /** In what it differs from the keys of all inserts; undefined where one of them may have used it. */
  readonly difference: () => KeyDifference | undefined;
}

/** A key that the inserts of the store may not have used. */
export interface AskedKey extends OfStore, DifferingKey {
  /** The uses of the store that ask for the same, this one among them. */
  readonly kin: readonly AskedKey[];
}

/** Collects the keys that a filled store is asked for. */
export function collectAskedKeys(file: FileFacts): readonly AskedKey[] {
  return collectUsedStores(file).flatMap((store) => (store.inserts.length === 0 ? [] : [store.deletes, store.lookups].flatMap((uses) => {
    const kin: AskedKey[] = [];
    for (const asked of uses) kin.push({ node: asked.use.node, store, use: asked.use, difference: lazy(() => differenceOf(file, store, asked)), kin });
    return kin;
  })));
}

/** A look-up in a store that nothing is put into; beside it the same key goes into another one. */
export interface WrongStore extends OfStore {
  readonly insert: KeyUse;
}

/** Collects them. */
export function collectWrongStores(file: FileFacts): readonly WrongStore[] {
  const stores = collectUsedStores(file);
  return stores.filter(({ kind, inserts }) => kind !== "record" && inserts.length === 0).flatMap((store) => store.lookups.flatMap(({ use, form }): WrongStore[] => {
    const home = enclosingFunction(use.node);
    const inserts = home === undefined ? [] : stores.filter((other) => other.kind === store.kind && other !== store).flatMap((other) => other.inserts);
    const insert = inserts.find((other) => home !== undefined && isWithin(other.use.node, home) && other.use.node.range[0] > use.node.range[1] && compareKeys(file, other.form, form, store.kind).kind === "same");
    return insert === undefined ? [] : [{ node: use.node, store, use, insert: insert.use }];
  }));
}

/** An object that a store is asked for by identity. */
export interface AskedObject extends OfStore {
  /** Why it is new; undefined where it may be the one of an entry. */
  readonly newness: () => NewObject | undefined;
}

/** Collects the keys that stores are asked for by identity. */
export function collectAskedObjects(file: FileFacts): readonly AskedObject[] {
  return collectUsedStores(file).flatMap((store) => (printsKeys(store.kind) ? [] : [...store.lookups, ...store.deletes].map((asked) => ({ node: asked.use.key, store, use: asked.use, newness: lazy(() => findNewObject(file, store, asked)) }))));
}

/** The clock, randomness or a new symbol, read for the key that a store is asked for. */
export interface ReadKey extends OfStore {
  readonly reading: ChangingForm;
  /** The insert that has read the same anew. */
  readonly insert: KeyUse | undefined;
}

/** Collects them; what an insert has read as well, once for both, is none. */
export function collectReadKeys(file: FileFacts): readonly ReadKey[] {
  return collectUsedStores(file).flatMap((store) => {
    const written = store.inserts.flatMap(({ use, form }) => changingParts(form).map((part) => ({ use, part })));
    return [...store.lookups, ...store.deletes].flatMap(({ use, form }): ReadKey[] => {
      const [reading] = changingParts(form).filter(({ at }) => !written.some((other) => other.part.at === at));
      if (reading === undefined || reading.what === "counter") return [];
      const insert = written.find((other) => other.part.what === reading.what)?.use ?? (reading.what === "symbol" ? store.inserts[0]?.use : undefined);
      return [{ node: reading.node, store, use, reading, insert }];
    });
  });
}

/** The parts that change by themselves, as long as nothing rounds or cuts them. */
function changingParts(form: KeyForm): ChangingForm[] {
  switch (form.kind) {
    case "changing":
      return [form];
    case "text":
      return changingParts(form.of);
    case "concat":
      return form.parts.flatMap(changingParts);
    case "call":
      return form.callee === "+" ? form.parts.flatMap(changingParts) : [];
    default:
      return [];
  }
}
