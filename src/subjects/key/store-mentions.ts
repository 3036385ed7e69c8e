/** Whether a file sees all that happens to a store, or hands it to code that it does not see. */
import type { TSESTree } from "@typescript-eslint/utils";

import { storeReaders, understoodMembers } from "../../catalogue/words/keyed-stores.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { isSingleAssignment } from "../../facts/variables.ts";
import { accessibilityOf, annotationOf, hasReturnType } from "../../syntax/annotations.ts";
import { calleeName, isClass, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { findCacheApi } from "./cache-apis.ts";
import { ELEMENT } from "./stores-of.ts";

/**
 * - `closed`: every use of the store is in this file and understood;
 * - `shared`: other code can reach it by its name (an export, a public field), but nothing in the file shows that it does;
 * - `open`: it is handed to code that may do anything with it.
 */
export type Openness = "closed" | "shared" | "open";

/** Answers who else can fill or empty a store. */
export function opennessOf(file: FileFacts, store: Place): Openness {
  if (store.root.kind === "global" || store.path.includes(ELEMENT)) return "open";
  const mentions = file.mentions.of(store);
  if (!mentions.every((mention) => isUnderstood(file, mention))) return "open";
  if (hasForeignMention(file, store)) return "open";
  return isExported(store) || isPublicField(store) ? "shared" : "closed";
}

function isUnderstood(file: FileFacts, mention: TSESTree.Node): boolean {
  const node = wrapped(mention);
  const { parent } = node;
  switch (parent?.type) {
    case "MemberExpression":
      return parent.object !== node || memberName(parent) === undefined || isUnderstoodMember(file, parent);
    case "VariableDeclarator":
      return parent.id === node || isAliasOfStore(file, parent);
    case "AssignmentExpression":
      return parent.left === node || parent.parent.type === "ExpressionStatement";
    case "ForOfStatement":
    case "ForInStatement":
      return parent.right === node;
    case "SpreadElement":
    case "UnaryExpression":
    case "BinaryExpression":
    case "ExpressionStatement":
    case "IfStatement":
      return true;
    case "ConditionalExpression":
      return parent.test === node;
    case "LogicalExpression":
      return parent.left === node && parent.operator === "&&";
    case "CallExpression":
    case "NewExpression":
      return storeReaders.test(calleeName(parent) ?? "");
    default:
      return false;
  }
}

/** A method of the store that is called, or one of its counts. Anything else hands out its inside. */
function isUnderstoodMember(file: FileFacts, member: TSESTree.MemberExpression): boolean {
  const name = memberName(member) ?? "";
  if (!understoodMembers.has(name) && !isCacheMethod(file, member.object, name)) return member.object.type !== "Identifier" && member.object.type !== "MemberExpression" ? true : isPlainPropertyRead(member);
  return name === "size" || name === "length" || wrapped(member).parent?.type === "CallExpression";
}

/** A method that the catalogue knows of the cache that the store is. */
function isCacheMethod(file: FileFacts, store: TSESTree.Node, name: string): boolean {
  const api = findCacheApi(file, store);
  return api !== undefined && (Object.hasOwn(api.methods, name) || api.clear?.includes(name) === true);
}

/** `record.fixed`: a named entry of a record, which is neither called nor handed on as a function. */
function isPlainPropertyRead(member: TSESTree.MemberExpression): boolean {
  const parent = wrapped(member).parent;
  return !(parent?.type === "CallExpression" && unwrap(parent.callee) === member);
}

function isAliasOfStore(file: FileFacts, declarator: TSESTree.VariableDeclarator): boolean {
  const names = declarator.id.type === "Identifier" ? [declarator.id] : declarator.id.type === "ObjectPattern" ? declarator.id.properties.flatMap((property) => (property.type === "Property" ? [property.value] : [])) : [];
  return names.length > 0 && names.every((name) => {
    const variable = file.variables.variableOf(name);
    return variable !== undefined && isSingleAssignment(variable);
  });
}

/** A member of the same name on an object that the file does not resolve, which can be this store. */
function hasForeignMention(file: FileFacts, store: Place): boolean {
  const name = store.path.at(-1);
  if (name === undefined || name.startsWith("#")) return false;
  return file.mentions.membersNamed(name).some((member) => {
    const place = file.places.placeOf(member);
    if (place === undefined) return true;
    return place.key !== store.key && place.root.kind === "variable" && !isFileOwn(place);
  });
}

function isFileOwn(place: Place): boolean {
  return place.root.kind === "variable" && place.root.variable.defs[0]?.type === "ImportBinding";
}

function isExported(store: Place): boolean {
  if (store.root.kind !== "variable") return false;
  const definition = store.root.variable.defs[0];
  const declaration = definition?.type === "Variable" ? definition.node.parent.parent : undefined;
  return declaration?.type === "ExportNamedDeclaration";
}

/** In TypeScript a field that nobody marked as private, and whose name does not say so, is there for others; so is what an object literal holds. */
function isPublicField(store: Place): boolean {
  const [name] = store.path;
  if (name === undefined || (store.root.kind !== "instance" && store.root.kind !== "static") || /^[#_]/.test(name)) return false;
  const { owner } = store.root;
  if (owner.type === "ObjectExpression") return true;
  return isClass(owner) && hasModifiers(owner) && !isMarkedPrivate(owner, name);
}

/** Whether a store is a field that neither a modifier nor its name keeps for its own class. */
export function isUnmarkedMember({ root, path }: Place): boolean {
  const [name] = path;
  if (name === undefined || (root.kind !== "instance" && root.kind !== "static") || /^[#_]/.test(name)) return false;
  return isClass(root.owner) && !isMarkedPrivate(root.owner, name);
}

/** Whether a class is written in TypeScript, so that the absence of `private` tells something. */
function hasModifiers(owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
  return owner.body.body.some((member) => {
    if (member.type === "PropertyDefinition") return accessibilityOf(member) !== undefined || member.readonly || annotationOf(member) !== undefined;
    return member.type === "MethodDefinition" && (accessibilityOf(member) !== undefined || hasReturnType(member.value) || member.value.params.some(isAnnotated));
  });
}

function isAnnotated(parameter: TSESTree.Parameter): boolean {
  return parameter.type === "TSParameterProperty" || annotationOf(parameter.type === "AssignmentPattern" ? parameter.left : parameter) !== undefined;
}

function isMarkedPrivate(owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression, name: string): boolean {
  return owner.body.body.some((member) => (member.type === "PropertyDefinition" || member.type === "AccessorProperty") && memberName(member) === name && member.accessibility === "private");
}
