import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { insertDomain } from "../../subjects/collection/growing-inserts.ts";
import type { Evidence } from "../evidence.ts";

export const keyDomain: Evidence<CollectionInsert, "unbounded" | "bounded"> = {
  id: "repeats/key-domain",
  asks: "How many different entries can the insert bring over time?",
  levels: {
    unbounded: ["the insert brings another entry each time", "leak"],
    bounded: ["there are only a few keys that it is filled under", "no leak"],
  },
  ask(file, { insert, collection }) {
    const { domain, isNamed } = insertDomain(file, insert, collection);
    return { level: domain, basis: isNamed ? "named" : "shown", at: insert.key };
  },
};
