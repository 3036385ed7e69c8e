/** Functions of the same file that put something on and return how to take it off. */
import type { TSESTree } from "@typescript-eslint/utils";

import { puttingOn, takingAway } from "../../catalogue/words/removing.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isFunction, isWithin, memberName, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { returnedValues } from "../owner/closure-ends.ts";
import { teardownRankOf } from "../owner/teardown-names.ts";

const summaries = new WeakMap<FunctionNode, boolean>();

/** Whether the call reaches a function of this file whose result takes off what the function has put on. */
export function returnsRemover(file: FileFacts, call: TSESTree.CallExpression): boolean {
  if (!hasRemovers(file)) return false;
  const callee = file.functions.calledFunction(call);
  return callee !== undefined && isRemoverMaker(file, callee);
}

const files = new WeakMap<FileFacts, boolean>();

/** Whether any function of the file does: where none does, no call need be followed. */
export function hasRemovers(file: FileFacts): boolean {
  const known = files.get(file);
  if (known !== undefined) return known;
  const { adding, removing } = callsIn(file);
  const found = removing.length > 0 && functionsAround(adding).some((node) => isRemoverMaker(file, node));
  files.set(file, found);
  return found;
}

/** The functions that one of the calls stands in, at any depth: no other can put something on. */
function functionsAround(inner: readonly CallNode[]): readonly FunctionNode[] {
  const around = new Set<FunctionNode>();
  for (const call of inner) {
    for (let at: TSESTree.Node | null | undefined = call.parent; at != null; at = at.parent) {
      if (!isFunction(at)) continue;
      if (around.has(at)) break;
      around.add(at);
    }
  }
  return [...around];
}

function isRemoverMaker(file: FileFacts, node: FunctionNode): boolean {
  if (node.async || node.generator) return false;
  const known = summaries.get(node) ?? handsOutRemover(file, node);
  summaries.set(node, known);
  return known;
}

function handsOutRemover(file: FileFacts, callee: FunctionNode): boolean {
  const values = returnedValues(file, callee);
  const removers = values.flatMap((value) => removerOf(file, value));
  if (removers.length === 0) return false;
  const { adding, removing } = callsIn(file);
  const isRemoving = removing.some((call) => removers.some((remover) => isWithin(call, remover.body)));
  return isRemoving && adding.some((call) => isWithin(call, callee.body) && !removers.some((remover) => isWithin(call, remover)));
}

/** The function a returned value is, or the disposing method of a returned object. */
function removerOf(file: FileFacts, value: TSESTree.Node): FunctionNode[] {
  const node = unwrap(value);
  if (node.type === "ObjectExpression") {
    const method = node.properties.find((property) => property.type === "Property" && teardownRankOf(file, memberName(property)) !== undefined);
    return method?.type === "Property" && isFunction(method.value) ? [method.value] : [];
  }
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate].flatMap((side) => removerOf(file, side));
  const remover = node.type === "Identifier" || isFunction(node) ? file.functions.functionValueOf(node) : undefined;
  return remover === undefined || remover.params.length > 0 ? [] : [remover];
}

interface Calls {
  readonly adding: readonly CallNode[];
  readonly removing: readonly CallNode[];
}

const calls = new WeakMap<FileFacts, Calls>();

/** The calls of the file that by their names put something on or take it off. */
function callsIn(file: FileFacts): Calls {
  const named = (names: RegExp): CallNode[] => file.calls.whose((name) => names.test(name)).filter(({ type }) => type === "CallExpression");
  const known = calls.get(file);
  if (known !== undefined) return known;
  const found = { adding: named(puttingOn), removing: named(takingAway) };
  calls.set(file, found);
  return found;
}
