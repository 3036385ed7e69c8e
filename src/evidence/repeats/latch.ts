import type { Candidate } from "../../candidates/candidate.ts";
import { latchesOf } from "../../facts/latch.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const latch: Evidence<Candidate, "yes"> = {
  id: "repeats/latch",
  asks: "Does the code run once, behind a flag that nothing takes back: `if (!received) { received = true; start(); }`?",
  levels: { yes: ["a flag that nothing takes back lets the code run once", "no leak"] },
  ask: (file, { node }) => yesOrUnknown(latchesOf(file, node).length > 0),
};
