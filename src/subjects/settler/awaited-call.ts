/** Calls that somebody waits for, and whether what they give is used. */
import type { TSESTree } from "@typescript-eslint/utils";

import { chainingMethods } from "../../catalogue/words/disposables.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { isFunction, memberName, unwrap, wrapped } from "../../syntax/tree.ts";

/** `answer`: its value is used, so that it comes; `end`: somebody waits for its end alone. */
export type Settling = "answer" | "end";

/** How many names and chains a promise is followed through. */
const MAXIMUM_STEPS = 12;

/** Answers how a call is waited for where it stands, in a chain, in a list of promises or by a name; undefined where it is not. */
export function settlementOf(file: FileFacts, call: TSESTree.Node, steps = MAXIMUM_STEPS): Settling | undefined {
  const value = wrapped(call);
  const { parent } = value;
  if (steps === 0) return undefined;
  switch (parent?.type) {
    case "AwaitExpression":
      return wrapped(parent).parent?.type === "ExpressionStatement" ? "end" : "answer";
    case "ReturnStatement":
      return "answer";
    case "ArrowFunctionExpression":
      return parent.body === value ? "answer" : undefined;
    case "ConditionalExpression":
    case "LogicalExpression":
      return settlementOf(file, parent, steps - 1);
    case "ArrayExpression":
      return settlementOfList(file, parent, steps);
    case "MemberExpression":
      return parent.object === value ? settlementOfChain(file, parent, steps) : undefined;
    case "VariableDeclarator": {
      const variable = parent.id.type === "Identifier" ? file.variables.variableOf(parent.id) : undefined;
      const settlings = variable?.references.flatMap(({ identifier, init }) => (init === true ? [] : (settlementOf(file, identifier, steps - 1) ?? [])));
      return settlings?.includes("answer") === true ? "answer" : settlings?.[0];
    }
    default:
      return undefined;
  }
}

/** `Promise.all([call(), other()])`. */
function settlementOfList(file: FileFacts, list: TSESTree.ArrayExpression, steps: number): Settling | undefined {
  const call = list.parent;
  return call.type === "CallExpression" && globalPathOf(file, call.callee)?.[0] === "Promise" ? settlementOf(file, call, steps - 1) : undefined;
}

/** `call().then(…)`: a callback that takes the value uses it, whoever waits for the chain. */
function settlementOfChain(file: FileFacts, member: TSESTree.MemberExpression, steps: number): Settling | undefined {
  const call = wrapped(member).parent;
  const name = memberName(member);
  if (call?.type !== "CallExpression" || unwrap(call.callee) !== member || name === undefined || !chainingMethods.test(name)) return undefined;
  const [callback] = call.arguments;
  const taking = name === "then" && callback !== undefined ? (file.functions.functionValueOf(callback) ?? callback) : undefined;
  if (taking !== undefined && (!isFunction(taking) || taking.params.length > 0)) return "answer";
  return settlementOf(file, call, steps - 1) ?? "end";
}
