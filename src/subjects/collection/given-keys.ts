/** Whether a collection is filled under a few keys only, since every call of the project that gives one writes it out. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { initializerOf, isSingleAssignment } from "../../facts/variables.ts";
import { unwrap } from "../../syntax/tree.ts";
import { allCallsOf, parameterAt } from "../program/all-calls.ts";

/** How many functions up a key is followed that each only hands on. */
const DEEPEST = 3;
const MOST_CALLS = 40;

/** Finds a call that gives the key of an insert, where all that do give one that stands in the source; undefined where one may not. */
export function findWrittenKeys(file: FileFacts, key: TSESTree.Node): Located | undefined {
  const found: Located[] = [];
  return isWrittenOut(file, key, found, 0) ? found[0] : undefined;
}

/** Whether an expression only takes values that stand in the source; the calls that give them are collected. */
function isWrittenOut(file: FileFacts, expression: TSESTree.Node, calls: Located[], depth: number): boolean {
  const node = unwrap(expression);
  const again = (part: TSESTree.Node): boolean => isWrittenOut(file, part, calls, depth);
  switch (node.type) {
    case "Literal":
      return true;
    case "TemplateLiteral":
      return node.expressions.every(again);
    case "BinaryExpression":
      return node.operator === "+" && again(node.left) && again(node.right);
    case "ConditionalExpression":
      return again(node.consequent) && again(node.alternate);
    case "LogicalExpression":
      return again(node.left) && again(node.right);
    case "Identifier":
      return isWrittenVariable(file, node, calls, depth);
    case "MemberExpression":
      return isMemberOfEnum(file, node) || isImportedText(file, node);
    default:
      return false;
  }
}

function isWrittenVariable(file: FileFacts, node: TSESTree.Identifier, calls: Located[], depth: number): boolean {
  const variable = file.variables.variableOf(node);
  const init = variable !== undefined && isSingleAssignment(variable) ? initializerOf(variable) : undefined;
  if (init !== undefined) return depth < DEEPEST && isWrittenOut(file, init, calls, depth + 1);
  const parameter = parameterAt(file, node);
  return parameter === undefined ? isImportedText(file, node) : isGivenWritten(file, parameter, calls, depth);
}

function isGivenWritten(file: FileFacts, { host, index }: NonNullable<ReturnType<typeof parameterAt>>, calls: Located[], depth: number): boolean {
  const all = depth > DEEPEST ? undefined : allCallsOf(file, host);
  if (all === undefined || all.length > MOST_CALLS) return false;
  return all.every((call) => {
    const given = call.node.arguments[index];
    calls.push(call);
    return given !== undefined && !call.node.arguments.slice(0, index + 1).some(({ type }) => type === "SpreadElement") && isWrittenOut(call.file, given, calls, depth + 1);
  });
}

/** `Kind.Ready`, of an enumeration of the file. */
function isMemberOfEnum(file: FileFacts, { object }: TSESTree.MemberExpression): boolean {
  const [definition] = file.variables.variableOf(unwrap(object))?.defs ?? [];
  return definition?.node.type === "TSEnumDeclaration";
}

/** An import that is a text or a number. */
function isImportedText(file: FileFacts, node: TSESTree.Node): boolean {
  const found = file.project.definitionOf(node)?.node;
  return found?.type === "Literal" || (found?.type === "TemplateLiteral" && found.expressions.length === 0);
}
