/** Which catalogued cache an expression is. */
import { pageStores } from "../../catalogue/words/language.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import type { CacheApi } from "../../catalogue/cache-entry.ts";
import { CACHE_APIS } from "../../catalogue/data/caches.ts";
import { namesOf } from "../../catalogue/origin.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { moduleName } from "../../facts/imports.ts";
import { matchOrigin } from "../../facts/value-origin.ts";

/** One of them is in each text that `pageStores` matches: words are found faster than an expression is tried at each letter. */
const GLOBAL_WORDS = ["Storage", "caches"];

/** The methods of all catalogued caches. */
const METHODS: readonly string[] = CACHE_APIS.flatMap(({ methods }) => Object.keys(methods));

/** The methods of every cache the file can have, the user's own included. */
export function cacheMethodsFor(file: FileFacts): readonly string[] {
  return [...METHODS, ...file.catalogue.caches.flatMap(({ methods }) => Object.keys(methods))];
}

const CACHE_MODULES: ReadonlySet<string> = new Set(CACHE_APIS.flatMap(({ modules }) => modules.map(moduleName)));

const candidates = new WeakMap<FileFacts, readonly CacheApi[]>();

/** The caches that a file can have: their module is imported, or their global is named. */
function candidatesOf(file: FileFacts): readonly CacheApi[] {
  const known = candidates.get(file);
  if (known !== undefined) return known;
  const { text } = file.sourceCode;
  const namesGlobal = GLOBAL_WORDS.some((word) => text.includes(word)) && pageStores.test(text);
  const { modules: imported } = file.imports;
  const isNamed = (module: string): boolean => imported.has(moduleName(module));
  const mayBeShipped = namesGlobal || [...imported].some((module) => CACHE_MODULES.has(module));
  const found = [
    ...file.catalogue.caches.filter(({ modules, origin }) => (modules.length === 0 ? namesOf(origin).some((name) => text.includes(name)) : modules.some(isNamed))),
    ...(mayBeShipped ? CACHE_APIS.filter(({ modules }) => (modules.length === 0 ? namesGlobal : modules.some(isNamed))) : []),
  ];
  candidates.set(file, found);
  return found;
}

/** Answers whether a file names a catalogued cache at all. */
export function namesCache(file: FileFacts): boolean {
  return candidatesOf(file).length > 0;
}

/** Finds the catalogued cache that an expression is. */
export function findCacheApi(file: FileFacts, expression: TSESTree.Node): CacheApi | undefined {
  return candidatesOf(file).find(({ origin, formerly = [] }) => [origin, ...formerly].some((one) => matchOrigin(file, expression, one) !== undefined));
}
