/** Collects where a file uses a value as a key: methods of maps, sets and caches, and computed members of records. */
import { collectionNames } from "../../catalogue/words/language.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import type { KeyMethods } from "../../catalogue/cache-entry.ts";
import { mapMethods, setMethods } from "../../catalogue/words/keyed-stores.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { bySource, receiverOf, wrapped } from "../../syntax/tree.ts";
import { cacheMethodsFor, findCacheApi, namesCache } from "./cache-apis.ts";
import type { KeyUse, StoreKind } from "./key-use.ts";
import { collectRecordUses } from "./record-uses.ts";
import { placeOfStore, storeKind } from "./stores-of.ts";

const WEAK: KeyMethods = { ...mapMethods, ...setMethods };
const COLLECTION_METHODS: readonly string[] = Object.keys(WEAK);

const collected = new WeakMap<FileFacts, readonly KeyUse[]>();

/** Collects every use of a value as a key in the file, in source order. */
export function collectKeyUses(file: FileFacts): readonly KeyUse[] {
  const known = collected.get(file);
  if (known !== undefined) return known;
  const uses = [...collectMethodUses(file), ...collectRecordUses(file)].sort((a, b) => bySource(a.node, b.node));
  collected.set(file, uses);
  return uses;
}

function collectMethodUses(file: FileFacts): KeyUse[] {
  // Without types a store must be named where it is made or declared.
  if (!file.types.available && !collectionNames.test(file.sourceCode.text) && !namesCache(file)) return [];
  const names = namesCache(file) ? [...new Set([...COLLECTION_METHODS, ...cacheMethodsFor(file)])] : COLLECTION_METHODS;
  return names.flatMap((name) => file.calls.named(name).flatMap((call) => (call.type === "CallExpression" ? (findMethodUse(file, call, name) ?? []) : [])));
}

function findMethodUse(file: FileFacts, call: TSESTree.CallExpression, name: string): KeyUse | undefined {
  const [key, value] = call.arguments;
  const receiver = receiverOf(call);
  if (receiver === undefined || key === undefined || key.type === "SpreadElement") return undefined;
  const kind = storeKind(file, receiver);
  const operation = kind === undefined ? undefined : methodsOf(file, kind, receiver)[name];
  const store = operation === undefined ? undefined : placeOfStore(file, receiver);
  if (kind === undefined || operation === undefined || store === undefined) return undefined;
  return { operation, kind, store, key, value: operation === "insert" ? value : undefined, node: wrapped(call) };
}

function methodsOf(file: FileFacts, kind: StoreKind, receiver: TSESTree.Node): KeyMethods {
  switch (kind) {
    case "map":
      return mapMethods;
    case "set":
      return setMethods;
    case "weak":
      return WEAK;
    case "record":
      return {};
    default:
      return findCacheApi(file, receiver)?.methods ?? {};
  }
}
