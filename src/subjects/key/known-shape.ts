/** What a file shows of an object that others build: its properties, and the member that tells it from others. */
import type { TSESTree } from "@typescript-eslint/utils";

import { idMembers } from "../../catalogue/words/key-makers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { lineOf, memberName, unwrap } from "../../syntax/tree.ts";
import { findClass } from "./class-text.ts";
import { callsOf } from "./parameter-names.ts";

/** Finds the member that names an object among those of its kind: by its type, else by its class or interface in the file. */
export function findKnownId(file: FileFacts, expression: TSESTree.Node): string | undefined {
  return idMembers.find((name) => file.types.hasMember(expression, name) ?? isDeclaredMember(file, expression, name));
}

function isDeclaredMember(file: FileFacts, expression: TSESTree.Node, name: string): boolean {
  const owner = findClass(file, expression);
  if (owner === undefined) return declaredMembers(file, expression)?.some((member) => member.name === name) === true;
  const place = file.places.placeOfOwner(owner, false);
  const isWritten = file.stores.storesTo(file.places.memberOf(place, name)).length > 0;
  return isWritten || owner.body.body.some((member) => "key" in member && !member.static && memberName(member) === name && !(member.type === "MethodDefinition" && member.kind !== "get"));
}

/** Finds the names of an object's properties where each holds a primitive, in the order the file gives them. */
export function findFieldNames(file: FileFacts, expression: TSESTree.Node): readonly string[] | undefined {
  const members = declaredMembers(file, expression);
  if (members !== undefined) return members.length > 0 && members.every(({ isPrimitive }) => isPrimitive) ? members.map(({ name }) => name) : undefined;
  const [first] = literalsGiven(file, file.variables.variableOf(unwrap(expression)));
  const isFlat = first?.object.properties.every((property) => property.type === "Property" && isPrimitiveLiteral(file, property.value)) === true;
  return isFlat ? first?.names : undefined;
}

/** Describes two callers of the file that build one parameter with the same properties in different orders. */
export function findOtherOrder(file: FileFacts, expression: TSESTree.Node): string | undefined {
  const [first, ...others] = literalsGiven(file, file.variables.variableOf(unwrap(expression)));
  const other = others.find(({ names }) => first !== undefined && names.join() !== first.names.join() && [...names].sort().join() === [...first.names].sort().join());
  if (first === undefined || other === undefined) return undefined;
  const [one, two] = [lineOf(first.object), lineOf(other.object)];
  return one === two ? `two calls on line ${String(one)} list its properties in different orders` : `lines ${String(one)} and ${String(two)} list its properties in different orders`;
}

interface GivenLiteral {
  readonly object: TSESTree.ObjectExpression;
  readonly names: readonly string[];
}

/** The object literals that the calls of the file pass for a parameter; none if one call passes anything else. */
function literalsGiven(file: FileFacts, variable: Variable | undefined): readonly GivenLiteral[] {
  const owner = variable?.defs[0]?.type === "Parameter" ? functionOf(variable) : undefined;
  const index = owner?.params.findIndex((parameter) => file.variables.variableOf(parameter) === variable) ?? -1;
  if (owner === undefined || index < 0) return [];
  const given = callsOf(file, owner).map((call) => literalOf(call.arguments[index]));
  return given.every((literal) => literal !== undefined) ? given : [];
}

function literalOf(argument: TSESTree.Node | undefined): GivenLiteral | undefined {
  const object = argument === undefined ? undefined : unwrap(argument);
  if (object?.type !== "ObjectExpression" || object.properties.length < 2) return undefined;
  const names = object.properties.flatMap((property) => (property.type === "Property" ? (memberName(property) ?? []) : []));
  return names.length === object.properties.length ? { object, names } : undefined;
}

/** Not known to hold parts of its own, whose order would again be the builder's. */
function isPrimitiveLiteral(file: FileFacts, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return ["Literal", "TemplateLiteral", "Identifier", "MemberExpression"].includes(node.type) && file.types.isPrimitive(node) !== false;
}

interface DeclaredMember {
  readonly name: string;
  readonly isPrimitive: boolean;
  readonly type: TSESTree.TypeNode | undefined;
}

/** The type that the file declares for a member of an object, by the interface or type literal that the object is annotated with. */
export function declaredTypeOf(file: FileFacts, object: TSESTree.Node, name: string): TSESTree.TypeNode | undefined {
  return declaredMembers(file, object)?.find((member) => member.name === name)?.type;
}

/** The members of the interface or type literal of the file, or the names of a `Record` of literals, that an expression is annotated with. */
function declaredMembers(file: FileFacts, expression: TSESTree.Node): readonly DeclaredMember[] | undefined {
  const place = file.places.placeOf(unwrap(expression));
  const annotation = place === undefined ? undefined : file.stores.annotationOf(place);
  if (annotation?.type === "TSTypeLiteral") return membersOf(annotation.members);
  if (annotation?.type !== "TSTypeReference" || annotation.typeName.type !== "Identifier") return undefined;
  if (annotation.typeName.name === "Record" && file.variables.isGlobal(annotation.typeName)) return membersOfRecord(annotation.typeArguments?.params ?? []);
  const declaration = file.variables.variableOf(annotation.typeName)?.defs[0]?.node;
  if (declaration?.type === "TSInterfaceDeclaration" && declaration.extends.length === 0) return membersOf(declaration.body.body);
  return declaration?.type === "TSTypeAliasDeclaration" && declaration.typeAnnotation.type === "TSTypeLiteral" ? membersOf(declaration.typeAnnotation.members) : undefined;
}

function membersOf(members: readonly TSESTree.TypeElement[]): readonly DeclaredMember[] | undefined {
  const found = members.flatMap((member): DeclaredMember[] => {
    const name = member.type === "TSPropertySignature" ? nameOfSignature(member) : undefined;
    return member.type === "TSPropertySignature" && name !== undefined ? [{ name, isPrimitive: isPrimitiveType(member.typeAnnotation?.typeAnnotation), type: member.typeAnnotation?.typeAnnotation }] : [];
  });
  return found.length === members.length ? found : undefined;
}

function nameOfSignature({ key, computed }: TSESTree.TSPropertySignature): string | undefined {
  if (key.type === "Literal") return String(key.value);
  return key.type === "Identifier" && !computed ? key.name : undefined;
}

function membersOfRecord([keys, values]: readonly TSESTree.TypeNode[]): readonly DeclaredMember[] | undefined {
  const literals = keys?.type === "TSUnionType" ? keys.types : keys === undefined ? [] : [keys];
  const names = literals.flatMap((type) => (type.type === "TSLiteralType" && type.literal.type === "Literal" && typeof type.literal.value === "string" ? [type.literal.value] : []));
  return names.length > 0 && names.length === literals.length ? names.map((name) => ({ name, isPrimitive: isPrimitiveType(values), type: values })) : undefined;
}

/** Answers whether a type is written as one of values without parts: texts, numbers, literals, and unions of them. */
export function isPrimitiveType(type: TSESTree.TypeNode | undefined): boolean {
  if (type?.type === "TSUnionType") return type.types.every(isPrimitiveType);
  return type !== undefined && /^TS(?:String|Number|Boolean|BigInt|Null|Undefined)Keyword$|^TSLiteralType$/.test(type.type);
}
