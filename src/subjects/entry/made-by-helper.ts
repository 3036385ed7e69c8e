/** Values that a function of the file makes, keeps in one collection and returns, to be kept in another. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { enclosingFunction, isFunction, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";
import type { Collection } from "../collection/collection.ts";
import type { Operation } from "../collection/operations.ts";
import { calledFunctionOf } from "../../facts/reached-code.ts";
import { isSameKey } from "../collection/same-key.ts";
import { mentions } from "../collection/mentioned-place.ts";

/** Whether what `insert` keeps is the result of the function in which `fed` keeps the same thing in `sibling`. */
export function storesWhatItReturns(file: FileFacts, insert: Operation, fed: Operation, sibling: Collection): boolean {
  const maker = insert.value === undefined ? undefined : makerOfValue(file, insert.value);
  return maker !== undefined && maker === enclosingFunction(fed.node) && returnsEntry(file, maker, fed, sibling);
}

function makerOfValue(file: FileFacts, value: TSESTree.Node): FunctionNode | undefined {
  const node = unwrap(value);
  if (node.type === "CallExpression") return calledFunctionOf(file, node);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable) ?? onlyInitial(variable.defs[0]?.node);
  const call = init === undefined ? undefined : unwrap(init);
  return call?.type === "CallExpression" ? calledFunctionOf(file, call) : undefined;
}

function onlyInitial(node: TSESTree.Node | undefined): TSESTree.Node | undefined {
  return node?.type === "VariableDeclarator" && node.id.type === "Identifier" ? (node.init ?? undefined) : undefined;
}

/** Whether the function returns the entry it has made: the variable it put in, or `sibling[key]`. */
function returnsEntry(file: FileFacts, maker: FunctionNode, fed: Operation, sibling: Collection): boolean {
  let found = false;
  walk(maker.body, file.visitorKeys, (node) => {
    if (isFunction(node)) return false;
    if (node.type !== "ReturnStatement" || node.argument === null) return !found;
    const isValue = fed.value !== undefined && isSameKey(file, node.argument, fed.value);
    found ||= isValue || mentions(file, node.argument, sibling.place);
    return false;
  });
  return found;
}
