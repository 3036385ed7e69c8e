import type { ForgottenByClear } from "../../candidates/forgotten-by-clear.ts";
import { clearingFunctions } from "../../catalogue/words/ends-of-entries.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const clearingFunction: Evidence<ForgottenByClear, "yes" | "no"> = {
  id: "unreleased/clearing-function",
  asks: "Is the function that empties the sibling by its name there to empty all?",
  levels: {
    yes: ["the function that empties its sibling is by its name there to empty all", "leak"],
    no: ["the function that empties its sibling is not by its name there to empty all", "no leak"],
  },
  ask: (file, { around }) => ({ ...yesOrNo(clearingFunctions.test(file.functions.factOf(around).name ?? ""), "named"), at: around }),
};
