/** Whether an expression of the program is a given API value: by import, by global, by declared type, or by what its place is given. */
import type { TSESTree } from "@typescript-eslint/utils";

import { globalObjects } from "../catalogue/data/global-objects.ts";
import type { ApiOrigin } from "../catalogue/origin.ts";
import { memberName, unwrap } from "../syntax/tree.ts";
import { valuesBehind } from "./api-alias.ts";
import type { Confidence } from "./confidence.ts";
import type { FileFacts } from "./file-facts.ts";
import { moduleName } from "./imports.ts";
import { pathInPattern } from "./places.ts";
import { declaratorOf, isSingleAssignment } from "./variables.ts";

/** How many variables and fields are looked through; all other steps go down in the tree or in the origin, which end. */
const MAXIMUM_HOPS = 6;

/** Answers how well an expression fits an origin; undefined where it does not, or where nothing tells. */
export function matchOrigin(file: FileFacts, expression: TSESTree.Node, origin: ApiOrigin, hops = 0): Confidence | undefined {
  const node = unwrap(expression);
  switch (origin.kind) {
    case "anything":
      return "certain";
    case "global":
      return isGlobalAt(file, node, origin.path) ? "certain" : (matchMemberOfGlobal(file, node, origin.path, hops) ?? matchAlias(file, node, origin, hops));
    case "export":
      return isExport(file, node, origin.module, origin.path) ? "certain" : matchAlias(file, node, origin, hops);
    case "member": {
      if (node.type === "MemberExpression" && memberName(node) === origin.name) return matchOrigin(file, node.object, origin.of, hops);
      return matchStored(file, node, origin, hops);
    }
    case "instance":
      if (node.type === "NewExpression") return matchOrigin(file, node.callee, origin.of, hops);
      return matchStored(file, node, origin, hops);
    case "result":
      if (node.type === "AwaitExpression") return matchOrigin(file, node.argument, origin, hops);
      if (node.type === "CallExpression") return matchOrigin(file, node.callee, origin.of, hops);
      return matchStored(file, node, origin, hops);
    case "type":
      return matchType(file, node, origin, hops);
    case "oneOf":
      return matchOneOf(file, node, origin.of, hops);
  }
}

function isGlobalAt(file: FileFacts, node: TSESTree.Node, path: readonly string[]): boolean {
  const found = globalPathOf(file, node);
  return found?.length === path.length && found.every((name, index) => name === path[index]);
}

/** The dotted path of a global value: `["URL", "createObjectURL"]`, the global object's own name left out. */
export function globalPathOf(file: FileFacts, expression: TSESTree.Node): readonly string[] | undefined {
  const place = file.places.placeOf(expression);
  if (place?.root.kind !== "global") return undefined;
  const path = [place.root.name, ...place.path];
  return path.length > 1 && globalObjects.has(path[0] as string) ? path.slice(1) : path;
}

function isExport(file: FileFacts, node: TSESTree.Node, module: string, path: readonly string[]): boolean {
  const value = file.imports.importedValueOf(node);
  if (value?.module !== moduleName(module)) return false;
  const wanted = path[0] === "default" ? path.slice(1) : path;
  const found = value.path[0] === "default" ? value.path.slice(1) : value.path;
  return wanted.length === found.length && wanted.every((name, index) => name === found[index]);
}

/** `(window.URL || window.webkitURL).createObjectURL`, and `api.createObjectURL` where `api` is the one or the other. */
function matchMemberOfGlobal(file: FileFacts, node: TSESTree.Node, path: readonly string[], hops: number): Confidence | undefined {
  if (path.length < 2 || node.type !== "MemberExpression" || memberName(node) !== path.at(-1)) return undefined;
  return matchOrigin(file, node.object, { kind: "global", path: path.slice(0, -1) }, hops);
}

/** Another name of the value: the one that is tried first has to fit, or what it falls back on may. */
function matchAlias(file: FileFacts, node: TSESTree.Node, origin: ApiOrigin, hops: number): Confidence | undefined {
  if (hops >= MAXIMUM_HOPS) return undefined;
  const [first, other] = valuesBehind(file, node);
  if (first === undefined) return undefined;
  const match = matchOrigin(file, first, origin, hops + 1);
  if (match !== undefined || other === undefined) return match;
  return matchOrigin(file, other, origin, hops + 1) === undefined ? undefined : "likely";
}

/** The best match among several origins. */
function matchOneOf(file: FileFacts, node: TSESTree.Node, origins: readonly ApiOrigin[], hops: number): Confidence | undefined {
  let best: Confidence | undefined;
  for (const origin of origins) {
    const match = matchOrigin(file, node, origin, hops);
    if (match === "certain") return match;
    best ??= match;
  }
  return best;
}

function matchType(file: FileFacts, node: TSESTree.Node, origin: Extract<ApiOrigin, { kind: "type" }>, hops: number): Confidence | undefined {
  const ancestry = file.types.ancestryOf(node);
  if (ancestry?.some((type) => type.name === origin.name && isDeclaredIn(type.module, origin.module))) return "certain";
  const made = matchOneOf(file, node, origin.made, hops);
  if (made !== undefined) return made;
  if (isAnnotatedAs(file, node, origin.module, origin.name)) return "certain";
  return matchStored(file, node, origin, hops);
}

/** Whether a declaration of package `declared` can be what the module gives: `mysql2/promise` is declared in `mysql2`. */
function isDeclaredIn(declared: string | undefined, module: string): boolean {
  if (isSameModule(declared, module)) return true;
  const [scope, name] = moduleName(module).split("/");
  return declared !== undefined && declared === (scope?.startsWith("@") === true ? `${scope}/${name ?? ""}` : scope);
}

function isSameModule(declared: string | undefined, wanted: string): boolean {
  return declared !== undefined && moduleName(declared) === moduleName(wanted);
}

/** `mutex: Mutex` where `Mutex` is imported from the module, or a global type for `"lib"`. */
function isAnnotatedAs(file: FileFacts, node: TSESTree.Node, module: string, name: string): boolean {
  const place = file.places.placeOf(node);
  const annotation = place === undefined ? undefined : file.stores.annotationOf(place);
  return annotation !== undefined && namedTypes(annotation).some((type) => isTypeNamed(file, type, module, name));
}

function isTypeNamed(file: FileFacts, type: TSESTree.EntityName, module: string, name: string): boolean {
  if (type.type === "TSQualifiedName") {
    const namespace = type.left.type === "Identifier" ? file.imports.importedValueOf(type.left) : undefined;
    return type.right.name === name && namespace !== undefined && isSameModule(namespace.module, module);
  }
  if (type.type !== "Identifier") return false;
  if (module === "lib") return type.name === name && file.variables.isGlobal(type);
  const value = file.imports.importedValueOf(type);
  return value !== undefined && isSameModule(value.module, module) && (value.path.at(-1) === name || (value.path.at(-1) === "default" && type.name === name));
}

/** The type names an annotation consists of, null and undefined left out: `Mutex | undefined` is a Mutex. */
function namedTypes(annotation: TSESTree.TypeNode): TSESTree.EntityName[] {
  if (annotation.type === "TSTypeReference") return [annotation.typeName];
  return annotation.type === "TSUnionType" ? annotation.types.flatMap(namedTypes) : [];
}

/** Follows a place to the values the file gives it: each that is not null must fit, and one must be there. */
function matchStored(file: FileFacts, node: TSESTree.Node, origin: ApiOrigin, hops: number): Confidence | undefined {
  if (hops >= MAXIMUM_HOPS || (node.type !== "Identifier" && node.type !== "MemberExpression")) return undefined;
  const declared = node.type === "Identifier" ? matchDeclared(file, node, origin, hops) : undefined;
  if (declared !== undefined) return declared;
  const place = file.places.placeOf(node);
  if (place === undefined || place.root.kind === "global") return undefined;
  let weakest: Confidence | undefined;
  for (const value of file.stores.storesTo(place).flatMap((store) => alternativesOf(store.value))) {
    if (value === undefined) return undefined;
    if (isNothing(value) || value === node) continue;
    const match = matchOrigin(file, value, origin, hops + 1);
    if (match === undefined) return undefined;
    weakest = weakest === "likely" ? "likely" : match;
  }
  return weakest;
}

/** A variable with one value is that value, or the member of it that its pattern takes. */
function matchDeclared(file: FileFacts, identifier: TSESTree.Identifier, origin: ApiOrigin, hops: number): Confidence | undefined {
  const variable = file.variables.variableOf(identifier);
  const declarator = variable === undefined || !isSingleAssignment(variable) ? undefined : declaratorOf(variable);
  if (variable === undefined || declarator?.init == null) return undefined;
  if (declarator.id.type === "Identifier") return matchOrigin(file, declarator.init, origin, hops + 1);
  const path = pathInPattern(declarator.id, variable);
  if (origin.kind !== "member" || path?.length !== 1 || path[0] !== origin.name) return undefined;
  return matchOrigin(file, declarator.init, origin.of, hops + 1);
}

/** The values an expression chooses between: `supported ? new Observer(f) : null` gives either. */
function alternativesOf(expression: TSESTree.Node | undefined): readonly (TSESTree.Node | undefined)[] {
  const node = expression === undefined ? undefined : unwrap(expression);
  if (node?.type === "ConditionalExpression") return [...alternativesOf(node.consequent), ...alternativesOf(node.alternate)];
  return [expression];
}

function isNothing(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return (node.type === "Literal" && node.value === null && !("regex" in node)) || (node.type === "Identifier" && node.name === "undefined") || (node.type === "UnaryExpression" && node.operator === "void");
}
