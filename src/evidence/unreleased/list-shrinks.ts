import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { findHeardEnd } from "../../subjects/collection/heard-end.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import type { Evidence } from "../evidence.ts";

export const listShrinks: Evidence<CollectionInsert, "yes" | "lists" | "at-end" | "no"> = {
  id: "unreleased/list-shrinks",
  asks: "Does the file take an element, a list or all lists out?",
  levels: {
    yes: ["the file takes elements or lists out", "no leak"],
    lists: ["the file takes whole lists out, and no element of one", "no leak"],
    "at-end": ["the end of its owner takes all lists out", "open"],
    no: ["nothing takes an element or a list out", "leak"],
  },
  ask(file, { insert, operations, deletePaths: { useless } }) {
    const removals = operations.filter(({ kind }) => kind === "element-remove" || kind === "remove" || kind === "empty");
    const atEnd = new Set(useless.filter(({ reason }) => reason === "owner-end").map(({ operation }) => operation));
    const within = removals.filter((removal) => !atEnd.has(removal));
    const level = removals.length === 0 ? "no" : within.length === 0 ? "at-end" : within.every(({ kind }) => kind === "remove") && !isTurnedToAtEnd(file, insert, operations) ? "lists" : "yes";
    return { level, basis: "shown", at: (within[0] ?? removals[0])?.node };
  },
};

/** Whether what hears the end of an element turns to the collection, and so may take the element out in its own way. */
function isTurnedToAtEnd(file: FileFacts, insert: Operation, operations: readonly Operation[]): boolean {
  const heard = findHeardEnd(file, insert);
  const given = heard?.type === "CallExpression" ? heard.arguments : heard?.type === "AssignmentExpression" ? [heard.right] : [];
  const run = reachedFrom(file, given.flatMap((argument) => file.functions.functionValueOf(argument) ?? []));
  return operations.some(({ node }) => standsIn(node, run));
}
