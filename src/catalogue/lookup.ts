/** Finds the entries that a call may mean, in a time that does not grow with the catalogue. Built once, when first asked. */
import { lazy } from "../syntax/lazy.ts";
import type { CacheApi } from "./cache-entry.ts";
import type { Pair } from "./entry.ts";
import type { Lifecycles } from "./lifecycles.ts";
import { namesOf, type ApiOrigin } from "./origin.ts";

export interface Catalogue {
  readonly pairs: readonly Pair[];
  /** The entries whose acquisition is called by this name, the most particular first. */
  pairsForName(name: string): readonly Pair[];
  /** The entries whose acquisition is this export, under whatever local name; the module without `node:`. */
  pairsForExport(module: string, path: readonly string[]): readonly Pair[];
  /** The methods that look like a release of some entry and are none. */
  wrongMethods(): ReadonlySet<string>;
  /** The user's own caches, beside the shipped ones. */
  readonly caches: readonly CacheApi[];
  readonly lifecycles: Lifecycles;
}

/** What the user adds to the entries. */
export interface OwnEntries {
  readonly caches: readonly CacheApi[];
  readonly lifecycles: Lifecycles;
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly Pair[]>;
  readonly byExport: ReadonlyMap<string, readonly Pair[]>;
  readonly wrongMethods: ReadonlySet<string>;
}

const NONE: readonly Pair[] = [];

/** Builds the look-up of a list of entries, whose ids differ; nothing is sorted before something is asked. */
export function buildCatalogue(pairs: readonly Pair[], { caches, lifecycles }: OwnEntries): Catalogue {
  const index = lazy(() => buildIndex(pairs));
  return {
    pairs,
    pairsForName: (name) => index().byName.get(name) ?? NONE,
    pairsForExport: (module, path) => index().byExport.get(exportKey(module, path)) ?? NONE,
    wrongMethods: () => index().wrongMethods,
    caches,
    lifecycles,
  };
}

function buildIndex(pairs: readonly Pair[]): Index {
  const byName = new Map<string, Pair[]>();
  const byExport = new Map<string, Pair[]>();
  for (const pair of pairs) {
    for (const name of new Set(namesOf(pair.acquire.callee))) add(byName, name, pair);
    for (const { module, path } of exportsIn(pair.acquire.callee)) add(byExport, exportKey(module, path), pair);
  }
  for (const list of byName.values()) list.sort((one, other) => particularity(other) - particularity(one));
  return {
    byName,
    byExport,
    wrongMethods: new Set(pairs.flatMap(({ wrongReleases = [] }) => wrongReleases.map(({ method }) => method))),
  };
}

function add(lists: Map<string, Pair[]>, key: string, pair: Pair): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [pair]);
  else if (!list.includes(pair)) list.push(pair);
}

function exportsIn(origin: ApiOrigin): readonly Extract<ApiOrigin, { kind: "export" }>[] {
  if (origin.kind === "export") return [origin];
  return origin.kind === "oneOf" ? origin.of.flatMap(exportsIn) : [];
}

function exportKey(module: string, path: readonly string[]): string {
  return [withoutScheme(module), ...withoutDefault(path)].join(" ");
}

function withoutScheme(module: string): string {
  return module.startsWith("node:") ? module.slice("node:".length) : module;
}

function withoutDefault(path: readonly string[]): readonly string[] {
  return path[0] === "default" ? path.slice(1) : path;
}

/** How much an entry asks of its callee: one that takes any receiver comes after those that name it. */
function particularity({ acquire, confidence }: Pair): number {
  return (takesAnything(acquire.callee) ? 0 : 2) + (confidence === "likely" ? 0 : 1);
}

function takesAnything(origin: ApiOrigin): boolean {
  switch (origin.kind) {
    case "anything":
      return true;
    case "member":
    case "instance":
    case "result":
      return takesAnything(origin.of);
    case "oneOf":
      return origin.of.some(takesAnything);
    default:
      return false;
  }
}
