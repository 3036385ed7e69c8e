import type { Candidate } from "../../candidates/candidate.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import type { ListenerCall } from "../../subjects/listener/listener-calls.ts";
import type { Evidence } from "../evidence.ts";

/** What an object makes for itself goes with it, its listeners too. */
export const lifeOfTarget: Evidence<Candidate & { readonly added: ListenerCall }, "process" | "outside" | "own"> = {
  id: "outlives/life-of-target",
  asks: "How long lives what the listener is put on, compared with the code that puts it there?",
  levels: {
    process: ["it listens to what lives as long as the program", "leak"],
    outside: ["it listens to what was handed in from outside", "leak"],
    own: ["what it listens to is made by the same code, and goes with it", "no leak"],
  },
  ask: (file, { added: { target } }) => ({ level: target === undefined ? "process" : valueLifetimeOf(file, target), basis: "shown", at: target }),
};
