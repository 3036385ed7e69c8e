/** Functions that sound like the end of an entry and only change it: they stop a part of it, or write down its new state. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { enclosingFunction, isWithin, memberName, unwrap, type FunctionNode } from "../syntax/tree.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { isBlanking, nameOfCollection } from "../subjects/collection/growing-inserts.ts";
import { mentions } from "../subjects/collection/mentioned-place.ts";
import { wordsOf } from "../syntax/words-of.ts";
import type { Operation } from "../subjects/collection/operations.ts";

// What is closed or removed is gone; what is stopped may be started again.
const PASSING_VERB = /^(?:stop|end|cancel|finish|complete|abort|reset|clear|leave)$/;
const STATE = /^(?:state|status|phase|stage|outcome|result|ended|done|finished|completed|cancell?ed|stopped|(?:ended|finished|completed|stopped|closed|terminated|cancell?ed)At)$/i;

/** Whether the function around the read ends the entry that it reads, and not a part or a phase of it. */
export function endsEntry(file: FileFacts, collection: Collection, { node }: Operation, operations: readonly Operation[]): boolean {
  const around = enclosingFunction(node);
  if (around === undefined) return false;
  if (operations.some((operation) => operation.kind === "insert" && !isBlanking(operation) && isWithin(operation.node, around))) return false;
  return isAboutEntry(file, collection, around) && !writesState(file, collection, around);
}

/** `stopGeneration(chatId)` ends no session: its object is named neither by the collection nor by the key. */
function isAboutEntry(file: FileFacts, collection: Collection, around: FunctionNode): boolean {
  const [verb, ...object] = wordsOf(file.functions.factOf(around).name ?? "");
  const last = object.at(-1);
  if (last === undefined || !PASSING_VERB.test(verb ?? "")) return true;
  const parameters = around.params.map((parameter) => (parameter.type === "Identifier" ? parameter.name : ""));
  return [nameOfCollection(collection), ...parameters].flatMap(wordsOf).some((word) => singular(word) === singular(last));
}

/** `entry.state = "TERMINATED"`: whoever asks for the entry later is told of its end. */
function writesState(file: FileFacts, collection: Collection, around: FunctionNode): boolean {
  return file.nodes.assignments.some(({ left }) => {
    if (left.type !== "MemberExpression" || !isWithin(left, around) || !STATE.test(memberName(left) ?? "")) return false;
    return isEntry(file, left.object, collection);
  });
}

function isEntry(file: FileFacts, holder: TSESTree.Node, collection: Collection): boolean {
  const node = unwrap(holder);
  if (node.type !== "Identifier") return mentions(file, node, collection.place);
  const definition = file.variables.variableOf(node)?.defs[0]?.node;
  return definition?.type === "VariableDeclarator" && definition.init !== null && mentions(file, definition.init, collection.place);
}

function singular(word: string): string {
  return word.replace(/s$/, "");
}
