import type { Candidate } from "../../candidates/candidate.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import type { ListenerCall } from "../../subjects/listener/listener-calls.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** What an object makes for itself goes with it, its listeners too. */
export const ownTarget: Evidence<Candidate & { readonly added: ListenerCall }, "yes" | "no"> = {
  id: "outlives/own-target",
  asks: "Is the listener put on something that its own code makes?",
  levels: {
    yes: ["what it listens to is made by the same code, and goes with it", "no leak"],
    no: ["what it listens to is not known to be made by the same code", "open"],
  },
  ask: (file, { added: { target } }) => yesOrNo(target !== undefined && valueLifetimeOf(file, target) === "own"),
};
