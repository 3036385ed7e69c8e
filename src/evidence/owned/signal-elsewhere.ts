import type { DeadlineTimer } from "../../candidates/deadline-timer.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const signalElsewhere: Evidence<DeadlineTimer, "yes" | "no"> = {
  id: "owned/signal-elsewhere",
  asks: "Does anything else than what is waited for hear of the abort?",
  levels: {
    yes: ["something else hears of the abort, and may be meant to end with it", "no leak"],
    no: ["only what is waited for hears of the abort", "leak"],
  },
  ask: (_file, { elsewhere }) => shownAt(elsewhere),
};
