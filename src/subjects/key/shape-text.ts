/** What a value prints as by the shape that a file shows of it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { plainTextImports, plainTextTypes } from "../../catalogue/words/key-texts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isFunction, memberName, unwrap } from "../../syntax/tree.ts";
import type { TextAnswer } from "../../types/type-questions.ts";
import { textOfClass, textOfInstance } from "./class-text.ts";
import { membersOfType } from "../../facts/declared-members.ts";
import { classOfType, declarationsOf, elementTypes, globalTypeName, importedTypesOf, resolveType } from "../../facts/type-annotations.ts";
import { hasPlainText, isContextType } from "./context-types.ts";
import type { Shape } from "./shapes.ts";

const MAXIMUM_DEPTH = 4;
const OWN: TextAnswer = { kind: "own" };
const DEFAULT: TextAnswer = { kind: "default" };
const PRIMITIVE: TextAnswer = { kind: "primitive" };
const CONVERSIONS: ReadonlySet<string | undefined> = new Set(["toString", "[toPrimitive]", "[toStringTag]"]);

/** Answers what all the shapes print as; undefined where they differ, or one of them is not known. */
export function textOfShapes(file: FileFacts, shapes: readonly Shape[]): TextAnswer | undefined {
  return agreedText(shapes.map((shape) => (shape.kind === "unknown" ? undefined : shape.kind === "type" ? textOfType(file, shape.node, 0) : textOfValue(file, shape.node, 0))));
}

/** One text for several values: what they agree on; own texts may be mixed with primitives. */
function agreedText(answers: readonly (TextAnswer | undefined)[]): TextAnswer | undefined {
  const [first] = answers;
  if (answers.every((answer) => answer?.kind === first?.kind)) return first;
  return answers.every((answer) => answer?.kind === "primitive" || answer?.kind === "own") ? OWN : undefined;
}

/** A list prints its elements. */
function textOfList(answers: readonly (TextAnswer | undefined)[]): TextAnswer | undefined {
  const answer = answers.length === 0 ? OWN : agreedText(answers);
  return answer?.kind === "primitive" ? OWN : answer;
}

/** Answers what an expression prints as that gives the value. */
export function textOfValue(file: FileFacts, expression: TSESTree.Node, depth = 0): TextAnswer | undefined {
  const node = unwrap(expression);
  if (isFunction(node)) return { kind: "function" };
  switch (node.type) {
    case "Literal":
      return "regex" in node ? OWN : PRIMITIVE;
    case "TemplateLiteral":
    case "BinaryExpression":
      return PRIMITIVE;
    case "JSXElement":
    case "JSXFragment":
      return DEFAULT;
    case "ObjectExpression":
      return node.properties.every((property) => property.type === "Property" && memberName(property) !== undefined && !CONVERSIONS.has(memberName(property))) ? DEFAULT : undefined;
    case "ArrayExpression":
      return depth > MAXIMUM_DEPTH ? undefined : textOfList(node.elements.map((element) => (element === null ? PRIMITIVE : textOfValue(file, element, depth + 1))));
    case "NewExpression":
      return node.callee.type === "Identifier" && file.variables.isGlobal(node.callee) && plainTextTypes.has(node.callee.name) ? DEFAULT : textOfInstance(file, node);
    default:
      return undefined;
  }
}

function textOfType(file: FileFacts, type: TSESTree.TypeNode, depth: number): TextAnswer | undefined {
  const resolved = depth > MAXIMUM_DEPTH ? undefined : resolveType(file, type);
  switch (resolved?.type) {
    case "TSStringKeyword":
    case "TSNumberKeyword":
    case "TSBooleanKeyword":
    case "TSBigIntKeyword":
    case "TSSymbolKeyword":
    case "TSLiteralType":
    case "TSTemplateLiteralType":
    // `keyof T` and `unique symbol`; what is only readonly was looked through.
    case "TSTypeOperator":
      return PRIMITIVE;
    case "TSFunctionType":
    case "TSConstructorType":
      return { kind: "function" };
    case "TSArrayType":
    case "TSTupleType":
      return textOfList((elementTypes(file, resolved) ?? []).map((element) => textOfType(file, element, depth + 1)));
    case "TSUnionType":
      return agreedText(resolved.types.filter(({ type: one }) => one !== "TSNullKeyword" && one !== "TSUndefinedKeyword").map((one) => textOfType(file, one, depth + 1)));
    case "TSTypeLiteral":
      return textByMembers(file, resolved);
    case "TSIntersectionType":
      return textOfParts(file, resolved, depth);
    case "TSTypeReference":
      return textOfReference(file, resolved, depth);
    default:
      return undefined;
  }
}

/** A branded text is a text; anything else prints as its members say. */
function textOfParts(file: FileFacts, type: TSESTree.TSIntersectionType, depth: number): TextAnswer | undefined {
  const parts = type.types.map((part) => textOfType(file, part, depth + 1));
  return parts.find((part) => part?.kind === "primitive") ?? parts.find((part) => part?.kind === "own") ?? (parts.every((part) => part?.kind === "default") ? DEFAULT : undefined);
}

function textOfReference(file: FileFacts, type: TSESTree.TSTypeReference, depth: number): TextAnswer | undefined {
  const name = globalTypeName(file, type);
  if (name === "Function") return { kind: "function" };
  if (name === "Array" || name === "ReadonlyArray") return textOfList((elementTypes(file, type) ?? []).map((element) => textOfType(file, element, depth + 1)));
  if (name !== undefined) return plainTextTypes.has(name) ? DEFAULT : undefined;
  const owner = classOfType(file, type);
  if (owner !== undefined) return textOfClass(file, owner);
  if (declarationsOf(file, type.typeName).some((declaration) => declaration.type === "TSEnumDeclaration")) return PRIMITIVE;
  const parents = importedTypesOf(file, type);
  if (parents.some(({ name: one, module }) => plainTextImports.get(one)?.includes(module) === true)) return DEFAULT;
  const imported = parents.find((one) => isContextType(one));
  return imported !== undefined && hasPlainText(imported) ? DEFAULT : textByMembers(file, type);
}

function textByMembers(file: FileFacts, type: TSESTree.TypeNode): TextAnswer | undefined {
  const found = membersOfType(file, type);
  if (found?.members.some(({ name }) => CONVERSIONS.has(name)) === true) return OWN;
  return found === undefined || found.isOpen || found.members.length === 0 ? undefined : DEFAULT;
}
