/** The members that the types of a file declare. */
import type { TSESTree } from "@typescript-eslint/utils";

import { annotationOf, returnTypeOf } from "../syntax/annotations.ts";
import { isClass, isFunction, memberName, type ClassNode } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import { declarationsOf, resolveType } from "./type-annotations.ts";

const MAXIMUM_PARENTS = 4;

/** One member that a type declares. */
export interface TypeMember {
  readonly name: string;
  /** Undefined for methods, and where the declaration gives no type. */
  readonly type: TSESTree.TypeNode | undefined;
  /** What a field of a class begins with, where no type is written. */
  readonly initial: TSESTree.Expression | undefined;
  /** Whether it is there to be called. */
  readonly isMethod: boolean;
  /** What a method is said to return. */
  readonly returns: TSESTree.TypeNode | undefined;
}

/** The members of an object type. */
export interface TypeMembers {
  readonly members: readonly TypeMember[];
  /** Whether it may have others: it extends what another file declares, has an index signature, or can be called. */
  readonly isOpen: boolean;
}

/** Collects the members of an object type of the file; undefined for what is no object type, or is declared elsewhere. */
export function membersOfType(file: FileFacts, type: TSESTree.TypeNode, depth = 0): TypeMembers | undefined {
  const resolved = resolveType(file, type);
  if (resolved === undefined || depth > MAXIMUM_PARENTS) return undefined;
  if (resolved.type === "TSTypeLiteral") return membersOfSignatures(resolved.members);
  if (resolved.type === "TSIntersectionType") return joinMembers(resolved.types.map((part) => membersOfType(file, part, depth + 1)));
  if (resolved.type !== "TSTypeReference") return undefined;
  const declarations = declarationsOf(file, resolved.typeName);
  const owner = declarations.find(isClass);
  if (owner !== undefined) return membersOfClass(owner);
  const interfaces = declarations.filter((declaration) => declaration.type === "TSInterfaceDeclaration");
  return interfaces.length === 0 ? undefined : joinMembers(interfaces.flatMap((one) => [membersOfSignatures(one.body.body), ...one.extends.map(({ expression }) => membersOfParent(file, expression, depth))]));
}

function membersOfParent(file: FileFacts, parent: TSESTree.Node, depth: number): TypeMembers | undefined {
  const declarations = parent.type === "Identifier" ? declarationsOf(file, parent) : [];
  const [declaration] = declarations;
  if (depth > MAXIMUM_PARENTS || declarations.length !== 1) return undefined;
  if (declaration?.type === "TSTypeAliasDeclaration") return membersOfType(file, declaration.typeAnnotation, depth + 1);
  if (declaration?.type !== "TSInterfaceDeclaration") return undefined;
  return joinMembers([membersOfSignatures(declaration.body.body), ...declaration.extends.map(({ expression }) => membersOfParent(file, expression, depth + 1))]);
}

/** All members together; what is not known leaves the whole open. */
function joinMembers(parts: readonly (TypeMembers | undefined)[]): TypeMembers {
  return { members: parts.flatMap((part) => part?.members ?? []), isOpen: parts.some((part) => part === undefined || part.isOpen) };
}

function membersOfSignatures(signatures: readonly TSESTree.TypeElement[]): TypeMembers {
  const members = signatures.flatMap((signature): TypeMember[] => {
    if (signature.type !== "TSPropertySignature" && signature.type !== "TSMethodSignature") return [];
    const name = signatureName(signature);
    if (name === undefined) return [];
    if (signature.type === "TSPropertySignature") return [field(name, annotationOf(signature))];
    return [signature.kind === "get" ? field(name, returnTypeOf(signature)) : method(name, returnTypeOf(signature))];
  });
  return { members, isOpen: members.length < signatures.length };
}

function signatureName({ key, computed }: TSESTree.TSPropertySignature | TSESTree.TSMethodSignature): string | undefined {
  if (key.type === "Literal") return String(key.value);
  if (key.type === "MemberExpression" && key.object.type === "Identifier" && key.object.name === "Symbol") return `[${memberName(key) ?? ""}]`;
  return key.type === "Identifier" && !computed ? key.name : undefined;
}

/** The fields and methods of a class, and the fields that its constructor's parameters declare. */
function membersOfClass(owner: ClassNode): TypeMembers {
  const members = owner.body.body.flatMap((member): TypeMember[] => {
    if (member.type === "MethodDefinition" && member.kind === "constructor") return member.value.params.flatMap(parameterProperty);
    if (!isNamedMember(member)) return [];
    const name = member.static ? undefined : memberName(member);
    if (name === undefined) return [];
    if (member.type === "MethodDefinition" || member.type === "TSAbstractMethodDefinition") return [member.kind === "method" ? method(name, returnTypeOf(member.value)) : field(name, undefined)];
    return [isFunction(member.value) ? method(name, returnTypeOf(member.value)) : field(name, annotationOf(member), member.value ?? undefined)];
  });
  return { members, isOpen: owner.superClass !== null };
}

function parameterProperty(parameter: TSESTree.Parameter): TypeMember[] {
  if (parameter.type !== "TSParameterProperty") return [];
  const target = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
  return target.type === "Identifier" ? [field(target.name, annotationOf(target))] : [];
}

type NamedMember = TSESTree.PropertyDefinition | TSESTree.MethodDefinition | TSESTree.TSAbstractMethodDefinition | TSESTree.TSAbstractPropertyDefinition;

function isNamedMember(member: TSESTree.ClassElement): member is NamedMember {
  return member.type === "PropertyDefinition" || member.type === "MethodDefinition" || member.type === "TSAbstractMethodDefinition" || member.type === "TSAbstractPropertyDefinition";
}

/** A function type makes a method of a field. */
function field(name: string, type: TSESTree.TypeNode | undefined, value?: TSESTree.Expression): TypeMember {
  const initial = type === undefined ? value : undefined;
  return type?.type === "TSFunctionType" ? { name, type, initial, isMethod: true, returns: returnTypeOf(type) } : { name, type, initial, isMethod: false, returns: undefined };
}

function method(name: string, returns: TSESTree.TypeNode | undefined): TypeMember {
  return { name, type: undefined, initial: undefined, isMethod: true, returns };
}
