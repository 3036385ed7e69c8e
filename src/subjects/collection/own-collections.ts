/** Classes that the user's settings call unbounded: they are collections like a Map, under method names of their own. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { CacheApi, KeyOperation } from "../../catalogue/cache-entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { findCacheApi } from "../key/cache-apis.ts";
import { receiverOf } from "../../syntax/tree.ts";

const MAP_METHODS: Readonly<Record<KeyOperation, string>> = { insert: "set", lookup: "get", delete: "delete" };

/** The unbounded cache of the settings that an expression is. */
export function ownCollectionAt(file: FileFacts, expression: TSESTree.Node): CacheApi | undefined {
  if (!file.catalogue.caches.some(({ unbounded }) => unbounded === true)) return undefined;
  const api = findCacheApi(file, expression);
  return api?.unbounded === true ? api : undefined;
}

/** The method of a Map that a method does the work of; its own name where the settings say nothing of it. */
export function mapMethodOf(file: FileFacts, call: TSESTree.CallExpression, name: string): string {
  const receiver = receiverOf(call);
  const api = receiver === undefined ? undefined : ownCollectionAt(file, receiver);
  if (api === undefined) return name;
  const operation = Object.hasOwn(api.methods, name) ? api.methods[name] : undefined;
  if (operation !== undefined) return MAP_METHODS[operation];
  return api.clear?.includes(name) === true ? "clear" : name;
}

/** The methods that put something into one of the settings' unbounded caches. */
export function fillingMethodsOf(file: FileFacts): ReadonlySet<string> {
  const unbounded = file.catalogue.caches.filter(({ unbounded }) => unbounded === true);
  return new Set(unbounded.flatMap(({ methods }) => Object.keys(methods).filter((name) => methods[name] === "insert")));
}
