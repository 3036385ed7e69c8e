import type { CollectionInsert } from "../../candidates/growing-collection.ts";
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
  ask(_file, { operations, deletePaths: { useless } }) {
    const removals = operations.filter(({ kind }) => kind === "element-remove" || kind === "remove" || kind === "empty");
    const atEnd = new Set(useless.filter(({ reason }) => reason === "owner-end").map(({ operation }) => operation));
    const within = removals.filter((removal) => !atEnd.has(removal));
    const level = removals.length === 0 ? "no" : within.length === 0 ? "at-end" : within.every(({ kind }) => kind === "remove") ? "lists" : "yes";
    return { level, basis: "shown", at: (within[0] ?? removals[0])?.node };
  },
};
