/** The form of a call: a conversion to text, something new each time, a helper of the file looked into, or the call itself. */
import type { TSESTree } from "@typescript-eslint/utils";

import { freshMethods } from "../../catalogue/words/changing-calls.ts";
import { isParameter, type Variable } from "../../facts/variables.ts";
import { memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { changingCall, freshCall } from "./changing-calls.ts";
import type { KeyForm } from "./key-form.ts";
import { isText } from "./key-form.ts";
import { elementsOf, elementsOfList } from "./list-forms.ts";
import { dottedName, evaluationOf, type Reading } from "./reading.ts";
import { collectReturns } from "./returned-values.ts";
import { asText, concat, formOfJoin } from "./text-forms.ts";

/** Builds the form of a call or of `new`. */
export function formOfCall(node: TSESTree.CallExpression | TSESTree.NewExpression, reading: Reading): KeyForm {
  const at = evaluationOf(node, reading);
  const name = dottedName(node.callee) ?? "";
  if (node.type === "NewExpression") return { kind: "fresh", what: `a new \`${name === "" ? "object" : name}\``, node, at, isInPlace: true };
  const what = changingCall(reading.file, node);
  if (what !== undefined) return { kind: "changing", what, node, at };
  const fresh = freshCall(reading.file, node);
  if (fresh !== undefined) return { kind: "fresh", what: fresh, node, at, isInPlace: true };
  return formOfConversion(node, name, reading) ?? formOfHelper(node, reading) ?? formOfOpaqueCall(node, name, reading);
}

function formOfConversion(node: TSESTree.CallExpression, name: string, reading: Reading): KeyForm | undefined {
  const [first] = node.arguments;
  const callee = unwrap(node.callee);
  if (name === "String" && first !== undefined && callee.type === "Identifier" && reading.file.variables.isGlobal(callee)) return asText(reading.build(first, reading), first, reading);
  if (callee.type !== "MemberExpression") return undefined;
  switch (memberName(callee)) {
    case "toString":
    case "toLocaleString":
      return first === undefined ? asText(reading.build(callee.object, reading), callee.object, reading) : undefined;
    case "join":
      return formOfJoin(callee.object, node, reading);
    case "concat": {
      const text = reading.build(callee.object, reading);
      return isText(text) ? concat(node, [text, ...node.arguments.map((argument) => asText(reading.build(argument, reading), argument, reading))]) : undefined;
    }
    default:
      return undefined;
  }
}

function formOfOpaqueCall(node: TSESTree.CallExpression, name: string, reading: Reading): KeyForm {
  const callee = unwrap(node.callee);
  const at = evaluationOf(node, reading);
  const parts = node.arguments.map((argument) => reading.build(argument, reading));
  const imported = reading.file.imports.importedValueOf(callee);
  const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
  if (callee.type === "MemberExpression" && method !== undefined && imported === undefined && !isGlobalObject(callee.object, reading)) {
    if (freshMethods.has(method)) return { kind: "fresh", what: `the result of \`.${method}()\``, node, at, isInPlace: true };
    return { kind: "call", callee: `.${method}`, receiver: reading.build(callee.object, reading), parts, node, at };
  }
  if (name === "") return { kind: "unknown", node };
  const [first] = node.arguments;
  const elements = name === "JSON.stringify" && first !== undefined && parts.length === 1 ? elementsOfList(first, reading) : undefined;
  return { kind: "call", callee: name, receiver: undefined, parts, node, at, ...(elements === undefined ? {} : { elements }) };
}

function isGlobalObject(node: TSESTree.Node, { file }: Reading): boolean {
  const at = unwrap(node);
  return at.type === "Identifier" && file.variables.isGlobal(at) && /^[A-Z]/.test(at.name);
}

/** Looks into a function of the file: its parameters stand for the arguments. */
function formOfHelper(node: TSESTree.CallExpression, reading: Reading): KeyForm | undefined {
  const helper = isGivenFunction(node.callee, reading) ? undefined : reading.file.functions.calledFunction(node);
  const returned = helper === undefined ? undefined : collectReturns(reading.file, helper);
  if (helper === undefined || returned === undefined || returned.length === 0) return undefined;
  const inner: Reading = { ...reading, depth: reading.depth + 1, route: reading.route + evaluationOf(node, reading), bindings: bindParameters(helper, node, reading), lists: bindRest(helper, node, reading) };
  const options = returned.map((value) => reading.build(value, inner));
  const [only] = options;
  return options.length === 1 ? only : { kind: "choice", options: options.flatMap((form) => (form.kind === "choice" ? form.options : [form])), node };
}

/** A function that the caller hands in is anybody's. */
function isGivenFunction(callee: TSESTree.Node, { file }: Reading): boolean {
  return isParameter(file.variables, unwrap(callee));
}

function bindParameters(helper: FunctionNode, call: TSESTree.CallExpression, reading: Reading): ReadonlyMap<Variable, KeyForm> {
  const bindings = new Map(reading.bindings);
  if (call.arguments.some((argument) => argument.type === "SpreadElement")) return bindings;
  for (const [index, parameter] of helper.params.entries()) {
    const argument = call.arguments[index];
    const fallback = parameter.type === "AssignmentPattern" ? parameter.right : undefined;
    const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    const given = argument ?? fallback;
    if (given !== undefined) bind(target, given, reading, bindings);
    else if (target.type === "Identifier") bindMissing(target, call, reading, bindings);
  }
  return bindings;
}

/** A parameter that the call gives nothing for. */
function bindMissing(target: TSESTree.Identifier, call: TSESTree.CallExpression, { file }: Reading, bindings: Map<Variable, KeyForm>): void {
  const variable = file.variables.variableOf(target);
  if (variable !== undefined) bindings.set(variable, { kind: "literal", value: undefined, node: call });
}

/** `...parts` of a helper stands for the arguments that are left for it. */
function bindRest(helper: FunctionNode, call: TSESTree.CallExpression, reading: Reading): ReadonlyMap<Variable, readonly KeyForm[]> {
  const rest = helper.params.at(-1);
  const variable = rest?.type === "RestElement" ? reading.file.variables.variableOf(rest.argument) : undefined;
  const given = elementsOf(call.arguments.slice(helper.params.length - 1), reading);
  const known = call.arguments.slice(0, helper.params.length - 1).every(({ type }) => type !== "SpreadElement");
  return variable === undefined || given === undefined || !known ? reading.lists : new Map([...reading.lists, [variable, given]]);
}

function bind(target: TSESTree.Node, given: TSESTree.Node, reading: Reading, bindings: Map<Variable, KeyForm>): void {
  if (target.type === "Identifier") {
    const variable = reading.file.variables.variableOf(target);
    if (variable !== undefined) bindings.set(variable, reading.build(given, reading));
    return;
  }
  if (target.type !== "ObjectPattern") return;
  const object = unwrap(given);
  for (const property of target.properties) {
    const name = property.type === "Property" ? memberName(property) : undefined;
    const inner = property.type === "Property" && property.value.type === "AssignmentPattern" ? property.value.left : property.type === "Property" ? property.value : undefined;
    const variable = inner?.type === "Identifier" ? reading.file.variables.variableOf(inner) : undefined;
    if (name === undefined || variable === undefined) continue;
    const written = object.type === "ObjectExpression" ? object.properties.find((candidate) => candidate.type === "Property" && memberName(candidate) === name) : undefined;
    const value = written?.type === "Property" ? reading.build(written.value, reading) : undefined;
    bindings.set(variable, value ?? { kind: "member", of: reading.build(given, reading), name, node: given });
  }
}
