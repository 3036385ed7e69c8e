/** Which catalogued memoizer a callee is. */
import type { TSESTree } from "@typescript-eslint/utils";

import { MEMOIZER_APIS, type MemoizerApi } from "../../catalogue/data/memoizers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";

const candidates = new WeakMap<FileFacts, readonly MemoizerApi[]>();

/** The memoizers whose module the file imports. */
export function memoizersIn(file: FileFacts): readonly MemoizerApi[] {
  const known = candidates.get(file);
  if (known !== undefined) return known;
  const found = MEMOIZER_APIS.filter(({ modules }) => modules.some((module) => file.imports.modules.has(module)));
  candidates.set(file, found);
  return found;
}

/** Finds the memoizer that a callee is. */
export function findMemoizer(file: FileFacts, callee: TSESTree.Node, form: MemoizerApi["form"]): MemoizerApi | undefined {
  return memoizersIn(file).find((api) => api.form === form && matchOrigin(file, callee, api.origin) !== undefined);
}
