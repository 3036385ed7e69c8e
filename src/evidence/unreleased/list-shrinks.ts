import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const listShrinks: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "unreleased/list-shrinks",
  asks: "Does the file take an element, a list or all lists out?",
  levels: {
    yes: ["the file takes elements or lists out", "no leak"],
    no: ["nothing takes an element or a list out", "leak"],
  },
  ask: (_file, { operations }) => shownAt(operations.find(({ kind }) => kind === "element-remove" || kind === "remove" || kind === "empty")?.node),
};
