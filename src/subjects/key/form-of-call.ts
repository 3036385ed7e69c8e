/** The form of a call: a conversion to text, something new each time, a helper of the file looked into, or the call itself. */
import type { TSESTree } from "@typescript-eslint/utils";

import { copyingMethods, freshMethods, iteratorMethods, sameObjectCalls, sameObjectMethods } from "../../catalogue/words/changing-calls.ts";
import { isParameter } from "../../facts/variables.ts";
import { calleeName, memberName, unwrap } from "../../syntax/tree.ts";
import { bindParameters } from "./bind-parameters.ts";
import { changingCall, freshCall } from "./changing-calls.ts";
import type { KeyForm } from "./key-form.ts";
import { isText } from "./key-form.ts";
import { elementsOfList } from "./list-forms.ts";
import { dottedName, evaluationOf, type Reading } from "./reading.ts";
import { collectReturns } from "./returned-values.ts";
import { asText, concat, formOfJoin } from "./text-forms.ts";

/** Builds the form of a call or of `new`. */
export function formOfCall(node: TSESTree.CallExpression | TSESTree.NewExpression, reading: Reading): KeyForm {
  const at = evaluationOf(node, reading);
  const name = dottedName(node.callee) ?? "";
  const made = (kind: string, values?: readonly KeyForm[]): KeyForm => ({ kind: "fresh", what: kind, node, at, isInPlace: true, isShared: false, isUnchanged: true, ...(values === undefined ? {} : { values }) });
  if (node.type === "NewExpression") return made(`a new \`${name === "" ? "object" : name}\``);
  const what = changingCall(reading.file, node);
  if (what !== undefined) return { kind: "changing", what, node, at };
  const fresh = freshCall(reading.file, node);
  if (fresh !== undefined) return made(fresh, name === "Object.values" ? valuesWritten(node, reading) : undefined);
  return formOfConversion(node, name, reading) ?? formOfSameList(node, name, reading) ?? formOfHelper(node, reading) ?? formOfOpaqueCall(node, name, reading);
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
    if (freshMethods.has(method)) return { kind: "fresh", what: `the result of \`.${method}()\``, node, at, isInPlace: true, isShared: false, isUnchanged: true };
    if (method === "next" && isIterator(callee.object)) return { kind: "fresh", what: "what an iterator answers", node, at, isInPlace: true, isShared: false, isUnchanged: true };
    const receiver = reading.build(callee.object, reading);
    // A part of a list that is new is as new.
    if (receiver.kind === "fresh" && copyingMethods.has(method)) return { kind: "fresh", what: receiver.what, node, at, isInPlace: true, isShared: false, isUnchanged: true };
    return { kind: "call", callee: `.${method}`, receiver, parts, node, at };
  }
  if (name === "") return { kind: "unknown", node };
  const [first] = node.arguments;
  const elements = name === "JSON.stringify" && first !== undefined && parts.length === 1 ? elementsOfList(first, reading) : undefined;
  return { kind: "call", callee: name, receiver: undefined, parts, node, at, ...(elements === undefined ? {} : { elements }) };
}

/** `map.keys()`, whose value is a member of what `next()` answers. */
function isIterator(node: TSESTree.Node): boolean {
  const call = unwrap(node);
  return call.type === "CallExpression" && iteratorMethods.has(calleeName(call) ?? "");
}

function isGlobalObject(node: TSESTree.Node, { file }: Reading): boolean {
  const at = unwrap(node);
  return at.type === "Identifier" && file.variables.isGlobal(at) && /^[A-Z]/.test(at.name);
}

/** The values of a literal, in the order in which it lists them. */
function valuesWritten({ arguments: [object] }: TSESTree.CallExpression, reading: Reading): readonly KeyForm[] | undefined {
  const form = object === undefined ? undefined : reading.build(object, reading);
  const literal = form?.kind === "fresh" && form.isUnchanged ? unwrap(form.node) : undefined;
  if (literal?.type !== "ObjectExpression") return undefined;
  const values = literal.properties.map((property) => (property.type === "Property" && property.kind === "init" && memberName(property) !== undefined ? reading.build(property.value, reading) : undefined));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** `list.sort()`, `Object.freeze(object)`: the object itself, as new as it was. */
function formOfSameList(node: TSESTree.CallExpression, name: string, reading: Reading): KeyForm | undefined {
  const callee = unwrap(node.callee);
  const isSorted = callee.type === "MemberExpression" && sameObjectMethods.has(memberName(callee) ?? "");
  const same = isSorted ? callee.object : sameObjectCalls.has(name) ? node.arguments[0] : undefined;
  const form = same === undefined ? undefined : reading.build(same, reading);
  return form?.kind === "fresh" ? { ...form, isUnchanged: form.isUnchanged && !isSorted } : undefined;
}

/** Looks into a function of the file: its parameters stand for the arguments. */
function formOfHelper(node: TSESTree.CallExpression, reading: Reading): KeyForm | undefined {
  const helper = isGivenFunction(node.callee, reading) ? undefined : reading.file.functions.calledFunction(node);
  const returned = helper === undefined ? undefined : collectReturns(reading.file, helper);
  if (helper === undefined || returned === undefined || returned.length === 0) return undefined;
  const inner: Reading = { ...reading, depth: reading.depth + 1, route: reading.route + evaluationOf(node, reading), bindings: bindParameters(helper, node, reading) };
  const options = returned.map((value) => reading.build(value, inner));
  const [only] = options;
  return options.length === 1 ? only : { kind: "choice", options: options.flatMap((form) => (form.kind === "choice" ? form.options : [form])), node, at: evaluationOf(node, reading) };
}

/** A function that the caller hands in is anybody's. */
function isGivenFunction(callee: TSESTree.Node, { file }: Reading): boolean {
  return isParameter(file.variables, unwrap(callee));
}
