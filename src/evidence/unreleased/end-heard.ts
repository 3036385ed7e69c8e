import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { endListening } from "../../catalogue/words/callbacks.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { calleeName, enclosingFunction, isWithin, receiverOf, unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const endHeard: Evidence<GrowingCollection, "yes"> = {
  id: "unreleased/end-heard",
  asks: "Does what fills it listen for the end of what it puts in?",
  levels: { yes: ["the end of what is put in is heard, and removes nothing", "leak"] },
  ask(file, { insert }) {
    const at = findHeardEnd(file, insert);
    return { level: at === undefined ? "unknown" : "yes", basis: "shown", at };
  },
};

/** Finds where the inserting function listens for the end of what it puts in, as key or as value. */
function findHeardEnd(file: FileFacts, { node, key, value }: Operation): TSESTree.CallExpression | undefined {
  const around = enclosingFunction(node);
  const entries = [key, value].flatMap((part) => (part === undefined ? [] : variableOf(file, part) ?? []));
  if (around === undefined || entries.length === 0) return undefined;
  for (const name of endListening) {
    for (const call of file.calls.named(name)) {
      const [event] = call.arguments;
      if (call.type !== "CallExpression" || !isWithin(call, around) || event?.type !== "Literal" || !endingEvents.has(String(event.value))) continue;
      const receiver = receiverOf(call);
      const variable = receiver === undefined ? undefined : variableOf(file, receiver);
      if (variable !== undefined && entries.includes(variable)) return call;
    }
  }
  return undefined;
}

/** `socket` for `socket`, `socket.id` and the calls chained to it. */
function variableOf(file: FileFacts, expression: TSESTree.Node): Variable | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") return file.variables.variableOf(node);
  if (node.type === "MemberExpression") return variableOf(file, node.object);
  return node.type === "CallExpression" && endListening.has(calleeName(node) ?? "") ? receiverOf(node) && variableOf(file, receiverOf(node) as TSESTree.Node) : undefined;
}
