/** What an expression comes to where the values of the names in it are known. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isNothing, unwrap } from "./tree.ts";

/** A value that can be written out, or `empty` for a collection without elements. */
export type Known = { readonly value: string | number | boolean | null | undefined } | "empty";

type Named = TSESTree.Identifier | TSESTree.MemberExpression;

/** The value of an expression, `read` telling that of each name in it; undefined where these do not tell. */
export function knownValueOf(expression: TSESTree.Node, read: (node: Named) => Known | undefined): Known | undefined {
  const node = unwrap(expression);
  if (isNothing(node)) return { value: node.type === "Literal" ? null : undefined };
  switch (node.type) {
    case "Literal":
      return typeof node.value === "object" || typeof node.value === "bigint" ? undefined : { value: node.value };
    case "UnaryExpression": {
      const inner = node.operator === "!" ? knownValueOf(node.argument, read) : undefined;
      return inner === undefined ? undefined : { value: !isTrue(inner) };
    }
    case "LogicalExpression": {
      const first = knownValueOf(node.left, read);
      if (node.operator === "??" || first === undefined) return undefined;
      return isTrue(first) === (node.operator === "&&") ? knownValueOf(node.right, read) : first;
    }
    case "BinaryExpression":
      return compared(node.operator, knownValueOf(node.left, read), knownValueOf(node.right, read));
    case "Identifier":
    case "MemberExpression":
      return read(node);
    default:
      return undefined;
  }
}

/** Whether a test holds that comes to the value. */
export function isTrue(known: Known): boolean {
  return known === "empty" || Boolean(known.value);
}

function compared(operator: string, left: Known | undefined, right: Known | undefined): Known | undefined {
  if (left === undefined || right === undefined || left === "empty" || right === "empty") return undefined;
  const [one, other] = [left.value, right.value];
  const isAbsent = (value: unknown): boolean => value === null || value === undefined;
  switch (operator) {
    case "===":
      return { value: one === other };
    case "!==":
      return { value: one !== other };
    case "==":
      return isAbsent(one) || isAbsent(other) ? { value: isAbsent(one) && isAbsent(other) } : { value: one === other };
    case "!=":
      return isAbsent(one) || isAbsent(other) ? { value: !(isAbsent(one) && isAbsent(other)) } : { value: one !== other };
    default:
      return typeof one === "number" && typeof other === "number" ? orderOf(operator, one, other) : undefined;
  }
}

function orderOf(operator: string, one: number, other: number): Known | undefined {
  if (operator === "<") return { value: one < other };
  if (operator === ">") return { value: one > other };
  if (operator === "<=") return { value: one <= other };
  return operator === ">=" ? { value: one >= other } : undefined;
}
