import type { HeldWay } from "../../candidates/held-way.ts";
import type { Evidence } from "../evidence.ts";

export const otherWays: Evidence<HeldWay, "handed-over" | "lent" | "released"> = {
  id: "owned/other-ways",
  asks: "What do the other ways out do with it: hand it over, or release it, perhaps after an awaited call that was given it?",
  levels: {
    "handed-over": ["other ways hand it over, and nothing here releases it", "no leak"],
    "lent": ["a call that is awaited is given it, and most likely only uses it", "open"],
    "released": ["other ways release it", "leak"],
  },
  ask: (_file, { isLent, releases: [release] }) => ({ level: release === undefined ? "handed-over" : isLent ? "lent" : "released", basis: "shown", at: release }),
};
