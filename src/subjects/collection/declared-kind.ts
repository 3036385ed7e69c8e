/** What the declaration of a place says that it holds, as an annotation or in a JSDoc comment. */
import type { TSESTree } from "@typescript-eslint/utils";

import { weakKinds } from "../../catalogue/words/language.ts";
import { commentBefore } from "../../facts/code-text.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { Store } from "../../facts/stores.ts";
import { wrapped } from "../../syntax/tree.ts";

/** `@type {Map<string, Guest>}`; the name before its arguments. */
const JSDOC_TYPE = /@type\s*\{\s*([\w$]+)/;

/** The write of a place that is declared to hold a weak collection. */
export function findWeakDeclaration(file: FileFacts, creation: Store): TSESTree.Node | undefined {
  const { place } = creation;
  return weakKinds.has(declaredName(file, place, [creation]) ?? assertedName(creation.value) ?? "") ? creation.site : undefined;
}

/** The name of the type that a place is declared with: `Map` of `callers: Map<string, Caller>`. */
export function declaredName(file: FileFacts, place: Place, stores: readonly Store[]): string | undefined {
  const annotation = file.stores.annotationOf(place);
  if (annotation !== undefined) return nameOfType(annotation);
  for (const { site } of stores) {
    const comment = docCommentOf(file, site);
    const name = comment === undefined ? undefined : JSDOC_TYPE.exec(comment)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** `new Map() as WeakMap<Element, Hint>`. */
function assertedName(value: TSESTree.Node | undefined): string | undefined {
  const outer = value === undefined ? undefined : wrapped(value);
  return outer?.type === "TSAsExpression" ? nameOfType(outer.typeAnnotation) : undefined;
}

function nameOfType(annotation: TSESTree.TypeNode): string | undefined {
  if (annotation.type === "TSArrayType") return "Array";
  return annotation.type === "TSTypeReference" && annotation.typeName.type === "Identifier" ? annotation.typeName.name : undefined;
}

/** The JSDoc comment of a declaration, which stands before the whole statement. */
function docCommentOf(file: FileFacts, site: TSESTree.Node): string | undefined {
  const statement = site.type === "VariableDeclarator" ? site.parent : site.type === "AssignmentExpression" ? site.parent : site;
  const holder = statement.parent?.type === "ExportNamedDeclaration" ? statement.parent : statement;
  const comment = commentBefore(file, holder);
  return comment?.type === "Block" && comment.value.startsWith("*") ? comment.value : undefined;
}
