/** The tests of a function that decide whether a piece of its code runs. */
import type { TSESTree } from "@typescript-eslint/utils";

import { lastStatementOf } from "./arms.ts";
import { isFunction } from "./tree.ts";

/** A test, and how it has to come out for the code to run; undefined where it is no matter of true and false. */
export interface Guard {
  readonly test: TSESTree.Node;
  readonly holds: boolean | undefined;
}

const LEAVING: ReadonlySet<string> = new Set(["ReturnStatement", "ThrowStatement", "BreakStatement", "ContinueStatement"]);

/** The tests around a node, and those before it whose branch leaves, up to its function; the nearest first. */
export function guardsOf(node: TSESTree.Node): readonly Guard[] {
  const guards: Guard[] = [];
  for (let at = node; at.parent != null && !isFunction(at); at = at.parent) {
    const around = guardAround(at.parent, at);
    if (around !== undefined) guards.push(around);
    for (const statement of statementsBefore(at)) {
      const exit = guardOfExit(statement);
      if (exit !== undefined) guards.push(exit);
    }
  }
  return guards;
}

function guardAround(parent: TSESTree.Node, at: TSESTree.Node): Guard | undefined {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return parent.test === at ? undefined : { test: parent.test, holds: parent.consequent === at };
    case "LogicalExpression":
      return parent.right === at ? { test: parent.left, holds: parent.operator === "&&" ? true : parent.operator === "||" ? false : undefined } : undefined;
    case "WhileStatement":
      return parent.body === at ? { test: parent.test, holds: true } : undefined;
    case "ForStatement":
      return parent.body === at && parent.test !== null ? { test: parent.test, holds: true } : undefined;
    case "SwitchStatement":
      return parent.discriminant === at ? undefined : { test: parent.discriminant, holds: undefined };
    default:
      return undefined;
  }
}

/** The statements of the same list that come before, the last first. */
function statementsBefore(at: TSESTree.Node): readonly TSESTree.Node[] {
  const { parent } = at;
  const list: readonly TSESTree.Node[] = parent?.type === "BlockStatement" || parent?.type === "Program" ? parent.body : parent?.type === "SwitchCase" ? parent.consequent : [];
  return list.slice(0, Math.max(0, list.indexOf(at))).reverse();
}

/** `if (done) return;`: what comes after runs where it does not hold. */
function guardOfExit(statement: TSESTree.Node): Guard | undefined {
  if (statement.type !== "IfStatement") return undefined;
  if (leaves(statement.consequent)) return { test: statement.test, holds: false };
  return statement.alternate !== null && leaves(statement.alternate) ? { test: statement.test, holds: true } : undefined;
}

function leaves(branch: TSESTree.Node): boolean {
  return LEAVING.has(lastStatementOf(branch)?.type ?? "");
}
