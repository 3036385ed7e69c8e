import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { findListOutOfSight } from "../../subjects/collection/inner-lists.ts";
import type { Evidence } from "../evidence.ts";

export const listsInSight: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "owned/lists-in-sight",
  asks: "Does each of its lists stay where the file can see what is taken out?",
  levels: {
    yes: ["its lists go nowhere that the file does not show", "open"],
    no: ["a list gets where others may take elements out, or is exchanged for a shorter one", "no leak"],
  },
  ask(file, { operations }) {
    const at = findListOutOfSight(file, { operations });
    return { level: at === undefined ? "yes" : "no", basis: "shown", at };
  },
};
