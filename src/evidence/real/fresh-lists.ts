import { listMakers } from "../../catalogue/words/language.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { shrinking } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { writesOf } from "../../facts/variables.ts";
import { calleeName, isFunction, walk } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** A variable that is written more often is no list that is looked up and made. */
const MOST_WRITES = 4;

export const freshLists: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "real/fresh-lists",
  asks: "Is what is put in always a fresh list, or the one that was there?",
  levels: {
    yes: ["its entries are lists made here", "leak"],
    no: ["its entries are not always lists made here", "no leak"],
  },
  ask: (file, { operations }) => yesOrNo(operations.every(({ kind, value }) => kind !== "insert" || (value !== undefined && makesList(file, value, 0)))),
};

/** What is put in is a fresh list, or the one that was there. */
function makesList(file: FileFacts, value: TSESTree.Node, depth: number): boolean {
  let isFresh = false;
  let shrinks = false;
  walk(value, file.visitorKeys, (node) => {
    if (isFunction(node)) return false;
    if (node.type === "CallExpression" && shrinking.has(calleeName(node) ?? "")) shrinks = true;
    if (node.type === "ArrayExpression" || (node.type === "NewExpression" && listMakers.test(calleeName(node) ?? ""))) isFresh = true;
    const variable = node.type === "Identifier" && depth < 3 ? file.variables.variableOf(node) : undefined;
    // `let list = map.get(key); if (!list) list = [];`: made here where there was none.
    const values = variable?.defs[0]?.type === "Variable" ? writesOf(variable).flatMap(({ writeExpr }) => writeExpr ?? []) : [];
    if (values.length <= MOST_WRITES && values.some((written) => makesList(file, written, depth + 1))) isFresh = true;
    return !shrinks;
  });
  return isFresh && !shrinks;
}
