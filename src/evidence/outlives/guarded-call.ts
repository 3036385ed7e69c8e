import type { DeadlineTimer } from "../../candidates/deadline-timer.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import type { Evidence } from "../evidence.ts";

export const guardedCall: Evidence<DeadlineTimer, "answer" | "end"> = {
  id: "outlives/guarded-call",
  asks: "Does the call that the timer cuts short come to an end of its own?",
  levels: {
    answer: ["what it is to cut short gives an answer, and is over before", "leak"],
    end: ["what it is to cut short may have no other end", "open"],
  },
  ask(file, { guarded, settling }) {
    const isRequest = globalPathOf(file, guarded.callee)?.join(".") === "fetch";
    return { level: isRequest ? "answer" : settling, basis: isRequest ? "proved" : "shown", at: guarded };
  },
};
