import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import type { Evidence } from "../evidence.ts";

export const listShrinks: Evidence<CollectionInsert, "yes" | "at-end" | "no"> = {
  id: "unreleased/list-shrinks",
  asks: "Does the file take an element, a list or all lists out?",
  levels: {
    yes: ["the file takes elements or lists out", "no leak"],
    "at-end": ["the end of its owner takes all lists out", "open"],
    no: ["nothing takes an element or a list out", "leak"],
  },
  ask(_file, { operations, deletePaths: { useless } }) {
    const removals = operations.filter(({ kind }) => kind === "element-remove" || kind === "remove" || kind === "empty");
    const atEnd = new Set(useless.filter(({ reason }) => reason === "owner-end").map(({ operation }) => operation));
    const within = removals.find((removal) => !atEnd.has(removal));
    return { level: removals.length === 0 ? "no" : within === undefined ? "at-end" : "yes", basis: "shown", at: (within ?? removals[0])?.node };
  },
};
