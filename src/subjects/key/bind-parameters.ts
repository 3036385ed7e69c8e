/** What the parameters of a function of the file stand for in one call of it, whatever pattern takes them apart. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Variable } from "../../facts/variables.ts";
import { memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { LIST, type KeyForm } from "./key-form.ts";
import { elementsOf } from "./list-forms.ts";
import { evaluationOf, type Reading } from "./reading.ts";
import { propertyOf } from "./written-property.ts";

type Bindings = Map<Variable, KeyForm>;

/** Binds the parameters of a function to the arguments of a call; those behind a spread argument stay unknown. */
export function bindParameters(helper: FunctionNode, call: TSESTree.CallExpression, reading: Reading): ReadonlyMap<Variable, KeyForm> {
  const bindings: Bindings = new Map(reading.bindings);
  const spread = call.arguments.findIndex(({ type }) => type === "SpreadElement");
  for (const [index, parameter] of helper.params.entries()) {
    const isReached = spread < 0 || index < spread;
    if (parameter.type === "RestElement") {
      bindPattern(parameter.argument, listOfArguments(call, index, reading), reading, bindings);
      continue;
    }
    const argument = isReached ? call.arguments[index] : undefined;
    if (argument !== undefined) bindGiven(parameter, argument, reading, bindings);
    else if (isReached && parameter.type === "AssignmentPattern") bindGiven(parameter.left, parameter.right, reading, bindings);
    else if (isReached && parameter.type === "Identifier") bindPattern(parameter, { kind: "literal", value: undefined, node: call }, reading, bindings);
  }
  return bindings;
}

/** The arguments from one on, which a rest parameter takes. */
function listOfArguments(call: TSESTree.CallExpression, from: number, reading: Reading): KeyForm {
  const parts = call.arguments.slice(0, from).some(({ type }) => type === "SpreadElement") ? undefined : elementsOf(call.arguments.slice(from), reading);
  if (parts === undefined) return { kind: "unknown", node: call };
  return { kind: "call", callee: LIST, receiver: undefined, parts, node: call, at: `${evaluationOf(call, reading)}...` };
}

/** A given argument is not the default. */
function bindGiven(target: TSESTree.Node, argument: TSESTree.Node, reading: Reading, bindings: Bindings): void {
  const pattern = target.type === "AssignmentPattern" ? target.left : target.type === "TSParameterProperty" ? target.parameter : target;
  bindPattern(pattern, reading.build(argument, reading), reading, bindings);
}

function bindPattern(target: TSESTree.Node, given: KeyForm, reading: Reading, bindings: Bindings): void {
  switch (target.type) {
    case "Identifier": {
      const variable = reading.file.variables.variableOf(target);
      if (variable !== undefined) bindings.set(variable, given);
      return;
    }
    case "AssignmentPattern":
      bindPattern(target.left, orDefault(given, target, reading), reading, bindings);
      return;
    case "ObjectPattern":
      for (const property of target.properties) {
        const name = property.type === "Property" ? memberName(property) : undefined;
        const inner = property.type === "Property" ? property.value : property.argument;
        bindPattern(inner, name === undefined ? { kind: "unknown", node: inner } : memberGiven(given, name, inner, reading), reading, bindings);
      }
      return;
    case "ArrayPattern":
      for (const [index, element] of target.elements.entries()) {
        if (element === null) continue;
        const isRest = element.type === "RestElement";
        bindPattern(isRest ? element.argument : element, isRest ? { kind: "unknown", node: element } : memberGiven(given, String(index), element, reading), reading, bindings);
      }
  }
}

/** A member that a literal leaves out takes the default; of any other it is not known whether it is there. */
function orDefault(given: KeyForm, { right }: TSESTree.AssignmentPattern, reading: Reading): KeyForm {
  if (given.kind === "literal") return given.value === undefined ? reading.build(right, reading) : given;
  if (given.kind !== "member" && given.kind !== "input" && given.kind !== "unknown") return given;
  return { kind: "choice", options: [given, reading.build(right, reading)], node: given.node, at: evaluationOf(right, reading) };
}

/** The node of a member is the name in the pattern: its type is the member's, that of the argument is not. */
function memberGiven(given: KeyForm, name: string, target: TSESTree.Node, reading: Reading): KeyForm {
  const literal = given.kind === "fresh" ? unwrap(given.node) : undefined;
  const written = literal === undefined ? undefined : propertyOf(literal, name);
  if (written !== undefined) return reading.build(written, reading);
  const isLeftOut = literal?.type === "ObjectExpression" && literal.properties.every((property) => property.type === "Property" && memberName(property) !== undefined && memberName(property) !== name);
  const node = target.type === "AssignmentPattern" ? target.left : target;
  return isLeftOut ? { kind: "literal", value: undefined, node } : { kind: "member", of: given, name, node };
}
