/** Finds the entries that a call may mean, in a time that does not grow with the catalogue. Built once, when first asked. */
import type { Pair } from "./entry.ts";
import { namesOf, type ApiOrigin } from "./origin.ts";

export interface Catalogue {
  readonly pairs: readonly Pair[];
  /** The entries whose acquisition is called by this name, the most particular first. */
  pairsForName(name: string): readonly Pair[];
  /** The entries whose acquisition is this export, under whatever local name; the module without `node:`. */
  pairsForExport(module: string, path: readonly string[]): readonly Pair[];
  /** The entries that any call may mean by what it gives. */
  readonly pairsByResult: readonly Pair[];
  /** Whether a text can hold an acquisition that is told by its name. False is certain, true is not. */
  mentions(text: string): boolean;
}

/** Builds the look-up of a list of entries; a later entry takes the place of an earlier one of the same id. */
export function buildCatalogue(entries: readonly Pair[]): Catalogue {
  const pairs = [...new Map(entries.map((pair) => [pair.id, pair])).values()];
  const byName = new Map<string, Pair[]>();
  const byExport = new Map<string, Pair[]>();
  const modules = new Set<string>();
  const pairsByResult: Pair[] = [];
  for (const pair of pairs) {
    if (pair.acquire.gives !== undefined) pairsByResult.push(pair);
    for (const name of new Set(namesOf(pair.acquire.callee))) add(byName, name, pair);
    for (const { module, path } of exportsIn(pair.acquire.callee)) {
      add(byExport, exportKey(module, path), pair);
      // A default export is called by whatever name the file gives it.
      if (withoutDefault(path).length === 0) modules.add(withoutScheme(module));
    }
  }
  for (const list of byName.values()) list.sort((one, other) => particularity(other) - particularity(one));
  let pattern: RegExp | undefined;
  return {
    pairs,
    pairsForName: (name) => byName.get(name) ?? [],
    pairsForExport: (module, path) => byExport.get(exportKey(module, path)) ?? [],
    pairsByResult,
    mentions: (text) => (pattern ??= buildPattern(byName.keys(), modules)).test(text),
  };
}

function add(lists: Map<string, Pair[]>, key: string, pair: Pair): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [pair]);
  else if (!list.includes(pair)) list.push(pair);
}

/** A name counts where it is called, constructed, renamed or taken from an object; a module where it is quoted. */
function buildPattern(names: Iterable<string>, modules: Iterable<string>): RegExp {
  const called = [...names].filter((name) => name !== "default").map(escaped).join("|");
  const quoted = [...modules].map(escaped).join("|");
  return new RegExp(`\\b(?:${called})\\b(?=\\s*(?:[(<:;,})\\]!]|\\?\\.|as\\b|$))${quoted === "" ? "" : `|["'\`](?:node:)?(?:${quoted})["'\`]`}`);
}

function escaped(text: string): string {
  return text.replace(/[$^.*+?()[\]{}|\\/-]/g, "\\$&");
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
