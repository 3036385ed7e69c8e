/** Keys that keep of a value only its length or its names, where the values are to be told apart. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { calleeName, isWithin, memberName, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import { collectForms, type KeyForm } from "./key-form.ts";
import { nameOfCalled, type Volatility } from "./volatility.ts";

/**
 * Finds a part of a key that keeps too little: `list.length`, `Object.keys(options)`. It is certain where `keyed`, the
 * function whose calls the key is for, reads more of the same parameter than the key does.
 */
export function findLeftOut(file: FileFacts, form: KeyForm, maker: FunctionNode, keyed: FunctionNode | undefined): Volatility | undefined {
  for (const part of collectForms(form)) {
    const counted = part.kind === "member" && part.name === "length" && part.of.kind === "input" && part.of.origin !== "kept" ? part.of.variable : undefined;
    const named = part.kind === "fresh" && part.what.includes("Object.keys") ? variableOfKeys(file, part.node) : undefined;
    const variable = counted ?? named;
    if (variable === undefined || readsValues(variable, maker)) continue;
    const reasons = counted === undefined
      ? [`${nameOfCalled(file, part.node)} keeps the names only`, "objects with other values share an entry"]
      : [`of \`${variable.name}\` it keeps the length only`, "lists of one length share an entry"];
    return { kind: "lossy", confidence: isReadWhole(file, variable, maker, keyed) ? "certain" : "likely", subject: part.node, reasons };
  }
  return undefined;
}

function variableOfKeys(file: FileFacts, node: TSESTree.Node): Variable | undefined {
  const [object] = node.type === "CallExpression" ? node.arguments : [];
  return object === undefined ? undefined : file.variables.variableOf(unwrap(object));
}

/** Whether a function reads more of a variable than its length, its names, and whether it is there. */
function readsValues(variable: Variable, within: FunctionNode): boolean {
  return variable.references.some((reference) => reference.isRead() && isWithin(reference.identifier, within) && !isNarrowRead(reference.identifier));
}

function isNarrowRead(identifier: TSESTree.Node): boolean {
  const node = wrapped(identifier);
  const { parent } = node;
  switch (parent?.type) {
    case "MemberExpression":
      return parent.object === node && memberName(parent) === "length";
    case "CallExpression":
      return calleeName(parent) === "keys";
    case "UnaryExpression":
    case "IfStatement":
      return true;
    case "ConditionalExpression":
      return parent.test === node;
    case "BinaryExpression":
      return ["==", "===", "!=", "!=="].includes(parent.operator);
    default:
      return false;
  }
}

/** Whether the keyed function reads the parameter at the same position for what it holds. */
function isReadWhole(file: FileFacts, variable: Variable, maker: FunctionNode, keyed: FunctionNode | undefined): boolean {
  const index = maker.params.findIndex((parameter) => variableOfParameter(file, parameter) === variable);
  const parameter = index < 0 ? undefined : keyed?.params[index];
  const own = parameter === undefined ? undefined : variableOfParameter(file, parameter);
  return keyed !== undefined && own !== undefined && readsValues(own, keyed);
}

function variableOfParameter(file: FileFacts, parameter: TSESTree.Parameter): Variable | undefined {
  return file.variables.variableOf(parameter.type === "AssignmentPattern" ? parameter.left : parameter);
}
