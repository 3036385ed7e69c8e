/** Writes of a collection that are made of its own content: with something more, with less, or as it is. */
import { collectionMakers } from "../../catalogue/words/language.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import { reducing } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { Store } from "../../facts/stores.ts";
import { calleeName, receiverOf, unwrap } from "../../syntax/tree.ts";
import { mentions } from "./mentioned-place.ts";

/** `growth`: `items = [...items, item]`; `reduction`: `items = items.filter(...)`; `copy`: `items = [...items]`. */
export type Rewrite = "growth" | "reduction" | "copy";

/** What a growth adds; for arrays and sets the key is the element. */
export interface Added {
  readonly key: TSESTree.Node | undefined;
  readonly value: TSESTree.Node | undefined;
}

/** Answers how a write uses the old content; undefined where it does not, or in a way that is not known. */
export function rewriteOf(file: FileFacts, { value, place, site }: Store): Rewrite | undefined {
  if (value === undefined || site.type !== "AssignmentExpression" || site.operator !== "=") return undefined;
  const node = unwrap(value);
  if (node.type === "CallExpression" && reducing.has(calleeName(node) ?? "")) {
    const receiver = receiverOf(node);
    return receiver !== undefined && mentions(file, receiver, place) ? "reduction" : undefined;
  }
  const parts = piecesOf(node);
  if (!parts.some((part) => isOldContent(file, part, place))) return undefined;
  return addedParts(file, node, place).length > 0 ? "growth" : "copy";
}

/** Whether an assigned value has the shape of one that takes over an old content and adds to it. */
export function mayGrow(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return node.type === "ArrayExpression" || node.type === "ObjectExpression" || node.type === "NewExpression" || node.type === "CallExpression" ? piecesOf(node).length > 1 : false;
}

/** The first thing that a growth adds. */
export function addedBy(file: FileFacts, { value, place }: Store): Added {
  const [part] = value === undefined ? [] : addedParts(file, unwrap(value), place);
  if (part === undefined) return { key: undefined, value: undefined };
  if (part.type === "Property") return { key: part.computed ? part.key : undefined, value: part.value };
  const element = part.type === "SpreadElement" ? part.argument : part;
  const pair = unwrap(element);
  const isEntry = pair.type === "ArrayExpression" && value !== undefined && unwrap(value).type === "NewExpression" && calleeName(unwrap(value) as TSESTree.NewExpression) === "Map";
  return isEntry ? { key: pair.elements[0] ?? undefined, value: pair.elements[1] ?? undefined } : { key: element, value: element };
}

/** A property under a name of the source is one entry, however often it is written. */
function addedParts(file: FileFacts, node: TSESTree.Node, place: Place): TSESTree.Node[] {
  return piecesOf(node).filter((part) => !isOldContent(file, part, place) && !hasFixedNames(part));
}

/** `name: value`, `...{ name }`, `...(id ? { id } : {})`. */
function hasFixedNames(part: TSESTree.Node): boolean {
  const node = unwrap(part.type === "SpreadElement" ? part.argument : part);
  switch (node.type) {
    case "Property":
      return !node.computed;
    case "ObjectExpression":
      return node.properties.every(hasFixedNames);
    case "ConditionalExpression":
      return hasFixedNames(node.consequent) && hasFixedNames(node.alternate);
    case "LogicalExpression":
      return node.operator === "&&" && hasFixedNames(node.right);
    default:
      return false;
  }
}

/** What a new collection is put together from: elements, properties, arguments of `concat` and `Object.assign`. */
function piecesOf(expression: TSESTree.Node): TSESTree.Node[] {
  const node = unwrap(expression);
  switch (node.type) {
    case "ArrayExpression":
      return node.elements.filter((element) => element !== null);
    case "ObjectExpression":
      return node.properties;
    case "NewExpression": {
      const [content] = node.arguments;
      if (content === undefined || !collectionMakers.test(calleeName(node) ?? "")) return [];
      return unwrap(content).type === "ArrayExpression" ? piecesOf(content) : [content];
    }
    case "CallExpression": {
      const receiver = receiverOf(node);
      if (receiver === undefined) return [];
      if (calleeName(node) === "concat") return [receiver, ...node.arguments];
      const isAssign = calleeName(node) === "assign" && receiver.type === "Identifier" && receiver.name === "Object" && node.arguments[0]?.type === "ObjectExpression";
      return isAssign ? node.arguments.flatMap((part): TSESTree.Node[] => (part.type === "ObjectExpression" ? part.properties : [part])) : [];
    }
    default:
      return [];
  }
}

function isOldContent(file: FileFacts, part: TSESTree.Node, place: Place): boolean {
  const node = unwrap(part.type === "SpreadElement" ? part.argument : part);
  // `[...(items ?? []), item]`.
  if (node.type === "LogicalExpression") return isOldContent(file, node.left, place);
  return file.places.placeOf(node)?.key === place.key;
}
