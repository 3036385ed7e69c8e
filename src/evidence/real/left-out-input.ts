import type { TSESTree } from "@typescript-eslint/utils";

import type { KeyedFunction } from "../../candidates/memoized-key.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isFunction, isWithin, unwrap, walk, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const leftOutInput: Evidence<KeyedFunction, "parameter" | "this"> = {
  id: "real/left-out-input",
  asks: "Does the memoized function read more than the memoizer keys by?",
  levels: {
    parameter: ["the function reads a second parameter, which is no part of the key", "leak"],
    this: ["the function reads `this`, which is no part of the key", "leak"],
  },
  ask(file, { call, api, keyed }) {
    const further = api.keyedBy === "first" ? findReadParameter(file, keyed) : undefined;
    if (further !== undefined) return { level: "parameter", basis: "shown", at: further };
    const own = isKeptByInstance(call) ? undefined : findOwnThis(file, keyed);
    return { level: own === undefined ? "unknown" : "this", basis: "shown", at: own };
  },
};

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
