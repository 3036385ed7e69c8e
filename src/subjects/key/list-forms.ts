/** The forms of the elements of a list whose making the file shows, so that a text joined of them can be read. */
import type { TSESTree } from "@typescript-eslint/utils";

import { textCalls } from "../../catalogue/words/key-texts.ts";
import { initializerOf, isParameter, type Variable } from "../../facts/variables.ts";
import { calleeName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";
import { LIST, type KeyForm } from "./key-form.ts";
import { evaluationOf, type Reading } from "./reading.ts";

const MAXIMUM_DEPTH = 4;

/** Reads the elements of an array: written in place, kept in a variable that is only joined, or gathered by a rest parameter. */
export function elementsOfList(list: TSESTree.Node, reading: Reading, depth = 0): readonly KeyForm[] | undefined {
  const node = unwrap(list);
  if (depth > MAXIMUM_DEPTH) return undefined;
  switch (node.type) {
    case "ArrayExpression":
      return elementsOf(node.elements, reading, depth);
    case "Identifier":
      return elementsOfVariable(node, reading, depth) ?? elementsOfForm(node, reading, depth);
    case "CallExpression":
      return elementsOfTexts(node, reading, depth) ?? elementsOfForm(node, reading, depth);
    default:
      return elementsOfForm(node, reading, depth);
  }
}

/** What the form of a list tells: what a rest parameter gathers, the values of a literal, an array that nobody has changed. */
function elementsOfForm(list: TSESTree.Node, reading: Reading, depth: number): readonly KeyForm[] | undefined {
  const form = reading.build(list, reading);
  if (form.kind === "call" && form.callee === LIST) return form.parts;
  if (form.kind !== "fresh") return undefined;
  const made = unwrap(form.node);
  return form.values ?? (made.type === "ArrayExpression" && form.isUnchanged ? elementsOf(made.elements, reading, depth + 1) : undefined);
}

/** Reads the elements or arguments of a list; undefined where one of them stands for others that are not known. */
export function elementsOf(nodes: readonly (TSESTree.Node | null)[], reading: Reading, depth = 0): readonly KeyForm[] | undefined {
  const elements: KeyForm[] = [];
  for (const node of nodes) {
    const several = node?.type === "SpreadElement" ? elementsOfList(node.argument, reading, depth + 1) : undefined;
    if (node === null || (node.type === "SpreadElement" && several === undefined)) return undefined;
    elements.push(...(several ?? [reading.build(node, reading)]));
  }
  return elements;
}

function elementsOfVariable(node: TSESTree.Identifier, reading: Reading, depth: number): readonly KeyForm[] | undefined {
  const variable = reading.file.variables.variableOf(node);
  if (variable === undefined) return undefined;
  const init = initializerOf(variable);
  // What is done to it in between is not followed: a list that is pushed to has other elements.
  const isRead = variable.references.every(({ identifier, init: isFirst }) => isFirst === true || isOnlyRead(identifier as TSESTree.Node));
  return init === undefined || !isRead ? undefined : elementsOfList(init, reading, depth + 1);
}

function isOnlyRead(identifier: TSESTree.Node): boolean {
  const { parent } = wrapped(identifier);
  if (parent?.type === "SpreadElement") return true;
  return parent?.type === "MemberExpression" && !parent.computed && parent.property.type === "Identifier" && (parent.property.name === "join" || parent.property.name === "length" || parent.property.name === "map");
}

/** `parts.map(String)`, `parts.map((part) => part.trim())`: what a function of one parameter makes of each element. */
function elementsOfTexts(call: TSESTree.CallExpression, reading: Reading, depth: number): readonly KeyForm[] | undefined {
  const [by] = call.arguments;
  const receiver = receiverOf(call);
  if (calleeName(call) !== "map" || by === undefined || receiver === undefined) return undefined;
  if (by.type === "Identifier" && by.name === "String" && reading.file.variables.isGlobal(by)) return elementsOfList(receiver, reading, depth + 1);
  if (by.type === "Identifier" && textCalls.has(by.name) && reading.file.variables.isGlobal(by)) {
    const at = evaluationOf(call, reading);
    return elementsOfList(receiver, reading, depth + 1)?.map((element, index) => ({ kind: "call", callee: by.name, receiver: undefined, parts: [element], node: call, at: `${at}[${String(index)}]` }));
  }
  const made = functionOfEach(by, reading);
  const elements = made === undefined ? undefined : elementsOfList(receiver, reading, depth + 1);
  return made === undefined ? undefined : elements?.map((element, index) => reading.build(made.result, { ...reading, depth: reading.depth + 1, route: `${reading.route}[${String(index)}]`, bindings: new Map([...reading.bindings, [made.parameter, element]]) }));
}

/** A function of the file that gives one expression of its one parameter. */
function functionOfEach(by: TSESTree.Node, { file }: Reading): { readonly parameter: Variable; readonly result: TSESTree.Node } | undefined {
  const node = isParameter(file.variables, unwrap(by)) ? undefined : file.functions.functionValueOf(unwrap(by));
  const [only, ...others] = node?.params ?? [];
  const parameter = only?.type === "Identifier" && others.length === 0 ? file.variables.variableOf(only) : undefined;
  const [result, ...more] = node === undefined ? [] : file.functions.returnedBy(node);
  return node === undefined || parameter === undefined || result === undefined || more.length > 0 || node.async ? undefined : { parameter, result };
}
