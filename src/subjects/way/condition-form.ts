/** Conditions in one normal form: which place is asked, what it is asked, and in which sense. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { unwrap } from "../../syntax/tree.ts";

/** Whether a value is truthy, or, of an empty one, which of the two it would have to be. `nothing`: either of them. */
export type Asked = "truth" | "undefined" | "null" | "nothing";

export interface Condition {
  readonly key: string;
  /** Whether the expression is true when the place is there, or the comparison named by the key holds. */
  readonly positive: boolean;
  readonly asked: Asked;
  /** Of a comparison with a literal: the place that is compared, and whether the literal is truthy. */
  readonly compared?: { readonly key: string; readonly isTruthy: boolean };
}

/** Answers what an expression asks; undefined where it names no place, or orders, computes and calls. */
export function conditionOf(file: FileFacts, expression: TSESTree.Node): Condition | undefined {
  return formOf(file, expression, 0);
}

/** What a clause of a `switch` asks: whether its literal is what the `switch` looks at. */
export function conditionOfClause(file: FileFacts, { test, parent }: TSESTree.SwitchCase): Condition | undefined {
  return test === null ? undefined : equality(file, parent.discriminant, unwrap(test), true);
}

/** Names the equality of a place with a literal; undefined for literals without a text of their own. */
export function keyOfEquality(place: string, literal: TSESTree.Literal): string | undefined {
  const { value } = literal;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? `${place}=${JSON.stringify(value)}` : undefined;
}

function formOf(file: FileFacts, expression: TSESTree.Node, depth: number): Condition | undefined {
  if (depth > 5) return undefined;
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier":
    case "MemberExpression": {
      const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
      const init = variable === undefined ? undefined : initializerOf(variable);
      const stands = init === undefined || !isTest(init) ? undefined : formOf(file, init, depth + 1);
      const key = variable !== undefined && init !== undefined && emptyValueOf(unwrap(init)) !== undefined ? file.places.placeOfVariable(variable).key : file.places.placeOf(node)?.key;
      return stands ?? (key === undefined ? undefined : { key, positive: true, asked: "truth" });
    }
    case "UnaryExpression": {
      const inner = node.operator === "!" ? formOf(file, node.argument, depth + 1) : undefined;
      return inner === undefined ? undefined : { ...inner, positive: !inner.positive };
    }
    case "CallExpression":
      return node.callee.type === "Identifier" && node.callee.name === "Boolean" && node.arguments[0] !== undefined ? formOf(file, node.arguments[0], depth + 1) : undefined;
    case "BinaryExpression":
      return comparison(file, node, depth);
    default:
      return undefined;
  }
}

/** Only what is itself a test stands for its variable: `const own = !given`, not `const own = make()`. */
function isTest(init: TSESTree.Node): boolean {
  const node = unwrap(init);
  return node.type === "UnaryExpression" || node.type === "BinaryExpression" || (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "Boolean");
}

function comparison(file: FileFacts, node: TSESTree.BinaryExpression, depth: number): Condition | undefined {
  const isEqual = node.operator === "===" || node.operator === "==";
  if (!isEqual && node.operator !== "!==" && node.operator !== "!=") return undefined;
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  const nothing = emptyValueOf(right);
  if (nothing === undefined) return equality(file, left, right, isEqual);
  const isTypeof = left.type === "UnaryExpression" && left.operator === "typeof";
  const inner = formOf(file, isTypeof ? left.argument : left, depth + 1);
  if (inner === undefined) return undefined;
  const asked: Asked = isTypeof ? "undefined" : node.operator.length === 2 ? "nothing" : nothing;
  return { ...inner, positive: isEqual ? !inner.positive : inner.positive, asked: inner.asked === "truth" ? asked : inner.asked };
}

function equality(file: FileFacts, compared: TSESTree.Node, literal: TSESTree.Node, positive: boolean): Condition | undefined {
  const place = file.places.placeOf(unwrap(compared));
  const key = place !== undefined && literal.type === "Literal" ? keyOfEquality(place.key, literal) : undefined;
  if (place === undefined || key === undefined || literal.type !== "Literal") return undefined;
  return { key, positive, asked: "truth", compared: { key: place.key, isTruthy: Boolean(literal.value) } };
}

/** Which empty value an expression is as it is written; the text is what `typeof` gives. */
function emptyValueOf(node: TSESTree.Node): "undefined" | "null" | undefined {
  if (node.type === "Literal") return node.raw === "null" ? "null" : node.value === "undefined" ? "undefined" : undefined;
  return node.type === "Identifier" && node.name === "undefined" ? "undefined" : undefined;
}
