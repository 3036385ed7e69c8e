/** Caches that only their name tells: `parseCache.get(k)` and `parseCache.set(k, v)` on a value of unknown make. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace, type Place } from "../facts/places.ts";
import { calleeName, receiverOf } from "../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { storeKind } from "./stores-of.ts";
import type { UnstableKey } from "./verdicts.ts";
import { findVolatility } from "./volatility.ts";

const CACHE_NAME = /(?:cache|memo|memoized)$/i;

interface NamedUse {
  readonly place: Place;
  readonly method: "get" | "set";
  readonly key: TSESTree.Node;
  readonly node: TSESTree.Node;
}

/** Collects the volatile keys of caches known by name; none of them is more than likely. */
export function collectNamedCacheKeys(file: FileFacts): UnstableKey[] {
  const uses = file.nodes.calls.flatMap((call) => findUse(file, call) ?? []);
  const isBoth = ({ place }: NamedUse): boolean => new Set(uses.filter((use) => use.place.key === place.key).map(({ method }) => method)).size === 2;
  const verdicts = new Map<string, UnstableKey>();
  for (const { place, key, node } of uses.filter(isBoth)) {
    const found = findVolatility(file, buildKeyForm(file, key), false, key);
    if (found === undefined) continue;
    const id = `${place.key} ${file.sourceCode.getText(found.subject)}`;
    const sites = [...(verdicts.get(id)?.sites ?? []), node];
    verdicts.set(id, verdicts.has(id) ? { ...(verdicts.get(id) as UnstableKey), sites } : { reason: found.kind, subject: found.subject, holder: describePlace(place), sites, insert: undefined, clauses: found.reasons, confidence: "likely" });
  }
  return [...verdicts.values()];
}

function findUse(file: FileFacts, call: TSESTree.CallExpression | TSESTree.NewExpression): NamedUse | undefined {
  const method = calleeName(call);
  const receiver = receiverOf(call);
  const [key] = call.arguments;
  if ((method !== "get" && method !== "set") || receiver === undefined || key === undefined || call.arguments.length !== (method === "get" ? 1 : 2)) return undefined;
  const place = file.places.placeOf(receiver);
  const name = place === undefined ? undefined : describePlace(place);
  if (place === undefined || name === undefined || !CACHE_NAME.test(name) || storeKind(file, receiver) !== undefined) return undefined;
  return { place, method, key, node: call };
}
