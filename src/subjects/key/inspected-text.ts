/** Values that `util.inspect` and `util.format` print for readers: what shows that one is an object. */
import type { TSESTree } from "@typescript-eslint/utils";

import { objectDirectives } from "../../catalogue/words/key-texts.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { elementTypes } from "../../facts/type-annotations.ts";
import { functionOf } from "../../facts/variables.ts";
import { unwrap } from "../../syntax/tree.ts";
import { findContextEvidence, isReadAsObject } from "./context-like.ts";
import type { CallForm, KeyForm } from "./key-form.ts";
import { isPrimitiveType } from "./known-shape.ts";
import { membersOfShape, shapesOf, type ShownMember } from "./shapes.ts";

/** Answers how surely an argument of a formatter is an object; undefined where nothing shows it. */
export function findInspected(file: FileFacts, call: CallForm, part: KeyForm): Confidence | undefined {
  if (file.types.isPrimitive(part.node) === true) return undefined;
  const members = shapesOf(file, part).map((shape) => membersOfShape(file, shape));
  // Of a handful of plain values it prints each, in the order of the object.
  if (members.length > 0 && members.every((ofShape) => ofShape !== undefined && ofShape.length > 0 && ofShape.every((member) => isPlainMember(file, member)))) return undefined;
  const isTyped = findContextEvidence(file, part)?.confidence === "certain" || file.types.isPrimitive(part.node) === false || unwrap(part.node).type === "ObjectExpression";
  if (isTyped) return "certain";
  const isShown = part.kind === "input" || part.kind === "member";
  if (isShown && members.length > 0 && members.every((ofShape) => ofShape !== undefined)) return "certain";
  const isRead = part.kind === "input" && part.origin === "parameter" && part.variable !== undefined && isReadAsObject(part.variable);
  return isRead || isPrintedAsObject(call, part) || isGivenLiteral(file, part) ? "likely" : undefined;
}

/** Whether a member is declared or written to be a text, a number, another value without parts, or a list of such. */
function isPlainMember(file: FileFacts, { shapes }: ShownMember): boolean {
  return shapes.every((shape) => (shape.kind === "type" ? isPrimitiveType(shape.node) || isPlainList(file, shape.node) : shape.kind === "value" && isPartless(file, shape.node)));
}

function isPlainList(file: FileFacts, type: TSESTree.TypeNode): boolean {
  const elements = elementTypes(file, type) ?? [];
  return elements.length > 0 && elements.every(isPrimitiveType);
}

function isPartless(file: FileFacts, node: TSESTree.Node): boolean {
  return (node.type === "Literal" && !("regex" in node)) || node.type === "TemplateLiteral" || file.types.isPrimitive(node) === true;
}

/** `format("%o", options)`: the directive of the argument is that of objects. */
function isPrintedAsObject({ parts }: CallForm, part: KeyForm): boolean {
  const [format] = parts;
  const directives = format?.kind === "literal" && typeof format.value === "string" ? [...format.value.replaceAll("%%", "").matchAll(/%[a-zA-Z]/g)] : [];
  const directive = directives[parts.indexOf(part) - 1]?.[0];
  return directive !== undefined && objectDirectives.has(directive) && (part.kind === "input" || part.kind === "member");
}

/** Whether the calls of the file that go by the name of the method write an object down for the parameter. */
function isGivenLiteral(file: FileFacts, part: KeyForm): boolean {
  const variable = part.kind === "input" && part.origin === "parameter" ? part.variable : undefined;
  const owner = variable === undefined ? undefined : functionOf(variable);
  const index = owner?.params.findIndex((parameter) => file.variables.variableOf(parameter) === variable) ?? -1;
  const { name = "", owner: holder } = owner === undefined ? {} : file.functions.factOf(owner);
  const given: (TSESTree.Node | undefined)[] = holder === undefined || index < 0 ? [] : file.calls.named(name).map((call) => call.arguments[index]);
  return given.length > 0 && given.every((argument) => argument !== undefined && unwrap(argument).type === "ObjectExpression");
}
