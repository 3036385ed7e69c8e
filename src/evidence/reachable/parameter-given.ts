import type { UnaskedRelease } from "../../candidates/unasked-release.ts";
import { whoGives } from "../../subjects/owner/left-out-parameters.ts";
import type { Evidence } from "../evidence.ts";

/** What the file does not call, other files do, and may give it. */
export const parameterGiven: Evidence<UnaskedRelease, "given" | "left-out" | "uncalled"> = {
  id: "reachable/parameter-given",
  asks: "Does a call give the parameter without which the release is passed over?",
  levels: {
    "given": ["a call gives the parameter, or whoever is handed the function may", "no leak"],
    "left-out": ["all calls in the file leave the parameter out", "leak"],
    "uncalled": ["the file does not call the function, and nothing shows that anybody gives the parameter", "open"],
  },
  ask: (file, { parameter }) => ({ level: whoGives(file, parameter), basis: "shown", at: parameter.test }),
};
