import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { insertFrequency } from "../../subjects/collection/insert-frequency.ts";
import type { Evidence } from "../evidence.ts";

export const insertRuns: Evidence<CollectionInsert, "once" | "startup" | "often"> = {
  id: "repeats/insert-runs",
  asks: "How often does the insert run while the collection lives?",
  levels: {
    once: ["what fills it runs once", "no leak"],
    startup: ["what fills it runs while the program starts", "no leak"],
    often: ["what fills it runs with each call, event or request", "leak"],
  },
  ask(file, { insert, collection }) {
    const level = insertFrequency(file, collection, insert.node);
    return { level, basis: level === "startup" ? "named" : "shown", at: insert.node };
  },
};
