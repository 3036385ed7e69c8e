/** Filters that are to take out what has ended, and keep just that: `left(player) { players = players.filter((other) => other === player) }`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { endingFunctions } from "../../catalogue/words/ends-of-entries.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, enclosingFunction, isFunction, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { eventsHeardBy } from "../listener/heard-events.ts";
import type { Operation } from "./operations.ts";

/** Answers whether a removal keeps exactly the element whose end it is told of, and drops all others. */
export function isInvertedFilter(file: FileFacts, { node }: Operation): boolean {
  const call = node.type === "AssignmentExpression" ? unwrap(node.right) : node;
  const host = enclosingFunction(node);
  if (host === undefined || call.type !== "CallExpression" || calleeName(call) !== "filter" || !isToldOfEnd(file, host)) return false;
  const test = call.arguments[0] === undefined ? undefined : unwrap(call.arguments[0]);
  const [element] = isFunction(test) ? test.params : [];
  const [kept, ...others] = isFunction(test) ? file.functions.returnedBy(test) : [];
  if (kept === undefined || others.length > 0 || element?.type !== "Identifier") return false;
  const is = unwrap(kept);
  if (is.type !== "BinaryExpression" || !/^===?$/.test(is.operator)) return false;
  const sides = [is.left, is.right].map((side) => baseOf(side));
  return sides.some((side) => side?.name === element.name) && sides.some((side) => side !== undefined && isAmongParameters(file, side, host));
}

/** Whether a function is there for the end of one thing: by its name, or since the event that tells of it calls it. */
function isToldOfEnd(file: FileFacts, host: FunctionNode): boolean {
  return host.params.length > 0 && (endingFunctions.test(file.functions.factOf(host).name ?? "") || eventsHeardBy(file, host).some(({ name }) => name !== undefined && endingEvents.has(name)));
}

function baseOf(expression: TSESTree.Node): TSESTree.Identifier | undefined {
  let node = unwrap(expression);
  while (node.type === "MemberExpression") node = unwrap(node.object);
  return node.type === "Identifier" ? node : undefined;
}

function isAmongParameters(file: FileFacts, { name }: TSESTree.Identifier, host: FunctionNode): boolean {
  return host.params.some((parameter) => parameter.type === "Identifier" && parameter.name === name && file.variables.variableOf(parameter) !== undefined);
}
