/** Which catalogued memoizer a callee is. */
import type { TSESTree } from "@typescript-eslint/utils";

import { MEMOIZER_APIS, type MemoizerApi } from "../../catalogue/data/memoizers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";

const MEMOIZER_MODULES: ReadonlySet<string> = new Set(MEMOIZER_APIS.flatMap(({ modules }) => modules));
const NONE: readonly MemoizerApi[] = [];

const candidates = new WeakMap<FileFacts, readonly MemoizerApi[]>();

/** The memoizers whose module the file imports. */
export function memoizersIn(file: FileFacts): readonly MemoizerApi[] {
  const known = candidates.get(file);
  if (known !== undefined) return known;
  const { modules: imported } = file.imports;
  const isImported = (module: string): boolean => imported.has(module);
  // A file imports few modules, and seldom one of these.
  const found = [...imported].some((module) => MEMOIZER_MODULES.has(module)) ? MEMOIZER_APIS.filter(({ modules }) => modules.some(isImported)) : NONE;
  candidates.set(file, found);
  return found;
}

/** Finds the memoizer that a callee is. */
export function findMemoizer(file: FileFacts, callee: TSESTree.Node, form: MemoizerApi["form"]): MemoizerApi | undefined {
  return memoizersIn(file).find((api) => api.form === form && matchOrigin(file, callee, api.origin) !== undefined);
}
