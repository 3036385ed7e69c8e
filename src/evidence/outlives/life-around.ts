import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import { lifeAround } from "../../subjects/owner/lifecycle.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const lifeAroundTimer: Evidence<DroppedTimer, "yes" | "no"> = {
  id: "outlives/life-around",
  asks: "Does a member of the owner itself set the timer, and not a function that the owner only runs?",
  levels: { yes: ["a member of its owner sets it", "leak"], no: ["a function that is no member of an owner sets it", "open"] },
  ask: (file, { node }) => yesOrNo(lifeAround(file, node) !== undefined),
};
