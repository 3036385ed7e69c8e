/** Caches that only their name tells: `parseCache.get(k)` and `parseCache.set(k, v)` on a value of unknown make. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace, type Place } from "../facts/places.ts";
import { receiverOf, type CallNode } from "../syntax/tree.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { compareKeys } from "./equality.ts";
import { storeKind } from "../subjects/key/stores-of.ts";
import type { UnstableKey } from "./verdicts.ts";
import { findVolatility } from "./volatility.ts";

const CACHE_NAME = /(?:cache|memo|memoized)$/i;

interface NamedUse {
  readonly place: Place;
  readonly method: "get" | "set";
  readonly key: TSESTree.Node;
  readonly node: TSESTree.Node;
}

/** Collects the volatile keys of caches known by name. They are sure where the file fills and reads the cache under one key, as a cache is used. */
export function collectNamedCacheKeys(file: FileFacts): UnstableKey[] {
  const sets = file.calls.named("set").flatMap((call) => findUse(file, call, "set") ?? []);
  const gets = sets.length === 0 ? [] : file.calls.named("get").flatMap((call) => findUse(file, call, "get") ?? []);
  const uses = [...sets, ...gets].filter(({ place, method }) => (method === "set" ? gets : sets).some((other) => other.place.key === place.key));
  const verdicts = new Map<string, UnstableKey>();
  for (const { place, key, node } of uses.sort((a, b) => a.node.range[0] - b.node.range[0])) {
    const found = findVolatility(file, buildKeyForm(file, key), false, key);
    if (found === undefined) continue;
    const id = `${place.key} ${file.sourceCode.getText(found.subject)}`;
    const known = verdicts.get(id);
    const confidence = found.confidence === "certain" && isUsedAsCache(file, place, sets, gets) ? "certain" : "likely";
    verdicts.set(id, known === undefined ? { reason: found.kind, subject: found.subject, holder: describePlace(place), sites: [node], insert: undefined, clauses: found.reasons, confidence } : { ...known, sites: [...known.sites, node] });
  }
  return [...verdicts.values()];
}

function isUsedAsCache(file: FileFacts, place: Place, sets: readonly NamedUse[], gets: readonly NamedUse[]): boolean {
  const of = (uses: readonly NamedUse[]): readonly NamedUse[] => uses.filter((use) => use.place.key === place.key);
  return of(sets).some((set) => of(gets).some((get) => compareKeys(file, buildKeyForm(file, set.key), buildKeyForm(file, get.key), "map").kind === "same"));
}

function findUse(file: FileFacts, call: CallNode, method: NamedUse["method"]): NamedUse | undefined {
  const receiver = receiverOf(call);
  const [key] = call.arguments;
  if (receiver === undefined || key === undefined || call.arguments.length !== (method === "get" ? 1 : 2)) return undefined;
  const place = file.places.placeOf(receiver);
  if (place === undefined || !CACHE_NAME.test(describePlace(place)) || storeKind(file, receiver) !== undefined) return undefined;
  return { place, method, key, node: call };
}
