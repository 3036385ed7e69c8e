import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldField } from "../../candidates/kept-field.ts";
import { applicationNames } from "../../catalogue/data/subscriptions.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isSingleton } from "../../subjects/subscription/subscription-scope.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const lastingOwner: Evidence<HeldField, "application" | "singleton-on-demand"> = {
  id: "repeats/lasting-owner",
  asks: "Is the owner by its name a part of the program itself, or one that exists once and makes this once?",
  levels: {
    "application": ["its owner is by its name a part of the program itself", "no leak"],
    "singleton-on-demand": ["its owner by its name exists once, and makes it once", "no leak"],
  },
  ask(file, { life, store, place }) {
    const owner = life().owner;
    if (owner === undefined) return { level: "unknown", basis: "named" };
    if (isSingleton(owner, applicationNames)) return { level: "application", basis: "named", at: owner };
    return { level: isSingleton(owner) && isMadeOnDemand(file, store, place.key) ? "singleton-on-demand" : "unknown", basis: "named", at: owner };
  },
};

/** `this.item ??= make()`, `if (!this.item) this.item = make();` */
function isMadeOnDemand(file: FileFacts, store: TSESTree.Node, key: string): boolean {
  if (store.type === "AssignmentExpression" && (store.operator === "??=" || store.operator === "||=")) return true;
  const host = enclosingFunction(store);
  for (let at = store; at.parent != null && at.parent !== host; at = at.parent) {
    if (at.parent.type === "IfStatement" && at.parent.consequent === at && testsAbsence(file, at.parent.test, key)) return true;
  }
  return false;
}

function testsAbsence(file: FileFacts, test: TSESTree.Expression, key: string): boolean {
  const isField = (node: TSESTree.Node): boolean => file.places.placeOf(node)?.key === key;
  if (test.type === "UnaryExpression") return test.operator === "!" && isField(test.argument);
  if (test.type === "LogicalExpression") return test.operator === "&&" && (testsAbsence(file, test.left, key) || testsAbsence(file, test.right, key));
  return test.type === "BinaryExpression" && /^===?$/.test(test.operator) && isField(test.left);
}
