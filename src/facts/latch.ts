/** Code behind a flag that is set once and never taken back: `if (started) return; started = true;`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { leavesFunction } from "../syntax/arms.ts";
import { enclosingFunction, isNothing, isWithin, unwrap, type FunctionNode } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import { functionOf, writesOf, type Variable } from "./variables.ts";

/** Answers which variables from outside of the function let the code at `node` run once in their life. */
export function latchesOf(file: FileFacts, node: TSESTree.Node): Variable[] {
  const host = enclosingFunction(node);
  const latches: Variable[] = [];
  const add = (flag: TSESTree.Node | undefined, block: TSESTree.Node): void => {
    const variable = flag?.type === "Identifier" ? file.variables.variableOf(flag) : undefined;
    if (variable !== undefined && functionOf(variable) !== host && isSetForGood(file, variable, block)) latches.push(variable);
  };
  for (let at = node; host !== undefined && at.parent != null && at !== host; at = at.parent) {
    const { parent } = at;
    if (parent.type === "IfStatement" && parent.consequent === at) add(absentIn(parent.test), at);
    if (parent.type === "LogicalExpression" && parent.operator === "&&" && parent.right === at) add(absentIn(parent.left), at);
    if (parent.type === "AssignmentExpression" && (parent.operator === "??=" || parent.operator === "||=") && parent.right === at) add(unwrap(parent.left), parent);
    if (parent.type === "BlockStatement" && parent.parent === host) for (const flag of leavingFlags(parent, at)) add(flag, parent);
  }
  return latches;
}

/** The variables at whose presence a function's body is left: many places of one body ask for them. */
const leaving = new WeakMap<TSESTree.BlockStatement, readonly TSESTree.Identifier[]>();

/** Those of them that stand before the statement. */
function leavingFlags(body: TSESTree.BlockStatement, before: TSESTree.Node): TSESTree.Identifier[] {
  const all = leaving.get(body) ?? body.body.map(presentIn).filter((flag) => flag?.type === "Identifier");
  leaving.set(body, all);
  return all.filter(({ range }) => range[0] < before.range[0]);
}

/** Whether the block sets the variable, itself or through what it calls, and nothing in the file sets it back. */
function isSetForGood(file: FileFacts, variable: Variable, block: TSESTree.Node): boolean {
  if (variable.defs[0]?.type !== "Variable") return false;
  const writes = writesOf(variable).filter(({ init }) => init !== true);
  const isSet = writes.some(({ identifier }) => isWithin(identifier, block)) || isSetByCallee(file, writes.map(({ identifier }) => enclosingFunction(identifier)), block);
  return isSet && writes.every(({ writeExpr }) => isSomething(writeExpr));
}

function isSetByCallee(file: FileFacts, setters: readonly (FunctionNode | undefined)[], block: TSESTree.Node): boolean {
  if (setters.length === 0) return false;
  const called = new Set(callsFrom(file, block).map((call) => file.functions.calledFunction(call)));
  return setters.some((setter) => setter !== undefined && called.has(setter));
}

function callsFrom(file: FileFacts, block: TSESTree.Node): TSESTree.CallExpression[] {
  const host = enclosingFunction(block);
  if (host === undefined) return [];
  return file.calls.directlyIn(host).filter((call): call is TSESTree.CallExpression => call.type === "CallExpression" && isWithin(call, block));
}

/** Whether a value passes for set wherever it is asked for: a constant that is truthy, or whatever a call or `new` yields. */
export function isSomething(value: TSESTree.Node | null | undefined): boolean {
  if (value == null) return false;
  const node = unwrap(value);
  if (node.type === "Literal") return Boolean(node.value);
  if (node.type === "AwaitExpression") return isSomething(node.argument);
  return node.type === "NewExpression" || node.type === "CallExpression" || node.type === "ObjectExpression" || node.type === "ArrayExpression" || node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression";
}

/** What is absent where the test holds: `!x`, `x == null`. */
export function absentIn(test: TSESTree.Expression): TSESTree.Node | undefined {
  if (test.type === "UnaryExpression") return test.operator === "!" ? unwrap(test.argument) : undefined;
  if (test.type === "LogicalExpression") return test.operator === "&&" ? (absentIn(test.left) ?? absentIn(test.right)) : undefined;
  return test.type === "BinaryExpression" && /^===?$/.test(test.operator) && isNothing(test.right) ? unwrap(test.left) : undefined;
}

/** What is present where the statement leaves: `if (x) return x;`, `if (x !== undefined) throw new Error();`. */
export function presentIn(statement: TSESTree.Statement): TSESTree.Node | undefined {
  if (statement.type !== "IfStatement") return undefined;
  const { test, consequent } = statement;
  if (!leavesFunction(consequent)) return undefined;
  if (test.type === "BinaryExpression") return /^!==?$/.test(test.operator) && isNothing(test.right) ? unwrap(test.left) : undefined;
  return unwrap(test);
}
