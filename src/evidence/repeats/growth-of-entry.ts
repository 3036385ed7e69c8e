import { growingInsertsOf, type StayingEntry } from "../../candidates/staying-entry.ts";
import type { Evidence } from "../evidence.ts";

export const growthOfEntry: Evidence<StayingEntry, "often" | "no"> = {
  id: "repeats/growth-of-entry",
  asks: "Is another entry put in with each call, request or event?",
  levels: {
    often: ["another one is put in with each call, request or event", "leak"],
    no: ["what is put in is a fixed few, or put in once", "no leak"],
  },
  ask(file, { kept, insert }) {
    const growing = growingInsertsOf(file, kept).find((one) => one.insert === insert);
    return { level: growing === undefined ? "no" : growing.frequency === "often" ? "often" : "unknown", basis: "named", at: insert.node };
  },
};
