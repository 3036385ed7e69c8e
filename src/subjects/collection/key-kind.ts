/** What a key is: a piece of the program, an object, something made anew for each insert. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isHandlerName } from "../../catalogue/words/callbacks.ts";
import { freshlyMade } from "../../catalogue/words/key-calls.ts";
import { genericKey, isIdentityName, namesFixedPart } from "../../catalogue/words/key-names.ts";
import { codeTypes, passingTypes } from "../../catalogue/words/key-types.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf, type Variable } from "../../facts/variables.ts";
import { annotationOf } from "../../syntax/annotations.ts";
import { givesNewValue } from "./endless-keys.ts";
import { isRunningNumber } from "./running-number.ts";
import { calleeName, memberName, unwrap } from "../../syntax/tree.ts";

/** Definitions of what the program itself is made of. */
export const CODE_DEFINITIONS = new Set<string>(["ClassName", "FunctionName", "ImportBinding", "TSEnumName"]);
const MAXIMUM_DEPTH = 6;

/** Whether a key is a piece of the program for sure: a class, a function, an import, something that is called. */
export function isCodeKey(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  if (node.type === "MemberExpression") return memberName(node) === "constructor" || memberName(node) === "prototype";
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const definition = variable?.defs[0];
  if (variable === undefined || definition === undefined) return false;
  const annotation = annotationOf(definition.name);
  return CODE_DEFINITIONS.has(definition.type) || isCalledAsFunction(variable) || (annotation !== undefined && isCodeArtefact(annotation));
}

/** Types whose values are written in the source: constructors, functions, enums by habit, symbols, configuration. */
export function isCodeArtefact(annotation: TSESTree.TypeNode): boolean {
  switch (annotation.type) {
    case "TSFunctionType":
    case "TSConstructorType":
    case "TSSymbolKeyword":
    case "TSBooleanKeyword":
    case "TSLiteralType":
      return true;
    case "TSTypeOperator":
      return annotation.operator === "keyof";
    case "TSUnionType":
      return annotation.types.every((type) => type.type === "TSNullKeyword" || type.type === "TSUndefinedKeyword" || isCodeArtefact(type));
    case "TSTypeReference":
      return isNamedType(annotation, codeTypes);
    default:
      return false;
  }
}

/** Whether a type is one that goes by such a name. */
export function isNamedType(annotation: TSESTree.TypeNode, names: RegExp): boolean {
  return annotation.type === "TSTypeReference" && annotation.typeName.type === "Identifier" && names.test(annotation.typeName.name);
}

/** Whether a key is declared as an object that comes and goes: `host: Element`, `agent: Socket`. */
export function isOfPassingType(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  const definition = node.type === "Identifier" ? file.variables.variableOf(node)?.defs[0] : undefined;
  const annotation = definition === undefined ? undefined : annotationOf(definition.name);
  return annotation !== undefined && isNamedType(annotation, passingTypes);
}

/** A key that is called, constructed or asked for its prototype is a piece of the program. */
export function isCalledAsFunction(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const parent = identifier.parent;
    if (parent.type === "NewExpression" || parent.type === "CallExpression") return parent.callee === identifier;
    return parent.type === "MemberExpression" && parent.object === identifier && memberName(parent) === "prototype";
  });
}

/** Whether a parameter or variable is used as an object: its members are read, here or where the file uses the same name. */
export function isObjectByUse(file: FileFacts, key: TSESTree.Node): boolean {
  const primitive = file.types.isPrimitive(key);
  if (primitive !== undefined) return !primitive;
  const node = unwrap(key);
  if (node.type === "ThisExpression") return true;
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined) return false;
  if (readsObjectMember(variable)) return true;
  if (variable.defs[0]?.type !== "Parameter" || genericKey.test(variable.name)) return false;
  return (file.sourceCode.scopeManager?.scopes ?? []).some((scope) => {
    const namesake = scope.set.get(variable.name);
    return namesake !== undefined && namesake.defs[0]?.type === "Parameter" && readsObjectMember(namesake);
  });
}

function readsObjectMember(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const parent = identifier.parent;
    return parent.type === "MemberExpression" && parent.object === identifier && !parent.computed && !isTextMember(memberName(parent) ?? "length");
  });
}

function isTextMember(name: string): boolean {
  return name === "length" || Object.hasOwn(String.prototype, name) || Object.hasOwn(Number.prototype, name);
}

/** Whether a key is made anew for each insert: a running number, a random id, a fresh symbol. */
export function isFreshKey(file: FileFacts, key: TSESTree.Node, depth = 0): boolean {
  const node = unwrap(key);
  if (node.type === "UpdateExpression") return true;
  if (node.type === "TemplateLiteral") return node.expressions.some((part) => isFreshKey(file, part, depth));
  if (node.type === "CallExpression") return freshlyMade.has(calleeName(node) ?? "") || givesNewValue(file, node);
  if (isRunningNumber(file, node)) return true;
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init !== undefined && depth < MAXIMUM_DEPTH && isFreshKey(file, init, depth + 1);
}

/** `itemId`, `item.id`, `idOf(item)`: the id of one of many things, none of which the source names. */
export function isIdentityKey(key: TSESTree.Node): boolean {
  const node = unwrap(key);
  if (!isIdentityName(nameOfKey(node)) || namesFixedPart(nameOfKey(node))) return false;
  return node.type !== "MemberExpression" || !namesFixedPart(nameOfKey(node.object));
}

/** The name that a key goes by: of the variable, the member, or what is called. */
export function nameOfKey(key: TSESTree.Node): string {
  const node = unwrap(key);
  if (node.type === "Identifier") return node.name;
  if (node.type === "CallExpression") return calleeName(node) ?? "";
  return (node.type === "MemberExpression" ? memberName(node) : undefined) ?? "";
}

/** Whether what is put in is a parameter that by its name is a handler. */
export function isGivenHandler(file: FileFacts, key: TSESTree.Node | undefined): boolean {
  const node = key === undefined ? undefined : unwrap(key);
  const variable = node?.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  return variable?.defs[0]?.type === "Parameter" && isHandlerName(variable.name);
}
