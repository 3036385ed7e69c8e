/** Functions of the same file that put something on and return how to take it off. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, isFunction, memberName, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";
import { returnedValues } from "../fields/closure-ends.ts";
import { teardownRankOf } from "../fields/teardown-names.ts";

const REMOVING = /^(?:remove|un[A-Z]|off$|clear|delete$|splice$|dispose|disconnect|unsubscribe|abort|cancel|stop|destroy|close|detach)|^filter$/;
const ADDING = /^(?:add|on$|once$|push$|set|subscribe|observe|connect|listen|watch|register|unshift|request(?:AnimationFrame|IdleCallback))/;

const summaries = new WeakMap<FunctionNode, boolean>();

/** Whether the call reaches a function of this file whose result takes off what the function has put on. */
export function returnsRemover(file: FileFacts, call: TSESTree.CallExpression): boolean {
  if (!hasRemovers(file)) return false;
  const callee = file.functions.calledFunction(call);
  return callee !== undefined && isRemoverMaker(file, callee);
}

const files = new WeakMap<FileFacts, boolean>();

/** Whether any function of the file does: where none does, no call need be followed. */
function hasRemovers(file: FileFacts): boolean {
  const known = files.get(file) ?? file.functions.all.some(({ node }) => isRemoverMaker(file, node));
  files.set(file, known);
  return known;
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
  return removers.length > 0 && removers.some((remover) => callsAny(file, remover, REMOVING)) && callsAny(file, callee, ADDING, removers);
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

function callsAny(file: FileFacts, body: FunctionNode, names: RegExp, without: readonly FunctionNode[] = []): boolean {
  let found = false;
  walk(body.body, file.visitorKeys, (node) => {
    if (node.type === "CallExpression" && names.test(calleeName(node) ?? "")) found = true;
    return !found && !without.includes(node as FunctionNode);
  });
  return found;
}
