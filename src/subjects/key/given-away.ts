/** Whether others may have an object that a variable holds: it went to code that may keep it, or was there before the call. */
import type { TSESTree } from "@typescript-eslint/utils";

import { readingMethods } from "../../catalogue/words/collection-methods.ts";
import { dateReaders } from "../../catalogue/words/key-texts.ts";
import { harmlessGlobals } from "../../catalogue/words/harmless-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { wholeParameter } from "../../facts/pattern-steps.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { enclosingFunction, isFunction, isLoop, isWithin, memberName, wrapped, type CallNode } from "../../syntax/tree.ts";
import { dottedName } from "./reading.ts";

const MAXIMUM_DEPTH = 3;

/** Answers whether anybody else may have the object by the time it is read at `read`. */
export function isKnownToOthers(file: FileFacts, variable: Variable, read: TSESTree.Node): boolean {
  const [declaration] = variable.identifiers;
  if (declaration === undefined || !isMadeByCallOf(variable, read)) return true;
  const loop = loopWithout(read, declaration);
  return variable.references.some(({ identifier, init }) => init !== true && identifier !== read && (identifier.range[0] < read.range[0] || (loop !== undefined && isWithin(identifier, loop))) && handsOn(file, identifier, 0));
}

/** Answers whether the call that reads a variable has made what it holds, if it is made where it is declared. */
export function isMadeByCallOf(variable: Variable, read: TSESTree.Node): boolean {
  return variable.identifiers.length > 0 && functionOf(variable) === enclosingFunction(read);
}

/** Answers whether the read is done once for what the variable holds: no loop that does not make it anew is around it. */
export function isReadOnceFor(variable: Variable, read: TSESTree.Node): boolean {
  const [declaration] = variable.identifiers;
  return declaration !== undefined && loopWithout(read, declaration) === undefined;
}

/** The outermost loop around a read that does not declare the variable anew. */
function loopWithout(read: TSESTree.Node, declaration: TSESTree.Node): TSESTree.Node | undefined {
  let found: TSESTree.Node | undefined;
  for (let at = read.parent; at != null && !isFunction(at); at = at.parent) {
    if (isLoop(at) && !isWithin(declaration, at)) found = at;
  }
  return found;
}

/** Whether a use of a variable may leave the object with somebody. Reading, writing and calling its members does not. */
function handsOn(file: FileFacts, identifier: TSESTree.Node, depth: number): boolean {
  const node = wrapped(identifier);
  const { parent } = node;
  switch (parent?.type) {
    case "MemberExpression":
    case "SpreadElement":
    case "ForOfStatement":
    case "ForInStatement":
    case "BinaryExpression":
    case "UnaryExpression":
    case "IfStatement":
    case "WhileStatement":
    case "TemplateLiteral":
    case "ExpressionStatement":
    case "ReturnStatement":
    case "TSTypePredicate":
    case "TSTypeQuery":
      return false;
    case "LogicalExpression":
      return parent.left !== node;
    case "ConditionalExpression":
      return parent.test !== node;
    case "CallExpression":
    case "NewExpression":
      return isKeptByCallee(file, parent, node, depth);
    default:
      return true;
  }
}

/** Whether a call may keep an argument: no function of the file does whose parameter only reads it, and none of the language. */
function isKeptByCallee(file: FileFacts, call: CallNode, argument: TSESTree.Node, depth: number): boolean {
  const name = dottedName(call.callee);
  if (call.type === "CallExpression" && name !== undefined && (harmlessGlobals.test(name) || name.startsWith("JSON.")) && isGlobalName(file, call.callee)) return false;
  const called = call.type === "CallExpression" && depth < MAXIMUM_DEPTH ? file.functions.calledFunction(call) : undefined;
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
  const parameter = called?.params[index];
  const target = parameter === undefined || call.arguments.slice(0, index).some(({ type }) => type === "SpreadElement") ? undefined : wholeParameter(parameter);
  if (target === undefined || called === undefined) return true;
  // What is taken apart is not kept; its parts may be.
  if (target.type === "ObjectPattern") return false;
  const variable = target.type === "Identifier" ? file.variables.variableOf(target) : undefined;
  return variable === undefined || variable.references.some(({ identifier, init }) => init !== true && (enclosingFunction(identifier) !== called || identifier.parent?.type === "ReturnStatement" || handsOn(file, identifier, depth + 1)));
}

function isGlobalName(file: FileFacts, callee: TSESTree.Node): boolean {
  let at: TSESTree.Node = callee;
  while (at.type === "MemberExpression") at = at.object;
  return at.type === "Identifier" && file.variables.isGlobal(at);
}

/** Answers whether an object or list still holds what it was written with: its members are only read. */
export function isUnchanged({ references }: Variable): boolean {
  return references.every(({ identifier, init }) => {
    const member = wrapped(identifier).parent;
    if (init === true || member?.type !== "MemberExpression" || member.object !== wrapped(identifier)) return true;
    const use = wrapped(member).parent;
    if (use?.type === "CallExpression" && use.callee === wrapped(member)) return readingMethods.has(memberName(member) ?? "") || dateReaders.test(memberName(member) ?? "");
    return !(use?.type === "AssignmentExpression" && use.left === member) && use?.type !== "UpdateExpression" && !(use?.type === "UnaryExpression" && use.operator === "delete");
  });
}
