/** Caches that only their name tells: `parseCache.get(k)` and `parseCache.set(k, v)` on a value of unknown make. */
import type { TSESTree } from "@typescript-eslint/utils";

import { cacheNames } from "../../catalogue/words/key-makers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { describePlace, type Place } from "../../facts/places.ts";
import { bySource, receiverOf, type CallNode } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { compareKeys } from "./equality.ts";
import { storeKind } from "./stores-of.ts";

export interface NamedCacheUse {
  readonly place: Place;
  readonly method: "get" | "set";
  readonly key: TSESTree.Node;
  readonly node: TSESTree.Node;
}

/** Collects the uses of the caches known by name that the file both fills and reads, in source order. */
export function collectNamedCacheUses(file: FileFacts): readonly NamedCacheUse[] {
  const sets = file.calls.named("set").flatMap((call) => findKeyedUse(file, call, "set") ?? []);
  const gets = sets.length === 0 ? [] : file.calls.named("get").flatMap((call) => findKeyedUse(file, call, "get") ?? []);
  return [...sets, ...gets].filter(({ place, method }) => (method === "set" ? gets : sets).some((other) => other.place.key === place.key)).sort((a, b) => bySource(a.node, b.node));
}

/** Whether the file fills and reads the cache under one key, as a cache is used. */
export function isFilledAndReadAlike(file: FileFacts, cache: Place, uses: readonly NamedCacheUse[]): boolean {
  const of = (method: NamedCacheUse["method"]): readonly NamedCacheUse[] => uses.filter((use) => use.place.key === cache.key && use.method === method);
  return of("set").some((set) => of("get").some((get) => compareKeys(file, buildKeyForm(file, set.key), buildKeyForm(file, get.key), "map").kind === "same"));
}

function findKeyedUse(file: FileFacts, call: CallNode, method: NamedCacheUse["method"]): NamedCacheUse | undefined {
  const receiver = receiverOf(call);
  const [key] = call.arguments;
  if (receiver === undefined || key === undefined || call.arguments.length !== (method === "get" ? 1 : 2)) return undefined;
  const place = file.places.placeOf(receiver);
  if (place === undefined || !cacheNames.test(describePlace(place)) || storeKind(file, receiver) !== undefined) return undefined;
  return { place, method, key, node: call };
}
