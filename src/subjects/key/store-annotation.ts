/** What a type annotation says about a store, read from the syntax alone. */
import type { TSESTree } from "@typescript-eslint/utils";

import { annotatedStores, builtInStores } from "../../catalogue/words/keyed-stores.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { resolveType } from "../../facts/type-annotations.ts";
import type { StoreKind } from "./key-use.ts";
import { annotationOf } from "../../syntax/annotations.ts";

/** `other`: the annotation names something that is no keyed store, such as an array. */
export type AnnotatedKind = StoreKind | "other";

/** Answers which kind of store a type annotation declares; undefined where it does not say. */
export function kindOfAnnotation(file: FileFacts, annotation: TSESTree.TypeNode): AnnotatedKind | undefined {
  const type = resolveType(file, annotation);
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
  const type = resolveType(file, annotation);
  if (type?.type === "TSTypeReference") return type.typeArguments?.params[1];
  if (type?.type === "TSMappedType") return type.typeAnnotation ?? undefined;
  if (type?.type !== "TSTypeLiteral") return undefined;
  const signature = type.members.find((member) => member.type === "TSIndexSignature");
  return signature === undefined ? undefined : annotationOf(signature);
}
