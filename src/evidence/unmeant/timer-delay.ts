import type { Candidate } from "../../candidates/candidate.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { isLong, isNegligible } from "../../subjects/resource/timer-delay.ts";
import type { Evidence } from "../evidence.ts";

export const timerDelay: Evidence<Candidate & { readonly resource: Resource }, "negligible" | "short" | "long"> = {
  id: "unmeant/timer-delay",
  asks: "How long does the timer run when it is left alone?",
  levels: {
    negligible: ["it is over at once", "no leak"],
    short: ["it is over before it matters", "no leak"],
    long: ["it may run for long", "leak"],
  },
  ask(file, { resource: { acquisition, pair } }) {
    if (pair.id !== "timers/timeout") return { level: "unknown", basis: "shown" };
    if (isNegligible(file, acquisition)) return { level: "negligible", basis: "shown" };
    return { level: isLong(file, acquisition) ? "long" : "short", basis: "shown", at: acquisition.arguments[1] };
  },
};
