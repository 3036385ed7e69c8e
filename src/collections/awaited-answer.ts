/** Entries that wait for an answer, which removes them: where none comes, they stay. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { enclosingFunction, unwrap, walk } from "../syntax/tree.ts";
import { collectDeletePaths } from "./delete-paths.ts";
import { isBlanking, nameOfCollection } from "../subjects/collection/growing-inserts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { wordsOf } from "../syntax/words-of.ts";
import type { StrandedEntry } from "./stranded-entry.ts";

const WAITING = /^(?:inflight|flight|pending|outstanding|awaiting|unanswered|unacked)$/;
const ANSWER = /^(?:res|result|response|reply|answer|ack)$/;

/** Finds a collection of what is under way whose only removal is under a key that the answer brings. */
export function findAwaitedAnswer(file: FileFacts, { collection, lifetime, operations }: KeptCollection): StrandedEntry | undefined {
  if (lifetime.confidence === "possible" || !wordsOf(nameOfCollection(collection)).some((word) => WAITING.test(word))) return undefined;
  const removals = operations.filter(({ kind }) => kind === "remove");
  const [removal] = removals;
  if (removal?.key === undefined || removals.length !== 1 || !isBroughtByAnswer(file, removal.key)) return undefined;
  const insert = operations.find((operation) => operation.kind === "insert" && !isBlanking(operation) && enclosingFunction(operation.node) !== enclosingFunction(removal.node));
  if (insert === undefined || collectDeletePaths(file, collection, operations.filter(({ kind }) => kind === "insert" || kind === "empty")).canMatch) return undefined;
  return { reason: "answer-only", confidence: "likely", collection, node: insert.node, other: removal.node };
}

/** `response.id`, where the response is what the callback or method is given. */
function isBroughtByAnswer(file: FileFacts, key: TSESTree.Node): boolean {
  let found = false;
  walk(unwrap(key), file.visitorKeys, (node) => {
    const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
    if (variable?.defs[0]?.type === "Parameter" && ANSWER.test(variable.name)) found = true;
    return !found;
  });
  return found;
}
