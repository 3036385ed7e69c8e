import type { Candidate } from "../../candidates/candidate.ts";
import { isSetUp } from "../../subjects/owner/owner.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const setUp: Evidence<Candidate, "yes" | "no"> = {
  id: "repeats/set-up",
  asks: "Does the code set its object up, as a constructor or a method named so does?",
  levels: {
    yes: ["the code sets its object up, perhaps for good", "open"],
    no: ["the code is no set-up, and may run again and again", "leak"],
  },
  ask: (file, { node }) => yesOrNo(isSetUp(file, node), "named"),
};
