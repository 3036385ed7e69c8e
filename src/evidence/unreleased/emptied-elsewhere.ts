import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { findEmptiedElsewhere } from "../../subjects/collection/emptied-elsewhere.ts";
import type { Evidence } from "../evidence.ts";

export const emptiedElsewhere: Evidence<CollectionInsert, "yes"> = {
  id: "unreleased/emptied-elsewhere",
  asks: "Does another file of the project take out what is put in here?",
  levels: { yes: ["another file, which can reach the collection, takes entries out", "no leak"] },
  ask(file, { collection }) {
    const found = findEmptiedElsewhere(file, collection);
    return { level: found === undefined ? "unknown" : "yes", basis: "project", ...(found !== undefined && { where: file.project.placeOf(found) }) };
  },
};
