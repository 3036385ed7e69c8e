import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import { isListening } from "../../subjects/listener/listening-calls.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const listening: Evidence<UnmatchedRemoval, "yes" | "no"> = {
  id: "real/listening",
  asks: "Are the two calls about listeners, by how they are written, and not about a client or a broker?",
  levels: {
    yes: ["the two calls are about listeners", "leak"],
    no: ["its verb may be one of a client or broker", "no leak"],
  },
  ask(file, { added, removed }) {
    // `connect(slot, this)` is a signal's; without `this` it may be anybody's.
    const isAnybodys = added.verbs.family === "signal" && added.third?.type !== "ThisExpression" && removed.third?.type !== "ThisExpression";
    return yesOrNo(!isAnybodys && isListening(file, added) && isListening(file, removed));
  },
};
