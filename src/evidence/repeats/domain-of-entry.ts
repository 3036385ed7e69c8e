import { growingInsertsOf, type StayingEntry } from "../../candidates/staying-entry.ts";
import type { Evidence } from "../evidence.ts";

export const domainOfEntry: Evidence<StayingEntry, "unbounded"> = {
  id: "repeats/domain-of-entry",
  asks: "Does its key come anew with each request, connection or point in time?",
  levels: { unbounded: ["its key comes anew with each request, connection or message", "leak"] },
  ask(file, { kept, insert }) {
    const isUnbounded = growingInsertsOf(file, kept).find((one) => one.insert === insert)?.domain === "unbounded";
    return { level: isUnbounded ? "unbounded" : "unknown", basis: "named", at: insert.key };
  },
};
