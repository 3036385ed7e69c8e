/** Forms of text: conversion of a value, and concatenation in its normal form. */
import type { TSESTree } from "@typescript-eslint/utils";

import { unwrap } from "../../syntax/tree.ts";
import { isText, type KeyForm } from "./key-form.ts";
import { elementsOfList } from "./list-forms.ts";
import { evaluationOf, type Reading } from "./reading.ts";

/** The text of a value; literals and texts are their own. */
export function asText(form: KeyForm, node: TSESTree.Node, reading: Reading): KeyForm {
  if (form.kind === "literal") return typeof form.value === "string" ? form : { ...form, value: String(form.value) };
  if (form.kind === "choice") return { ...form, options: form.options.map((option) => asText(option, node, reading)) };
  return isText(form) ? form : { kind: "text", of: form, node: unwrap(node), at: evaluationOf(unwrap(node), reading) };
}

/** Two texts are compared part by part, each with each; nobody writes a key of more parts than these. */
const MAXIMUM_JOINED = 60;

/** Joins texts: inner concatenations are opened, neighbouring literals become one. A text of too many parts is unknown. */
export function concat(node: TSESTree.Node, parts: readonly KeyForm[]): KeyForm {
  const joined: KeyForm[] = [];
  for (const part of parts.flatMap((form) => (form.kind === "concat" ? form.parts : [form]))) {
    const last = joined.at(-1);
    if (part.kind === "literal" && part.value === "") continue;
    if (part.kind === "literal" && last?.kind === "literal") joined[joined.length - 1] = { ...last, value: String(last.value) + String(part.value) };
    else joined.push(part);
  }
  const [only] = joined;
  if (joined.length > MAXIMUM_JOINED) return { kind: "unknown", node };
  if (only === undefined) return { kind: "literal", value: "", node };
  return joined.length === 1 && isText(only) ? only : { kind: "concat", parts: joined, node };
}

/** `private readonly prefix: string`. */
function isDeclaredText(node: TSESTree.Node, { file }: Reading): boolean {
  const place = file.places.placeOf(node);
  return place !== undefined && file.stores.annotationOf(place)?.type === "TSStringKeyword";
}

/** `a + b` is text as soon as one side is; a sum of two unknown values stays a call of `+`. */
export function formOfBinary(node: TSESTree.BinaryExpression, reading: Reading): KeyForm {
  if (node.left.type === "PrivateIdentifier") return { kind: "unknown", node };
  const left = reading.build(node.left, reading);
  const right = reading.build(node.right, reading);
  if (node.operator === "+" && (isText(left) || isText(right) || isDeclaredText(node.left, reading) || isDeclaredText(node.right, reading))) return concat(node, [asText(left, node.left, reading), asText(right, node.right, reading)]);
  return { kind: "call", callee: node.operator, receiver: undefined, parts: [left, right], node, at: evaluationOf(node, reading) };
}

/** A template: its fixed texts and the texts of its expressions. */
export function formOfTemplate(node: TSESTree.TemplateLiteral, reading: Reading): KeyForm {
  const parts = node.quasis.flatMap((quasi, index): KeyForm[] => {
    const expression = node.expressions[index];
    const literal: KeyForm = { kind: "literal", value: quasi.value.cooked ?? "", node: quasi };
    return expression === undefined ? [literal] : [literal, asText(reading.build(expression, reading), expression, reading)];
  });
  return concat(node, parts);
}

/** `[a, b].join(":")`, also through a variable, `Object.values` of a literal or a rest parameter: undefined where the elements or the separator are not known. */
export function formOfJoin(array: TSESTree.Node, call: TSESTree.CallExpression, reading: Reading): KeyForm | undefined {
  const separator: KeyForm = call.arguments[0] === undefined ? { kind: "literal", value: ",", node: call } : reading.build(call.arguments[0], reading);
  const elements = separator.kind === "literal" ? elementsOfList(array, reading) : undefined;
  if (elements === undefined || separator.kind !== "literal") return undefined;
  const parts = elements.flatMap((element, index): KeyForm[] => {
    const text = asText(element, element.node, reading);
    return index === 0 ? [text] : [{ ...separator, value: String(separator.value) }, text];
  });
  return concat(call, parts);
}
