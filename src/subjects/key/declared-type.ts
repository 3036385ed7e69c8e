/** What a type that is written down in a file consists of, read from the syntax: its members, its elements, the module that declares it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { annotationOf, returnTypeOf } from "../../syntax/annotations.ts";
import { isClass, memberName, type ClassNode } from "../../syntax/tree.ts";
import { resolveAnnotation } from "./store-annotation.ts";

const MAXIMUM_PARENTS = 4;

/** One member that a type declares. */
export interface TypeMember {
  readonly name: string;
  /** Undefined for methods, and where the declaration gives no type. */
  readonly type: TSESTree.TypeNode | undefined;
}

/** The members of an object type. */
export interface TypeMembers {
  readonly members: readonly TypeMember[];
  /** Whether it may have others: it extends what another file declares, has an index signature, or can be called. */
  readonly isOpen: boolean;
}

/** Answers what the file declares a name in a type as; undefined for imports, type parameters and globals. */
export function declarationsOf(file: FileFacts, name: TSESTree.EntityName): readonly TSESTree.Node[] {
  return name.type === "Identifier" ? (file.variables.variableOf(name)?.defs ?? []).map(({ node }) => node) : [];
}

/** The class of the file that a type names. */
export function classOfType(file: FileFacts, type: TSESTree.TypeNode): ClassNode | undefined {
  const resolved = resolveAnnotation(file, type);
  return resolved?.type === "TSTypeReference" ? declarationsOf(file, resolved.typeName).find(isClass) : undefined;
}

/** The global type that a type names: `Set` for `ReadonlySet`-like names as they are written. */
export function globalTypeName(file: FileFacts, type: TSESTree.TypeNode): string | undefined {
  const resolved = resolveAnnotation(file, type);
  if (resolved?.type !== "TSTypeReference" || resolved.typeName.type !== "Identifier") return undefined;
  return file.variables.isGlobal(resolved.typeName) ? resolved.typeName.name : undefined;
}

/** A type that another module declares. */
export interface ImportedType {
  readonly name: string;
  /** The module as the import names it. */
  readonly module: string;
}

/** Collects the imported types that a type is, or is above all by `extends` and `&`. */
export function importedTypesOf(file: FileFacts, type: TSESTree.TypeNode, depth = 0): readonly ImportedType[] {
  const resolved = resolveAnnotation(file, type);
  if (resolved === undefined || depth > MAXIMUM_PARENTS) return [];
  if (resolved.type === "TSIntersectionType") return resolved.types.flatMap((part) => importedTypesOf(file, part, depth + 1));
  if (resolved.type !== "TSTypeReference") return [];
  const own = importedName(file, resolved.typeName);
  if (own !== undefined) return [own];
  return declarationsOf(file, resolved.typeName).flatMap((declaration) => (declaration.type === "TSInterfaceDeclaration" ? declaration.extends.flatMap((parent) => parentImports(file, parent.expression, depth)) : []));
}

function parentImports(file: FileFacts, parent: TSESTree.Node, depth: number): readonly ImportedType[] {
  const name = entityOf(parent);
  if (name === undefined) return [];
  const own = importedName(file, name);
  if (own !== undefined) return [own];
  return (name.type === "Identifier" ? declarationsOf(file, name) : []).flatMap((declaration) => {
    if (declaration.type === "TSTypeAliasDeclaration") return importedTypesOf(file, declaration.typeAnnotation, depth + 1);
    return declaration.type === "TSInterfaceDeclaration" && depth < MAXIMUM_PARENTS ? declaration.extends.flatMap((grand) => parentImports(file, grand.expression, depth + 1)) : [];
  });
}

/** The name after `extends` of an interface, which the parser takes for an expression. */
function entityOf(node: TSESTree.Node): TSESTree.Identifier | TSESTree.MemberExpression | undefined {
  return node.type === "Identifier" || node.type === "MemberExpression" ? node : undefined;
}

function importedName(file: FileFacts, name: TSESTree.EntityName | TSESTree.MemberExpression): ImportedType | undefined {
  const [holder, last] = name.type === "TSQualifiedName" ? [name.left, name.right.name] : name.type === "MemberExpression" ? [name.object, memberName(name)] : [name, undefined];
  const value = holder.type === "Identifier" ? file.imports.importedValueOf(holder) : undefined;
  if (value === undefined) return undefined;
  const declared = last ?? value.path.at(-1) ?? "";
  return { module: value.module, name: declared === "default" && name.type === "Identifier" ? name.name : declared };
}

/** Collects the members of an object type of the file; undefined for what is no object type, or is declared elsewhere. */
export function membersOfType(file: FileFacts, type: TSESTree.TypeNode, depth = 0): TypeMembers | undefined {
  const resolved = resolveAnnotation(file, type);
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
    return name === undefined ? [] : [{ name, type: signature.type === "TSPropertySignature" ? annotationOf(signature) : signature.kind === "get" ? returnTypeOf(signature) : undefined }];
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
    if (member.type !== "PropertyDefinition" && member.type !== "MethodDefinition") return [];
    const name = member.static ? undefined : memberName(member);
    return name === undefined ? [] : [{ name, type: member.type === "PropertyDefinition" ? annotationOf(member) : undefined }];
  });
  return { members, isOpen: owner.superClass !== null };
}

function parameterProperty(parameter: TSESTree.Parameter): TypeMember[] {
  if (parameter.type !== "TSParameterProperty") return [];
  const target = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
  return target.type === "Identifier" ? [{ name: target.name, type: annotationOf(target) }] : [];
}

/** The type of a list's elements; undefined for what is no list. Those of a tuple are given one by one. */
export function elementTypes(file: FileFacts, type: TSESTree.TypeNode): readonly TSESTree.TypeNode[] | undefined {
  const resolved = resolveAnnotation(file, type);
  if (resolved?.type === "TSArrayType") return [resolved.elementType];
  if (resolved?.type === "TSTupleType") return resolved.elementTypes.map((element) => (element.type === "TSNamedTupleMember" ? element.elementType : element));
  const name = globalTypeName(file, type);
  return resolved?.type === "TSTypeReference" && (name === "Array" || name === "ReadonlyArray") ? resolved.typeArguments?.params : undefined;
}
