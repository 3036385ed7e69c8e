/** What a place may hold, and whether it is handed to somebody who may end it instead. */
import { BORROWERS } from "./words.mjs";
import { placesOf } from "./places.mjs";
import { isFunction, settled, wrapped } from "./syntax.mjs";

/** All values that an expression may have: both sides of a choice, the right side of an assignment. */
export function valuesOf(node) {
  const value = settled(node);
  if (value == null) return [];
  if (value.type === "ConditionalExpression") return [...valuesOf(value.consequent), ...valuesOf(value.alternate)];
  if (value.type === "LogicalExpression") return [...valuesOf(value.left), ...valuesOf(value.right)];
  if (value.type === "AssignmentExpression") return valuesOf(value.right);
  return [value];
}

/** All values that are written to a place in this file. */
export function valuesAt(file, place) {
  return placesOf(file).writesOf(place).flatMap(({ node, value }) => valuesOf(value).map((held) => ({ node, value: held })));
}

/** Whether somebody else gets what the place holds, and may end it; `isLent` says which calls only use it. */
export function isHandedOver(file, place, isLent = () => false) {
  return placesOf(file).usesOf(place).some((use) => isGivenAway(file, wrapped(use), isLent));
}

function isGivenAway(file, node, isLent) {
  const { parent } = node;
  switch (parent.type) {
    case "CallExpression":
    case "NewExpression":
      return parent.arguments.includes(node) && !BORROWERS.test(file.source(parent.callee)) && !isLent(parent);
    case "VariableDeclarator":
      // A name for the same place is no way out; a pattern takes something out of it.
      return parent.init === node && parent.id.type === "Identifier" && placesOf(file).placeOf(parent.id) !== placesOf(file).placeOf(node);
    case "AssignmentExpression":
      return parent.right === node;
    case "Property":
      return parent.value === node && parent.parent.type === "ObjectExpression";
    case "ConditionalExpression":
      return parent.test !== node && isGivenAway(file, parent, isLent);
    case "LogicalExpression":
      return isGivenAway(file, wrapped(parent), isLent);
    case "AwaitExpression":
      return isGivenAway(file, wrapped(parent), isLent);
    default:
      return isFunction(parent) ? parent.body === node : HANDS_OVER.has(parent.type);
  }
}

const HANDS_OVER = new Set(["ReturnStatement", "ArrayExpression", "YieldExpression", "ExportSpecifier", "ExportDefaultDeclaration", "JSXExpressionContainer", "JSXSpreadAttribute", "AssignmentPattern", "SequenceExpression"]);
