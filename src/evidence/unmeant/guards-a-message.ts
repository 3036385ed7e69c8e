import type { TSESTree } from "@typescript-eslint/utils";

import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { isNamedForMessages, isOnceGuard, logging } from "../../catalogue/words/meant-to-stay.ts";
import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { nameOfCollection, nameOfFunctionAround } from "../../subjects/collection/growing-inserts.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { calleeName, enclosingFunction } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const guardsMessage: Evidence<CollectionInsert, "by-name" | "by-function"> = {
  id: "unmeant/guards-a-message",
  asks: "Does it see to it that a message is said once? There are as many entries as the source has messages.",
  levels: {
    "by-name": ["it is by its name there to say something once", "no leak"],
    "by-function": ["what fills it is there to say something once", "no leak"],
  },
  ask(file, { collection, insert }) {
    if (isOnceGuard(nameOfCollection(collection))) return { level: "by-name", basis: "named" };
    const isOfFunction = isOnceGuard(nameOfFunctionAround(file, insert.node) ?? "") || saysSomething(file, insert);
    return { level: isOfFunction ? "by-function" : "unknown", basis: "named", at: insert.node };
  },
};

/** Answers it by the logging beside the insert, or by the names of all who call the function around it. */
function saysSomething(file: FileFacts, { node, key, value }: Operation): boolean {
  // A mark and no more: what an entry holds is not there for the message beside it.
  if (value !== key && value?.type !== "Literal") return false;
  const block = node.parent?.parent;
  if (block?.type === "BlockStatement" && block.parent.type === "IfStatement" && block.body.some((statement) => statement.type === "ExpressionStatement" && isLogging(statement.expression))) return true;
  const around = enclosingFunction(node);
  const callers = around === undefined ? "anybody" : collectCallers(file, file.functions.factOf(around));
  return callers !== "anybody" && callers.length > 0 && callers.every((call) => isNamedForMessages(nameOfFunctionAround(file, call) ?? ""));
}

function isLogging(expression: TSESTree.Expression): boolean {
  return expression.type === "CallExpression" && logging.test(calleeName(expression) ?? "");
}
