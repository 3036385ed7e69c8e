import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const collectionHandedOn: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "owned/collection-handed-on",
  asks: "Does the collection get where the file cannot follow it?",
  levels: {
    yes: ["it is handed to code that the file does not show, which may remove", "no leak"],
    no: ["it goes nowhere that the file does not show", "open"],
  },
  ask: (_file, { operations }) => shownAt(operations.find(({ kind }) => kind === "escape")?.node),
};
