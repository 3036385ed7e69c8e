/** Collections that see to it that a message is said once: there are as many entries as the source has messages. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, enclosingFunction } from "../syntax/tree.ts";
import { collectCallers } from "../facts/callers.ts";
import { nameOfFunctionAround } from "./growing-inserts.ts";
import { wordsOf } from "../subjects/collection/name-evidence.ts";
import type { Operation } from "../subjects/collection/operations.ts";

/** Answers it by the logging beside the insert, or by the names of all who call the function around it. */
export function guardsMessage(file: FileFacts, { node, key, value }: Operation): boolean {
  // A mark and no more: what an entry holds is not there for the message beside it.
  if (value !== key && value?.type !== "Literal") return false;
  const block = node.parent?.parent;
  if (block?.type === "BlockStatement" && block.parent.type === "IfStatement" && block.body.some((statement) => statement.type === "ExpressionStatement" && isLogging(statement.expression))) return true;
  const around = enclosingFunction(node);
  const callers = around === undefined ? "anybody" : collectCallers(file, file.functions.factOf(around));
  return callers !== "anybody" && callers.length > 0 && callers.every((call) => isNamedForMessages(nameOfFunctionAround(file, call)));
}

function isLogging(expression: TSESTree.Expression): boolean {
  return expression.type === "CallExpression" && /^(?:warn|log|info|debug|error|trace|deprecate|emitWarning)$/.test(calleeName(expression) ?? "");
}

function isNamedForMessages(name: string | undefined): boolean {
  return wordsOf(name ?? "").some((word) => /^(?:console|log|logger|warn|warning|deprecate)$/.test(word));
}
