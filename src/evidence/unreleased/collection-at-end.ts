import type { TSESTree } from "@typescript-eslint/utils";

import type { CollectedTarget } from "../../candidates/collected-target.ts";
import { emptying } from "../../catalogue/words/collection-methods.ts";
import { standsIn } from "../../facts/reach.ts";
import { enclosingFunction, isNothing, memberName, unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const collectionAtEnd: Evidence<CollectedTarget, "gone-through" | "left"> = {
  id: "unreleased/collection-at-end",
  asks: "Does the end of the owner go through those that are still in the collection?",
  levels: {
    "gone-through": ["the end of the owner goes through the collection, or removes listeners in a way that cannot be followed", "no leak"],
    "left": ["the end of the owner at most forgets the collection", "leak"],
  },
  ask(file, { collection, removals, life: { reach, isOpaque }, calls: { cleared } }) {
    if (isOpaque) return { level: "gone-through", basis: "shown" };
    const use = file.mentions.of(collection).find((mention) => standsIn(mention, reach) && !isForgetting(mention));
    const call = use ?? removals.find((removal) => standsIn(removal.call, reach))?.call ?? cleared.find((one) => standsIn(one, reach));
    // Who is given the collection, as by a getter, may go through it.
    const given = call ?? file.mentions.of(collection).find(isHandedTo);
    return { level: given === undefined ? "left" : "gone-through", basis: "shown", at: given };
  },
};

/** `items.clear()`, `items.length = 0`, `items = []`. */
function isForgetting(mention: TSESTree.Node): boolean {
  const { parent } = mention;
  if (parent?.type === "AssignmentExpression" && parent.left === mention) return isEmptyValue(parent.right);
  if (parent?.type !== "MemberExpression" || parent.object !== mention) return false;
  const outer = parent.parent;
  if (outer.type === "AssignmentExpression") return outer.left === parent && memberName(parent) === "length";
  return outer.type === "CallExpression" && outer.callee === parent && emptying.has(memberName(parent) ?? "");
}

function isEmptyValue(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  if (node.type === "ArrayExpression") return node.elements.length === 0;
  return isNothing(node) || (node.type === "NewExpression" && node.arguments.length === 0) || (node.type === "ObjectExpression" && node.properties.length === 0);
}

function isHandedTo(mention: TSESTree.Node): boolean {
  const { parent } = mention;
  return parent?.type === "ReturnStatement" || (parent?.type === "ArrowFunctionExpression" && parent.body === mention) || (parent?.type === "CallExpression" && parent.callee !== mention && enclosingFunction(mention) !== undefined);
}
