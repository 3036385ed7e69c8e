/** What a type that is written down in a file is: its aliases looked through, the class, the global or the module that it names, its elements. */
import type { TSESTree } from "@typescript-eslint/utils";

import { transparentTypes } from "../catalogue/words/keyed-stores.ts";
import { isClass, memberName, type ClassNode } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";

const MAXIMUM_PARENTS = 4;
/** How many aliases are looked through. */
const MAXIMUM_HOPS = 6;

/** Looks through null and undefined, `Readonly<…>` and the aliases of the file. */
export function resolveType(file: FileFacts, annotation: TSESTree.TypeNode, depth = 0): TSESTree.TypeNode | undefined {
  if (depth > MAXIMUM_HOPS) return undefined;
  if (annotation.type === "TSUnionType") {
    const present = annotation.types.filter((type) => type.type !== "TSUndefinedKeyword" && type.type !== "TSNullKeyword" && type.type !== "TSVoidKeyword");
    const [only] = present;
    return present.length === 1 && only !== undefined ? resolveType(file, only, depth + 1) : undefined;
  }
  if (annotation.type === "TSTypeOperator" && annotation.operator === "readonly" && annotation.typeAnnotation != null) return resolveType(file, annotation.typeAnnotation, depth + 1);
  if (annotation.type !== "TSTypeReference" || annotation.typeName.type !== "Identifier") return annotation;
  const inner = annotation.typeArguments?.params[0];
  if (transparentTypes.has(annotation.typeName.name) && inner !== undefined) return resolveType(file, inner, depth + 1);
  const definition = file.variables.variableOf(annotation.typeName)?.defs[0]?.node;
  return definition?.type === "TSTypeAliasDeclaration" ? resolveType(file, definition.typeAnnotation, depth + 1) : annotation;
}

/** Answers what the file declares a name in a type as; undefined for imports, type parameters and globals. */
export function declarationsOf(file: FileFacts, name: TSESTree.EntityName): readonly TSESTree.Node[] {
  return name.type === "Identifier" ? (file.variables.variableOf(name)?.defs ?? []).map(({ node }) => node) : [];
}

/** The class of the file that a type names. */
export function classOfType(file: FileFacts, type: TSESTree.TypeNode): ClassNode | undefined {
  const resolved = resolveType(file, type);
  return resolved?.type === "TSTypeReference" ? declarationsOf(file, resolved.typeName).find(isClass) : undefined;
}

/** The global type that a type names: `Set` for `ReadonlySet`-like names as they are written. */
export function globalTypeName(file: FileFacts, type: TSESTree.TypeNode): string | undefined {
  const resolved = resolveType(file, type);
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
  const resolved = resolveType(file, type);
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

/** The type of a list's elements; undefined for what is no list. Those of a tuple are given one by one. */
export function elementTypes(file: FileFacts, type: TSESTree.TypeNode): readonly TSESTree.TypeNode[] | undefined {
  const resolved = resolveType(file, type);
  if (resolved?.type === "TSArrayType") return [resolved.elementType];
  if (resolved?.type === "TSTupleType") return resolved.elementTypes.map((element) => (element.type === "TSNamedTupleMember" ? element.elementType : element));
  const name = globalTypeName(file, type);
  return resolved?.type === "TSTypeReference" && (name === "Array" || name === "ReadonlyArray") ? resolved.typeArguments?.params : undefined;
}
