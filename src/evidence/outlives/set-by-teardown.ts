import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** `terminate() { setTimeout(() => this.destroy(), 30_000); }`: what ends sooner cannot call the fail-safe off. */
export const setByTeardown: Evidence<DroppedTimer, "yes" | "no"> = {
  id: "outlives/set-by-teardown",
  asks: "Does a teardown by its name set the timer, as a fail-safe that nothing can call off?",
  levels: { yes: ["a teardown sets it, and nothing can call it off", "leak"], no: ["it is no fail-safe of a teardown", "open"] },
  ask: (file, { host }) => yesOrNo(teardownRankOf(file, file.functions.factOf(host).name) !== undefined, "named"),
};
