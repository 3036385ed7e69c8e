/** Expressions whose text serves as a key: of a store, of a cache known by name, of what a memoizer keeps. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace } from "../facts/places.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { isText, type KeyForm } from "../subjects/key/key-form.ts";
import { collectKeyMakers } from "../subjects/key/key-makers.ts";
import { printsKeys } from "../subjects/key/key-use.ts";
import { findLeftOut } from "../subjects/key/left-out.ts";
import { collectNamedCacheUses, isFilledAndReadAlike } from "../subjects/key/named-caches.ts";
import { collectNamedKeys, formsOfNamedKey } from "../subjects/key/named-keys.ts";
import { collectReturns } from "../subjects/key/returned-values.ts";
import { collectUsedStores, type UsedStore } from "../subjects/key/uses-by-store.ts";
import { findVolatility, type Volatility } from "../subjects/key/volatility.ts";
import { lazy } from "../syntax/lazy.ts";
import { enclosingFunction } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

export interface KeyText extends Candidate {
  /** By what it is known as a key: its store, a memoizer of the catalogue, or a name. */
  readonly known: "store" | "memoizer" | "named-cache" | "name";
  /** The store that the key is for, where the file shows it. */
  readonly store?: UsedStore;
  /** What the key is for, as the source writes it: the store, or the function that makes or takes keys. */
  readonly holder: string;
  /** Where the key is used. */
  readonly sites: readonly TSESTree.Node[];
  /** Whether anything is asked for under such a key; `alike`: under the very key that fills it. */
  readonly asked: () => "alike" | "yes" | "no" | "unknown";
  /** Why the text is no key; undefined where nothing shows that it is none. */
  readonly volatility: () => Volatility | undefined;
}

const UNKNOWN = (): "unknown" => "unknown";

/** Collects the keys of the stores of a file, those of one store in one list, in source order. */
export function collectStoreTexts(file: FileFacts): readonly (readonly KeyText[])[] {
  return collectUsedStores(file).map((store) => {
    const keyed = [...store.inserts, ...store.lookups, ...store.deletes];
    // Of a request the store reads the address.
    const uses = (store.kind === "requestCache" ? keyed.filter(({ form }) => isText(form)) : keyed).sort((a, b) => a.use.node.range[0] - b.use.node.range[0]);
    const isAsked = store.lookups.length > 0 || store.deletes.length > 0 || store.inserts.some(({ use }) => readsBefore(use.node));
    const isOfOneCall = lazy(() => isMadeForOneCall(store));
    const holder = describePlace(store.place);
    return uses.map((formed) => ({
      node: formed.use.key, known: "store", store, holder, sites: [formed.use.node], asked: () => (isAsked && !isOfOneCall() ? "yes" : "no"),
      volatility: lazy(() => findVolatility(file, formed.form, printsKeys(store.kind), formed.use.key)),
    }));
  });
}

/**
 * Whether the call that fills the store takes its entry out again, all by one text that it makes once: then no other call has
 * to find it. What is looked up before it is filled is looked for as another call has left it.
 */
function isMadeForOneCall({ inserts, lookups, deletes }: UsedStore): boolean {
  const [first, ...others] = [...deletes, ...inserts, ...lookups];
  if (first === undefined || deletes.length === 0 || lookups.some((lookup) => inserts.every((insert) => lookup.use.node.range[0] < insert.use.node.range[0]))) return false;
  const home = enclosingFunction(first.use.node);
  const { form } = first;
  return home !== undefined && "at" in form && others.every((other) => "at" in other.form && other.form.at === form.at && enclosingFunction(other.use.node) === home);
}

/** `store[key] ??= value`, `store[key] += 1`: a write that asks for the entry first. */
function readsBefore(insert: TSESTree.Node): boolean {
  return insert.type === "UpdateExpression" || (insert.type === "AssignmentExpression" && insert.operator !== "=");
}

/** Collects the keys of the caches that only their name tells, those of one cache in one list. */
export function collectNamedCacheTexts(file: FileFacts): readonly (readonly KeyText[])[] {
  const uses = collectNamedCacheUses(file);
  const caches = new Map(uses.map(({ place }) => [place.key, place]));
  return [...caches.values()].map((place) => {
    const asked = lazy(() => (isFilledAndReadAlike(file, place, uses) ? "alike" : "yes"));
    return uses.filter((use) => use.place.key === place.key).map(({ key, node }) => ({
      node: key, known: "named-cache", holder: describePlace(place), sites: [node], asked, volatility: lazy(() => findVolatility(file, buildKeyForm(file, key), false, key)),
    }));
  });
}

/** Collects the keys that functions make, those of one function in one list. */
export function collectMadeTexts(file: FileFacts): readonly (readonly KeyText[])[] {
  return collectKeyMakers(file).map(({ maker, holder, keyed, isCatalogued }) => (collectReturns(file, maker) ?? []).map((value) => ({
    node: value, known: isCatalogued ? "memoizer" : "name", holder, sites: [value], asked: UNKNOWN,
    volatility: lazy(() => {
      const form = buildKeyForm(file, value);
      return firstOf((form.kind === "choice" ? form.options : [form]).filter(isText), (text) => findVolatility(file, text, false) ?? findLeftOut(file, text, maker, keyed));
    }),
  })));
}

/** Collects the variables that are named after keys. */
export function collectNamedKeyTexts(file: FileFacts): readonly KeyText[] {
  return collectNamedKeys(file).flatMap((named) => {
    const node = named.variable.identifiers[0];
    return node === undefined ? [] : [{ node, known: "name", holder: named.variable.name, sites: named.sites, asked: UNKNOWN, volatility: lazy(() => firstOf(formsOfNamedKey(file, named), (form) => findVolatility(file, form, false))) }];
  });
}

function firstOf(forms: readonly KeyForm[], find: (form: KeyForm) => Volatility | undefined): Volatility | undefined {
  for (const form of forms) {
    const found = find(form);
    if (found !== undefined) return found;
  }
  return undefined;
}
