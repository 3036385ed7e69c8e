/** Memoized functions whose result depends on more than the memoizer keys by: a further argument, or `this`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, isFunction, isWithin, unwrap, walk, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import { hasOwnWay } from "./memoized-functions.ts";
import { findMemoizer, memoizersIn } from "../subjects/key/memoizer-apis.ts";
import type { UnstableKey } from "./verdicts.ts";

/** Collects what the keys of memoized functions leave out. That two calls differ in it is not seen, so that it is likely at most. */
export function collectLeftOutInputs(file: FileFacts): UnstableKey[] {
  return memoizersIn(file).length === 0 ? [] : file.nodes.calls.flatMap((call) => findLeftOutInput(file, call) ?? []);
}

function findLeftOutInput(file: FileFacts, call: CallNode): UnstableKey | undefined {
  const api = call.type === "CallExpression" ? findMemoizer(file, call.callee, "wrapper") : undefined;
  const memoized = call.arguments[0] === undefined ? undefined : file.functions.functionValueOf(call.arguments[0]);
  if (api === undefined || memoized === undefined || hasOwnWay(api, call.arguments)) return undefined;
  const further = api.keyedBy === "first" ? findReadParameter(file, memoized) : undefined;
  const own = further ?? (isKeptByInstance(call) ? undefined : findOwnThis(file, memoized));
  if (own === undefined) return undefined;
  const clauses = further === undefined ? ["all objects that have the function share its entries"] : [`\`${calleeName(call) ?? "it"}\` keys by the first argument only`];
  return { reason: "ignored", subject: own, holder: calleeName(call) ?? "it", sites: [call], insert: undefined, clauses, confidence: "likely" };
}

/** The second parameter, if callers have to give it and the function reads it. */
function findReadParameter(file: FileFacts, { params, body }: FunctionNode): TSESTree.Node | undefined {
  const [, second] = params;
  const variable = second?.type === "Identifier" ? file.variables.variableOf(second) : undefined;
  return variable?.references.some(({ identifier }) => isWithin(identifier, body)) === true ? second : undefined;
}

/** `this` of a function that is written with its own, as methods are. */
function findOwnThis(file: FileFacts, node: FunctionNode): TSESTree.Node | undefined {
  let found: TSESTree.Node | undefined;
  if (node.type !== "FunctionExpression") return undefined;
  walk(node.body, file.visitorKeys, (at) => {
    if (at.type === "ThisExpression") found ??= at;
    return !isFunction(at) || at.type === "ArrowFunctionExpression";
  });
  return found;
}

/** Whether each instance makes a memoized function of its own: in a field or through `this`. */
function isKeptByInstance(call: CallNode): boolean {
  for (let at: TSESTree.Node | undefined = call; at?.parent != null; at = at.parent) {
    const { parent } = at;
    if (parent.type === "PropertyDefinition") return !parent.static;
    if (parent.type === "AssignmentExpression" && parent.left.type === "MemberExpression") return unwrap(parent.left.object).type === "ThisExpression";
    if (isFunction(parent)) return false;
  }
  return false;
}
