/** Whether a computed member is an index or another number worked out in place, not a key. */
import type { TSESTree } from "@typescript-eslint/utils";

import { countingCalls, countMembers } from "../../catalogue/words/key-texts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { declaratorOf, writesOf } from "../../facts/variables.ts";
import { calleeName, memberName, unwrap } from "../../syntax/tree.ts";

const ARITHMETIC = new Set(["-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>"]);

/** Answers whether a computed property is a literal, a counter, or arithmetic: the way arrays are read, not maps. */
export function isIndex(file: FileFacts, property: TSESTree.Node): boolean {
  const node = unwrap(property);
  switch (node.type) {
    case "Literal":
      return true;
    case "UpdateExpression":
      return true;
    case "UnaryExpression":
      return node.operator === "+" || node.operator === "-" || node.operator === "~";
    case "BinaryExpression":
      return ARITHMETIC.has(node.operator) || (node.operator === "+" && (isNumber(node.left) || isNumber(node.right)));
    case "MemberExpression":
      return countMembers.has(memberName(node) ?? "");
    case "CallExpression":
      return countingCalls.includes(calleeName(node) ?? "");
    case "Identifier":
      return isCounter(file, node);
    default:
      return false;
  }
}

function isNumber(node: TSESTree.Node): boolean {
  return node.type === "Literal" && typeof node.value === "number";
}

/** A variable that starts at a number and is counted on: `for (let i = 0; …; i++)`. */
function isCounter(file: FileFacts, identifier: TSESTree.Identifier): boolean {
  const variable = file.variables.variableOf(identifier);
  const init = variable === undefined ? undefined : declaratorOf(variable)?.init;
  if (variable === undefined || init == null) return false;
  const startsAtNumber = isNumber(unwrap(init)) || isIndex(file, init);
  return startsAtNumber && (isNumber(unwrap(init)) || writesOf(variable).length > 1);
}
