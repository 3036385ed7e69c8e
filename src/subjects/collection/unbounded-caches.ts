/** Cache classes of packages, made without the options that would bound them: then they are Maps by another name. */
import type { TSESTree } from "@typescript-eslint/utils";

import { exported, oneOf, type ApiOrigin } from "../../catalogue/origin.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";

interface CacheClass {
  readonly origin: ApiOrigin;
  /** Options each of which limits the number or the life of its entries, or keeps them elsewhere. */
  readonly bounds: readonly string[];
}

const named = (module: string, ...names: readonly string[]): ApiOrigin => oneOf(...names.map((name) => exported(module, name)));

const CACHE_CLASSES: readonly CacheClass[] = [
  // https://github.com/node-cache/node-cache#options: stdTTL 0 and maxKeys -1 unless told.
  { origin: named("node-cache", "default", "NodeCache"), bounds: ["stdTTL", "maxKeys"] },
  // https://keyv.org/docs/keyv: a Map in memory where no store is given; ttl undefined unless told.
  { origin: named("keyv", "default", "Keyv"), bounds: ["ttl", "store", "uri", "adapter"] },
  // Up to version 6, https://github.com/isaacs/node-lru-cache/tree/v6.0.0#options: max is Infinity unless told.
  { origin: named("lru-cache", "default", "LRUCache"), bounds: ["max", "maxSize", "maxAge", "ttl"] },
];

/** Whether a `new` makes a catalogued cache and its options, all written there, bound nothing. */
export function isUnboundedCache(file: FileFacts, made: TSESTree.NewExpression): boolean {
  const known = CACHE_CLASSES.find(({ origin }) => matchOrigin(file, made.callee, origin) !== undefined);
  if (known === undefined || made.arguments.length > 1) return false;
  const options = made.arguments[0] === undefined ? undefined : unwrap(made.arguments[0]);
  if (options === undefined) return true;
  return options.type === "ObjectExpression" && options.properties.every((property) => property.type === "Property" && !bounds(known, property));
}

/** Zero is how these caches write "no limit". */
function bounds({ bounds: names }: CacheClass, property: TSESTree.Property): boolean {
  const name = memberName(property);
  if (name === undefined) return true;
  return names.includes(name) && !(property.value.type === "Literal" && property.value.value === 0);
}
