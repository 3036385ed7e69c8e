import type { TSESTree } from "@typescript-eslint/utils";

import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { keepingInside } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { outermost } from "../../subjects/collection/element-operations.ts";
import { calleeName, wrapped } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const listsStayInside: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "owned/lists-stay-inside",
  asks: "Does the file only walk, call, test or grow the lists that it reads?",
  levels: {
    yes: ["no list is handed on", "open"],
    no: ["a list is handed on, and whoever has it may take elements out", "no leak"],
  },
  ask: (file, { operations }) => yesOrNo(operations.every(({ kind, node }) => kind !== "read" || staysInside(file, node))),
};

/** Whether what is read of the collection is only walked, called, tested or grown, directly or through one variable. */
function staysInside(file: FileFacts, read: TSESTree.Node): boolean {
  const node = outermost(read);
  const parent = node.parent;
  if (parent?.type === "VariableDeclarator" && parent.init === node) {
    const variable = parent.id.type === "Identifier" ? file.variables.variableOf(parent.id) : undefined;
    return variable?.references.every(({ identifier, init }) => init === true || isTame(identifier) || isPutIn(identifier)) === true;
  }
  return isTame(node);
}

function isTame(expression: TSESTree.Node): boolean {
  const node = outermost(expression);
  const parent = node.parent;
  switch (parent?.type) {
    case "MemberExpression": {
      const outer = wrapped(parent).parent;
      const isCalled = outer?.type === "CallExpression" && outer.callee === wrapped(parent);
      return parent.object === node && (!isCalled || keepingInside.has(calleeName(outer) ?? ""));
    }
    case "ForOfStatement":
    case "ForInStatement":
      return parent.right === node;
    case "SpreadElement":
    case "IfStatement":
    case "UnaryExpression":
    case "BinaryExpression":
    case "ExpressionStatement":
    case "LogicalExpression":
      return true;
    case "ConditionalExpression":
      return parent.test === node;
    case "AssignmentExpression":
      return parent.left === node;
    default:
      return false;
  }
}

/** `lists.set(event, list)` and `lists[event] = list`. */
function isPutIn(identifier: TSESTree.Node): boolean {
  const node = wrapped(identifier);
  const parent = node.parent;
  if (parent?.type === "AssignmentExpression") return parent.right === node && parent.left.type === "MemberExpression";
  return parent?.type === "CallExpression" && parent.arguments[1] === node && calleeName(parent) === "set";
}
