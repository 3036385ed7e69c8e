/** What JSON makes of values that it cannot print: nothing, `{}`, or an error. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { calleeName, isFunction, memberName, unwrap, type ClassNode } from "../../syntax/tree.ts";
import { findClass } from "./class-text.ts";
import { storeKind } from "./stores-of.ts";

/** Says in one clause what JSON leaves out of a value; `name` is the value in backticks. Undefined where nothing shows that it does. */
export function describeJsonLoss(file: FileFacts, expression: TSESTree.Node, name: string): string | undefined {
  const node = valueIn(file, expression);
  if (node.type === "JSXElement" || node.type === "JSXFragment") return `${name} is an element, of which JSON leaves out functions and prints internals`;
  if (isGlobalCall(file, node, "Symbol")) return `JSON leaves ${name} out, which is a symbol`;
  const printed = describeEmpty(file, expression, node);
  if (printed !== undefined) return `JSON prints \`{}\` for ${name}, which is ${printed}`;
  return undefined;
}

/** The value of a variable that is written once, else the expression itself. */
function valueIn(file: FileFacts, expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const value = variable === undefined ? undefined : initializerOf(variable);
  return value === undefined ? node : unwrap(value);
}

function describeEmpty(file: FileFacts, expression: TSESTree.Node, value: TSESTree.Node): string | undefined {
  const kind = ["Identifier", "MemberExpression", "NewExpression"].includes(unwrap(expression).type) ? storeKind(file, expression) : undefined;
  if (kind === "map") return "a Map";
  if (kind === "set") return "a Set";
  if (kind === "weak") return "a weak collection";
  const isRegExp = (value.type === "Literal" && "regex" in value) || isGlobalCall(file, value, "RegExp") || file.types.ancestryOf(expression)?.[0]?.name === "RegExp";
  if (isRegExp) return "a regular expression";
  const owner = findClass(file, expression);
  return owner !== undefined && isClosed(file, owner) ? `a \`${owner.id?.name ?? "class"}\` with private fields only` : undefined;
}

function isGlobalCall(file: FileFacts, node: TSESTree.Node, name: string): boolean {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  return node.callee.type === "Identifier" && calleeName(node) === name && file.variables.isGlobal(node.callee);
}

/** Whether a class keeps all it holds in `#private` fields, and prints itself by no `toJSON`. */
function isClosed(file: FileFacts, owner: ClassNode): boolean {
  const members = owner.body.body;
  const names = members.map((member) => ("key" in member ? memberName(member) : undefined));
  const hasPrivate = members.some((member, index) => member.type === "PropertyDefinition" && !member.static && names[index]?.startsWith("#") === true);
  const hasPublic = members.some((member, index) => (member.type === "PropertyDefinition" || member.type === "AccessorProperty") && !member.static && names[index]?.startsWith("#") !== true);
  if (owner.superClass !== null || !hasPrivate || hasPublic || names.includes("toJSON")) return false;
  const key = file.places.placeOfOwner(owner, false).key;
  return !file.nodes.assignments.some(({ left }) => {
    const place = left.type === "MemberExpression" ? file.places.placeOf(left) : undefined;
    return place?.key.startsWith(`${key}.`) === true && place.path[0]?.startsWith("#") !== true;
  }) && !hasParameterProperties(owner);
}

function hasParameterProperties(owner: ClassNode): boolean {
  return owner.body.body.some((member) => member.type === "MethodDefinition" && isFunction(member.value) && member.value.params.some(({ type }) => type === "TSParameterProperty"));
}

/** Whether the file puts an object into itself, at which JSON throws: `o.self = o`. */
export function isCyclic(file: FileFacts, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined) return false;
  return file.nodes.assignments.some(({ left, right }) => left.type === "MemberExpression" && file.variables.variableOf(unwrap(left.object)) === variable && file.variables.variableOf(unwrap(right)) === variable);
}
