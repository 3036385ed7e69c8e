/** Which sort of value a key surely is: two sorts are never equal in a store that keeps its keys as they are. */
import type { TSESTree } from "@typescript-eslint/utils";

import { numberCalls, numberMembers, routeTexts, textAnswers, textHolders, textStoreMembers, textStores } from "../../catalogue/words/key-texts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { writesOf, type Variable } from "../../facts/variables.ts";
import { unwrap } from "../../syntax/tree.ts";
import { contextOfParameter } from "./handler-context.ts";
import { isText, type CallForm, type ChangingForm, type KeyForm } from "./key-form.ts";
import { declaredTypeOf } from "./known-shape.ts";
import { dottedName } from "./reading.ts";

export type ValueSort = "text" | "number" | "object";

const ARITHMETIC: ReadonlySet<string> = new Set(["-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>"]);

const SORT_OF_ANNOTATION: Readonly<Partial<Record<TSESTree.TypeNode["type"], ValueSort>>> = {
  TSStringKeyword: "text",
  TSTemplateLiteralType: "text",
  TSNumberKeyword: "number",
  TSObjectKeyword: "object",
  TSArrayType: "object",
  TSFunctionType: "object",
};

/** Answers the sort of a form's value; undefined where it may be of another one. */
export function sortOf(file: FileFacts, form: KeyForm): ValueSort | undefined {
  if (isText(form)) return "text";
  switch (form.kind) {
    case "fresh":
      return "object";
    case "literal":
      return typeof form.value === "number" ? "number" : undefined;
    case "changing":
      return sortOfChanging(form);
    case "member":
      return sortOfMember(file, form.of, form.name) ?? sortOfType(declaredTypeOf(file, form.of.node, form.name)) ?? sortOfDeclared(file, form.node);
    case "call":
      return sortOfCall(form) ?? (isTextStoreGet(file, form) ? "text" : undefined);
    case "input":
      return sortOfDeclared(file, form.node) ?? sortOfCounted(form.variable);
    case "unknown":
      return sortOfCounted(file.variables.variableOf(form.node));
    default:
      return undefined;
  }
}

/** `element.dataset.id` is a text whatever was put there, and `request.params.id` is a part of the address; a length is a number. */
function sortOfMember(file: FileFacts, of: KeyForm, name: string): ValueSort | undefined {
  if (of.kind === "member" && (textHolders.has(of.name) || (routeTexts.has(of.name) && isGivenRequest(file, of.of)))) return "text";
  return numberMembers.has(name) ? "number" : undefined;
}

/** Whether a form is the parameter that a framework gives a request for. */
function isGivenRequest(file: FileFacts, of: KeyForm): boolean {
  return of.kind === "input" && of.variable !== undefined && contextOfParameter(file, of.variable) !== undefined;
}

function sortOfCall({ callee, receiver, node }: CallForm): ValueSort | undefined {
  if (callee === "[]") return receiver?.kind === "member" && textHolders.has(receiver.name) ? "text" : undefined;
  if (textAnswers.has(callee)) return "text";
  return ARITHMETIC.has(callee) || (numberCalls.has(callee) && node.type === "CallExpression") ? "number" : undefined;
}

/** `parameters.get("id")` of a store of the platform that holds texts only. */
function isTextStoreGet(file: FileFacts, { callee, receiver }: CallForm): boolean {
  if (callee !== ".get" || receiver === undefined) return false;
  if (receiver.kind === "member" && textStoreMembers.has(receiver.name)) return true;
  const made = unwrap(receiver.node);
  const place = file.places.placeOf(receiver.node);
  const declared = place === undefined ? undefined : file.stores.annotationOf(place);
  const type = receiver.kind === "fresh" && made.type === "NewExpression" ? made.callee : declared?.type === "TSTypeReference" ? declared.typeName : undefined;
  return type?.type === "Identifier" && textStores.has(type.name) && file.variables.isGlobal(type);
}

/** Counters and the clock are numbers; of what is random some calls give texts. */
function sortOfChanging({ what, node }: ChangingForm): ValueSort | undefined {
  const name = node.type === "CallExpression" ? (dottedName(node.callee) ?? "") : "";
  if (what === "counter" || numberCalls.has(name)) return "number";
  return textAnswers.has(name) ? "text" : undefined;
}

function sortOfDeclared(file: FileFacts, node: TSESTree.Node): ValueSort | undefined {
  const place = file.places.placeOf(node);
  const sort = place === undefined ? undefined : sortOfType(file.stores.annotationOf(place));
  return sort ?? (file.types.isPrimitive(node) === false ? "object" : undefined);
}

function sortOfType(type: TSESTree.TypeNode | undefined): ValueSort | undefined {
  return type === undefined ? undefined : SORT_OF_ANNOTATION[type.type];
}

/** A variable that begins at a number and is only counted on. */
function sortOfCounted(variable: Variable | undefined): ValueSort | undefined {
  const writes = variable?.defs[0]?.type === "Variable" ? writesOf(variable) : [];
  const isCounted = writes.length > 0 && writes.every(({ identifier, writeExpr }) => identifier.parent?.type === "UpdateExpression" || isNumberLiteral(writeExpr));
  return isCounted ? "number" : undefined;
}

function isNumberLiteral(value: TSESTree.Node | null | undefined): boolean {
  const node = value == null ? undefined : unwrap(value);
  return node?.type === "Literal" && typeof node.value === "number";
}
