/** Which sort of value a key surely is: two sorts are never equal in a store that keeps its keys as they are. */
import type { TSESTree } from "@typescript-eslint/utils";

import { numberCalls, numberMembers, textAnswers, textHolders } from "../../catalogue/words/key-texts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { unwrap } from "../../syntax/tree.ts";
import { isText, type CallForm, type InputForm, type KeyForm } from "./key-form.ts";

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
      return form.what === "counter" ? "number" : undefined;
    case "member":
      return sortOfMember(form.of, form.name) ?? sortOfDeclared(file, form.node);
    case "call":
      return sortOfCall(form);
    case "input":
      return sortOfInput(file, form);
    default:
      return undefined;
  }
}

/** `element.dataset.id` is a text whatever was put there; a length is a number. */
function sortOfMember(of: KeyForm, name: string): ValueSort | undefined {
  if (of.kind === "member" && textHolders.has(of.name)) return "text";
  return numberMembers.has(name) ? "number" : undefined;
}

function sortOfCall({ callee, receiver, node }: CallForm): ValueSort | undefined {
  if (callee === "[]") return receiver?.kind === "member" && textHolders.has(receiver.name) ? "text" : undefined;
  if (textAnswers.has(callee)) return "text";
  return ARITHMETIC.has(callee) || (numberCalls.has(callee) && node.type === "CallExpression") ? "number" : undefined;
}

function sortOfInput(file: FileFacts, form: InputForm): ValueSort | undefined {
  return sortOfDeclared(file, form.node) ?? (isCountedVariable(form) ? "number" : undefined);
}

function sortOfDeclared(file: FileFacts, node: TSESTree.Node): ValueSort | undefined {
  const place = file.places.placeOf(node);
  const annotation = place === undefined ? undefined : file.stores.annotationOf(place);
  const sort = annotation === undefined ? undefined : SORT_OF_ANNOTATION[annotation.type];
  return sort ?? (file.types.isPrimitive(node) === false ? "object" : undefined);
}

/** A variable that begins at a number and is only counted on. */
function isCountedVariable({ variable }: InputForm): boolean {
  const writes = variable === undefined || variable.defs[0]?.type !== "Variable" ? [] : variable.references.filter((reference) => reference.isWrite());
  return writes.length > 0 && writes.every(({ identifier, writeExpr }) => identifier.parent?.type === "UpdateExpression" || isNumberLiteral(writeExpr));
}

function isNumberLiteral(value: TSESTree.Node | null | undefined): boolean {
  const node = value == null ? undefined : unwrap(value);
  return node?.type === "Literal" && typeof node.value === "number";
}
