/** What the author says of a declaration in its JSDoc comment: `@owns`, `@releases`, `@borrowed`, `@longLived`, `@bounded`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { wrapped } from "../syntax/tree.ts";
import { ANY_TAG } from "../types/author-tags.ts";
import { commentBefore } from "./code-text.ts";
import type { FileFacts } from "./file-facts.ts";

/**
 * - `owns`: whoever calls the function or makes the class owns what comes, and releases it;
 * - `releases`: the function releases its parameter;
 * - `borrowed`: the value belongs to somebody else;
 * - `longLived`: the class, function or variable lives as long as the process;
 * - `bounded`: the collection does not grow without end.
 */
export type Tag = "owns" | "releases" | "borrowed" | "longLived" | "bounded";

const tagged = new WeakMap<FileFacts, boolean>();

/** Whether any declaration of the file can carry a tag: most files have none, and need not ask for declarations at all. */
export function hasTags(file: FileFacts): boolean {
  const known = tagged.get(file) ?? file.sourceCode.getAllComments().some(({ type, value }) => type === "Block" && ANY_TAG.test(value));
  tagged.set(file, known);
  return known;
}

/** The text behind a tag of the declaration that `node` is, or is the value of; undefined where it has no such tag. */
export function tagTextOf(file: FileFacts, node: TSESTree.Node, tag: Tag): string | undefined {
  if (!hasTags(file)) return undefined;
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = holderOf(at)) {
    const comment = commentBefore(file, at);
    const text = comment?.type === "Block" && comment.value.startsWith("*") ? comment.value : undefined;
    const found = text === undefined ? null : new RegExp(`@${tag}\\b([^\\n@]*)`).exec(text);
    if (found !== null) return (found[1] ?? "").trim();
  }
  return undefined;
}

/** Whether a declaration carries a tag. */
export function hasTag(file: FileFacts, node: TSESTree.Node, tag: Tag): boolean {
  return tagTextOf(file, node, tag) !== undefined;
}

/** What the value of a declaration, or a part of it, is declared by; the comment stands before the whole of it. */
function holderOf(node: TSESTree.Node): TSESTree.Node | undefined {
  const parent = wrapped(node).parent;
  switch (parent?.type) {
    case "VariableDeclarator":
    case "VariableDeclaration":
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty":
    case "Property":
    case "AssignmentExpression":
    case "ExpressionStatement":
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "AwaitExpression":
      return parent;
    default:
      return undefined;
  }
}
