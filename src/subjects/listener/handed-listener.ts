/** Functions that only put on what they are given: `onMessage(tell) { this.wire.on("message", (text) => tell(text)); }`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, isWithin, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import { listenerCallOf } from "./listener-calls.ts";

/**
 * Whether a function is a registration: it does nothing else, and of each thing that it is given it only says what is to be called
 * and for which event. What it is given beyond that would be the subject of one call, which its listeners outlive.
 */
export function handsListenerOn(file: FileFacts, host: FunctionNode): boolean {
  const isRegistration = host.body.type === "BlockStatement" ? host.body.body.every((statement) => onlyPutsOn(file, statement)) : putsListenerOn(file, host.body);
  return isRegistration && host.params.length > 0 && host.params.every((parameter) => isOnlyHandedOn(file, parameter, host));
}

function onlyPutsOn(file: FileFacts, statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "BlockStatement":
      return statement.body.every((one) => onlyPutsOn(file, one));
    case "IfStatement":
      return onlyPutsOn(file, statement.consequent) && (statement.alternate === null || onlyPutsOn(file, statement.alternate));
    case "ExpressionStatement":
      return putsListenerOn(file, statement.expression);
    case "ReturnStatement":
      return statement.argument === null || statement.argument.type === "ThisExpression" || putsListenerOn(file, statement.argument);
    default:
      return statement.type === "ThrowStatement";
  }
}

/** `wire.on("open", f)`, by itself or as what is returned. */
function putsListenerOn(file: FileFacts, expression: TSESTree.Node): boolean {
  const call = unwrap(expression);
  const listening = listenerCallOf(file, call);
  return listening?.verbs.add.has(listening.verb) === true;
}

/** Whether all that is done with a parameter is to call it, to put it on, or to choose by it what is put on. */
function isOnlyHandedOn(file: FileFacts, parameter: TSESTree.Node, host: FunctionNode): boolean {
  const variable = parameter.type === "Identifier" ? file.variables.variableOf(parameter) : undefined;
  if (variable === undefined || variable.references.length === 0) return false;
  const called = variable.references.some(({ identifier }) => standsAsCallee(identifier));
  return variable.references.every(({ identifier }) => standsAsCallee(identifier) || standsInPutting(file, identifier) || onlyDecides(identifier, called ? undefined : host));
}

function standsAsCallee(identifier: TSESTree.Node): boolean {
  const value = wrapped(identifier);
  return value.parent?.type === "CallExpression" && value.parent.callee === value;
}

function standsInPutting(file: FileFacts, identifier: TSESTree.Node): boolean {
  const { parent } = wrapped(identifier);
  return parent?.type === "CallExpression" && parent.arguments.some((argument) => isWithin(identifier, argument)) && putsListenerOn(file, parent);
}

/** Whether it only decides: what is called may be tested anywhere, the rest where the function itself chooses. */
function onlyDecides(identifier: TSESTree.Node, chooser: FunctionNode | undefined): boolean {
  if (chooser !== undefined && enclosingFunction(identifier) !== chooser) return false;
  for (let at = wrapped(identifier); at.parent != null; at = at.parent) {
    const { parent } = at;
    if (parent.type === "IfStatement" || parent.type === "ConditionalExpression") return parent.test === at;
    if (parent.type === "LogicalExpression" && parent.left === at) return true;
    if (parent.type !== "LogicalExpression" && parent.type !== "BinaryExpression" && parent.type !== "UnaryExpression") return false;
  }
  return false;
}
