import type { DroppedResult } from "../../candidates/dropped-result.ts";
import { removingFunctions } from "../../catalogue/words/ends-of-entries.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const removingFunction: Evidence<DroppedResult, "yes" | "no"> = {
  id: "real/removing-function",
  asks: "Is the function that filters by its name there to remove elements?",
  levels: {
    yes: ["the function that is called is by its name there to remove elements", "leak"],
    no: ["the function that is called is not by its name there to remove elements", "no leak"],
  },
  ask(_file, { filtering }) {
    if (filtering === undefined) return { level: "unknown", basis: "named" };
    return { ...yesOrNo(removingFunctions.test(filtering.name ?? ""), "named"), at: filtering.node };
  },
};
