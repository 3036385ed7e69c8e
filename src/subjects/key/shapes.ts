/** What a file shows a value to be, where nobody asks a type checker: a type that it is declared with, or the expressions that give it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { contextualParameterType } from "../../facts/contextual-types.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { stepsInPattern, wholeParameter } from "../../facts/pattern-steps.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { annotationOf, returnTypeOf } from "../../syntax/annotations.ts";
import { isWithin, memberName, unwrap } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { membersOfType } from "../../facts/declared-members.ts";
import { elementTypes } from "../../facts/type-annotations.ts";
import type { InputForm, KeyForm } from "./key-form.ts";
import { callsOf } from "./parameter-names.ts";
import { propertyOf } from "./written-property.ts";

/** `unknown` stands among the others for what else the value may be. */
export type Shape =
  | { readonly kind: "type"; readonly node: TSESTree.TypeNode }
  | { readonly kind: "value"; readonly node: TSESTree.Node }
  | { readonly kind: "unknown" };

const UNKNOWN: readonly Shape[] = [{ kind: "unknown" }];
const MAXIMUM_DEPTH = 4;
const MAXIMUM_CALLERS = 8;

/** Collects what a value is shown to be: each way in which it comes about on its own. */
export function shapesOf(file: FileFacts, form: KeyForm, depth = 0): readonly Shape[] {
  if (depth > MAXIMUM_DEPTH) return UNKNOWN;
  switch (form.kind) {
    case "input":
      return shapesOfInput(file, form, depth);
    case "member":
      return shapesOf(file, form.of, depth + 1).flatMap((shape) => memberShapes(file, shape, form.name, depth + 1));
    case "choice":
      return form.options.flatMap((option) => shapesOf(file, option, depth + 1));
    case "call": {
      const called = form.node.type === "CallExpression" ? file.functions.calledFunction(form.node) : undefined;
      const declared = called === undefined ? undefined : returnTypeOf(called);
      return declared === undefined ? UNKNOWN : [{ kind: "type", node: declared }];
    }
    case "unknown":
      return UNKNOWN;
    default:
      return [{ kind: "value", node: unwrap(form.node) }];
  }
}

function shapesOfInput(file: FileFacts, form: InputForm, depth: number): readonly Shape[] {
  const { variable } = form;
  if (variable === undefined) {
    const place = file.places.placeOf(form.node);
    const annotation = place === undefined ? undefined : file.stores.annotationOf(place);
    return annotation === undefined ? UNKNOWN : [{ kind: "type", node: annotation }];
  }
  const own = variable.identifiers[0] === undefined ? undefined : annotationOf(variable.identifiers[0]);
  if (own !== undefined) return [{ kind: "type", node: own }];
  if (form.origin === "parameter" || form.origin === "bound") return shapesOfParameter(file, variable, depth);
  const value = initializerOf(variable);
  return value !== undefined && isMadeThere(unwrap(value)) ? [{ kind: "value", node: unwrap(value) }] : UNKNOWN;
}

/** Whether an expression makes a value, whose shape is then the one of all readings. */
function isMadeThere({ type }: TSESTree.Node): boolean {
  return type === "ObjectExpression" || type === "ArrayExpression" || type === "NewExpression" || type === "ArrowFunctionExpression" || type === "FunctionExpression";
}

function shapesOfParameter(file: FileFacts, variable: Variable, depth: number): readonly Shape[] {
  const [identifier] = variable.identifiers;
  const owner = variable.defs[0]?.type === "Parameter" ? functionOf(variable) : undefined;
  const index = identifier === undefined ? -1 : (owner?.params.findIndex((parameter) => isWithin(identifier, parameter)) ?? -1);
  const parameter = owner?.params[index];
  const steps = parameter === undefined || identifier === undefined ? undefined : stepsInPattern(parameter, identifier);
  if (owner === undefined || parameter === undefined || steps === undefined) return UNKNOWN;
  const declared = annotationOf(wholeParameter(parameter)) ?? contextualParameterType(file, owner, index);
  if (declared !== undefined) return followSteps(file, [{ kind: "type", node: declared }], steps, depth);
  const calls = callsOf(file, owner);
  if (calls.length === 0 || calls.length > MAXIMUM_CALLERS) return UNKNOWN;
  return calls.flatMap((call) => {
    const argument = call.arguments[index];
    const isGiven = argument !== undefined && !call.arguments.slice(0, index + 1).some(({ type }) => type === "SpreadElement");
    return isGiven ? followSteps(file, shapesOf(file, buildKeyForm(file, argument), depth + 1), steps, depth) : UNKNOWN;
  });
}

function followSteps(file: FileFacts, shapes: readonly Shape[], steps: readonly string[], depth: number): readonly Shape[] {
  return steps.reduce((found, name) => found.flatMap((shape) => memberShapes(file, shape, name, depth)), shapes);
}

function memberShapes(file: FileFacts, shape: Shape, name: string, depth: number): readonly Shape[] {
  if (shape.kind === "unknown") return UNKNOWN;
  if (shape.kind === "value") return memberOfValue(file, shape.node, name, depth);
  const [element] = /^\d+$/.test(name) ? elementsAt(file, shape.node, Number(name)) : [];
  const member = element === undefined ? membersOfType(file, shape.node)?.members.find((one) => one.name === name) : undefined;
  return shapesOfMember(file, element ?? member?.type, member?.initial, depth);
}

function shapesOfMember(file: FileFacts, type: TSESTree.TypeNode | undefined, initial: TSESTree.Expression | undefined, depth: number): readonly Shape[] {
  if (type !== undefined) return [{ kind: "type", node: type }];
  return initial === undefined ? UNKNOWN : shapesOf(file, buildKeyForm(file, initial), depth + 1);
}

function elementsAt(file: FileFacts, type: TSESTree.TypeNode, index: number): readonly TSESTree.TypeNode[] {
  const elements = elementTypes(file, type) ?? [];
  return elements.length === 1 ? elements : elements.slice(index, index + 1);
}

function memberOfValue(file: FileFacts, node: TSESTree.Node, name: string, depth: number): readonly Shape[] {
  const value = propertyOf(node, name);
  return value === undefined ? UNKNOWN : shapesOf(file, buildKeyForm(file, value), depth + 1);
}

/** A member that a value is shown to have, and what that is. */
export interface ShownMember {
  readonly name: string;
  readonly shapes: readonly Shape[];
}

/** Collects the members of an object by its type or literal; undefined where they are not known. */
export function membersOfShape(file: FileFacts, shape: Shape, depth = 0): readonly ShownMember[] | undefined {
  if (shape.kind === "unknown" || depth > MAXIMUM_DEPTH) return undefined;
  if (shape.kind === "type") {
    return membersOfType(file, shape.node)?.members.map(({ name, type, initial }) => ({ name, shapes: shapesOfMember(file, type, initial, depth) }));
  }
  if (shape.node.type !== "ObjectExpression") return undefined;
  return shape.node.properties.flatMap((property): ShownMember[] => {
    const name = property.type === "Property" ? memberName(property) : undefined;
    const isValue = property.type === "Property" && property.kind === "init";
    return name === undefined ? [] : [{ name, shapes: isValue ? shapesOf(file, buildKeyForm(file, property.value), depth + 1) : UNKNOWN }];
  });
}
