/** What a type annotation says about a store, read from the syntax alone. */
import type { TSESTree } from "@typescript-eslint/utils";

import { annotatedStores, builtInStores, transparentTypes } from "../../catalogue/words/keyed-stores.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { StoreKind } from "./key-use.ts";
import { annotationOf } from "../../syntax/annotations.ts";

/** `other`: the annotation names something that is no keyed store, such as an array. */
export type AnnotatedKind = StoreKind | "other";

/** Answers which kind of store a type annotation declares; undefined where it does not say. */
export function kindOfAnnotation(file: FileFacts, annotation: TSESTree.TypeNode, depth = 0): AnnotatedKind | undefined {
  const type = resolveAnnotation(file, annotation, depth);
  switch (type?.type) {
    case "TSTypeReference":
      return type.typeName.type === "Identifier" && file.variables.isGlobal(type.typeName) ? (builtInStores.get(type.typeName.name) ?? annotatedStores.get(type.typeName.name)) : undefined;
    case "TSMappedType":
      return "record";
    case "TSTypeLiteral":
      return type.members.some((member) => member.type === "TSIndexSignature") ? "record" : undefined;
    case "TSArrayType":
    case "TSTupleType":
      return "other";
    default:
      return undefined;
  }
}

/** The annotation of what a store holds: `V` of `Map<K, V>`, `Record<K, V>` and `{ [key: string]: V }`. */
export function elementAnnotation(file: FileFacts, annotation: TSESTree.TypeNode): TSESTree.TypeNode | undefined {
  const type = resolveAnnotation(file, annotation, 0);
  if (type?.type === "TSTypeReference") return type.typeArguments?.params[1];
  if (type?.type === "TSMappedType") return type.typeAnnotation ?? undefined;
  if (type?.type !== "TSTypeLiteral") return undefined;
  const signature = type.members.find((member) => member.type === "TSIndexSignature");
  return signature === undefined ? undefined : annotationOf(signature);
}

/** Looks through null and undefined, `Readonly<…>` and the aliases of the file. */
export function resolveAnnotation(file: FileFacts, annotation: TSESTree.TypeNode, depth = 0): TSESTree.TypeNode | undefined {
  if (depth > 5) return undefined;
  if (annotation.type === "TSUnionType") {
    const present = annotation.types.filter((type) => type.type !== "TSUndefinedKeyword" && type.type !== "TSNullKeyword");
    const [only] = present;
    return present.length === 1 && only !== undefined ? resolveAnnotation(file, only, depth + 1) : undefined;
  }
  if (annotation.type === "TSTypeOperator" && annotation.operator === "readonly" && annotation.typeAnnotation != null) return resolveAnnotation(file, annotation.typeAnnotation, depth + 1);
  if (annotation.type !== "TSTypeReference" || annotation.typeName.type !== "Identifier") return annotation;
  const inner = annotation.typeArguments?.params[0];
  if (transparentTypes.has(annotation.typeName.name) && inner !== undefined) return resolveAnnotation(file, inner, depth + 1);
  const definition = file.variables.variableOf(annotation.typeName)?.defs[0]?.node;
  return definition?.type === "TSTypeAliasDeclaration" ? resolveAnnotation(file, definition.typeAnnotation, depth + 1) : annotation;
}
