/** Keys that a store is asked for, by a look-up or a delete. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { collectEntriesAtStart } from "../subjects/key/entries-at-start.ts";
import { compareKeys } from "../subjects/key/equality.ts";
import { differenceOf, type KeyDifference } from "../subjects/key/key-difference.ts";
import { collectForms, type ChangingForm, type KeyForm } from "../subjects/key/key-form.ts";
import { isLeftByEarlierCall } from "../subjects/key/kept-references.ts";
import { printsKeys, type KeyUse } from "../subjects/key/key-use.ts";
import { findNewObject, type NewObject } from "../subjects/key/new-object.ts";
import { findOtherLevel } from "../subjects/key/other-level.ts";
import { collectOuterReadings } from "../subjects/key/outer-readings.ts";
import { collectUsedStores, type FormedUse, type UsedStore } from "../subjects/key/uses-by-store.ts";
import { lazy } from "../syntax/lazy.ts";
import { enclosingFunction, isFunction, isLoop, isWithin, unwrap } from "../syntax/tree.ts";
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
  /** Whether the file shows all entries that the store ever has, so that it need not begin empty. */
  readonly isOfFixedStore?: true;
}

/** Collects the keys that a filled store is asked for. */
export function collectAskedKeys(file: FileFacts): readonly AskedKey[] {
  return collectUsedStores(file).flatMap((store) => (store.inserts.length === 0 ? askedOfFixedStore(file, store) : [store.deletes, store.lookups].flatMap((uses) => {
    const kin: AskedKey[] = [];
    for (const asked of uses) kin.push({ node: asked.use.node, store, use: asked.use, difference: lazy(() => differenceOf(file, store, asked)), kin });
    return kin;
  })));
}

/** The deletes of a store whose entries are all there from the start, and are stores that the file fills. */
function askedOfFixedStore(file: FileFacts, store: UsedStore): readonly AskedKey[] {
  const [first] = store.deletes.length === 0 ? [] : collectEntriesAtStart(file, store);
  if (first === undefined) return [];
  return store.deletes.map((asked): AskedKey => {
    const difference = lazy((): KeyDifference | undefined => {
      const level = findOtherLevel(file, store, first, asked);
      return level === undefined ? undefined : { insert: first.use, ...level, isAlone: true };
    });
    const key: AskedKey = { node: asked.use.node, store, use: asked.use, isOfFixedStore: true, difference, kin: [] };
    return { ...key, kin: [key] };
  });
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
  /** Whether both go by one reading, which the call takes before it looks for an entry: then no entry has it yet. */
  readonly isTakenFirst?: true;
  /** Whether the call runs the use for each element of a list: then one element may find what another has put in. */
  readonly isForElements?: true;
}

/** Collects them; what an insert has read as well, once for both, is none. */
export function collectReadKeys(file: FileFacts): readonly ReadKey[] {
  return collectUsedStores(file).flatMap((store) => {
    const written = store.inserts.flatMap(({ use, form }) => changingParts(file, form).map((part) => ({ use, part })));
    return [...store.lookups, ...store.deletes].flatMap(({ use, form }): ReadKey[] => {
      const taken = takenFirst(file, store, { use, form });
      if (taken !== undefined) return store.lookups.find((other) => takenFirst(file, store, other) !== undefined)?.use === use ? [taken] : [];
      const [reading] = changingParts(file, form).filter((part) => isReadFor(use, part) && !written.some((other) => other.part.at === part.at));
      if (reading === undefined || reading.what === "counter") return [];
      const insert = written.find((other) => other.part.what === reading.what)?.use ?? (reading.what === "symbol" ? store.inserts[0]?.use : undefined);
      return [{ node: reading.node, store, use, reading, insert }];
    });
  });
}

/**
 * A key that is made for this call, looked up, and only then inserted: it can never be found. A key of nothing else is an
 * id whose first use is a test for collisions; a store that is asked in another way keeps its entries for that one.
 */
function takenFirst(file: FileFacts, store: UsedStore, { use, form }: FormedUse): ReadKey | undefined {
  if (use.operation !== "lookup" || !isLeftByEarlierCall(store.place, use.node)) return undefined;
  const outer = (of: FormedUse): readonly ChangingForm[] => collectOuterReadings(file, store.place, of.use.node, of.form);
  const own = changingParts(file, form).find((part) => isReadFor(use, part));
  const reading = own ?? (store.deletes.length === 0 ? outer({ use, form })[0] : undefined);
  if (reading === undefined || !isOfMore(file, form)) return undefined;
  const has = (other: FormedUse): boolean => [...changingParts(file, other.form), ...outer(other)].some(({ at }) => at === reading.at);
  const insert = store.inserts.find((other) => has(other) && enclosingFunction(other.use.node) === enclosingFunction(use.node) && other.use.node.range[0] > use.node.range[1]);
  const isOnlyWay = [...store.lookups, ...store.deletes, ...store.inserts].every(has);
  return insert === undefined || !isOnlyWay || isLooped(use.node) ? undefined : { node: use.key, store, use, reading, insert: insert.use, isTakenFirst: true, ...(own === undefined ? { isForElements: true } : {}) };
}

/** Whether the function that uses the key takes the reading, in itself or in a function that it calls. An outer one has taken it before. */
function isReadFor({ node }: KeyUse, { at }: ChangingForm): boolean {
  const home = enclosingFunction(node);
  const start = Number(/\d+/.exec(at)?.[0]);
  return home === undefined || (start >= home.range[0] && start < home.range[1]);
}

/** Whether a key names anything beside the reading. */
function isOfMore(file: FileFacts, form: KeyForm): boolean {
  const parts = form.kind === "call" ? form.parts.flatMap((part) => valuesPrinted(file, part)) : [form];
  return parts.flatMap(collectForms).some(({ kind }) => kind === "input" || kind === "member");
}

function isLooped(node: TSESTree.Node): boolean {
  for (let at = node.parent; at != null && !isFunction(at); at = at.parent) if (isLoop(at)) return true;
  return false;
}

/** The parts that change by themselves, as long as nothing rounds or cuts them. */
function changingParts(file: FileFacts, form: KeyForm): ChangingForm[] {
  const inEach = (forms: readonly KeyForm[]): ChangingForm[] => forms.flatMap((part) => changingParts(file, part));
  switch (form.kind) {
    case "changing":
      return [form];
    case "text":
      return changingParts(file, form.of);
    case "concat":
      return inEach(form.parts);
    case "call":
      if (form.callee === "JSON.stringify" && form.parts.length === 1) return form.parts.flatMap((part) => inEach(valuesPrinted(file, part)));
      return form.callee === "+" ? inEach(form.parts) : [];
    default:
      return [];
  }
}

/** What JSON prints of a literal: the values that it is written with. */
function valuesPrinted(file: FileFacts, form: KeyForm): readonly KeyForm[] {
  if (form.kind !== "fresh" || !form.isUnchanged) return [form];
  if (form.values !== undefined) return form.values;
  const node = unwrap(form.node);
  if (node.type === "ArrayExpression") return node.elements.flatMap((element) => (element === null ? [] : [buildKeyForm(file, element)]));
  return node.type === "ObjectExpression" ? node.properties.flatMap((property) => [buildKeyForm(file, property.type === "Property" ? property.value : property.argument)]) : [];
}
