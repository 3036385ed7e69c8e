import type { HeldWay } from "../../candidates/held-way.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const lentToAwaited: Evidence<HeldWay, "yes" | "no"> = {
  id: "owned/lent-to-awaited",
  asks: "Was it given to a call that is awaited, after which each way that goes on releases it?",
  levels: {
    yes: ["a call that is awaited is given it, and most likely only uses it", "open"],
    no: ["nobody else has it", "leak"],
  },
  ask: (_file, { isLent }) => yesOrNo(isLent),
};
