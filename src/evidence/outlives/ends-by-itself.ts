import type { Candidate } from "../../candidates/candidate.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const endsByItself: Evidence<Candidate & { readonly resource: Resource }, "yes" | "no"> = {
  id: "outlives/ends-by-itself",
  asks: "Does it end by itself, sooner or later?",
  levels: {
    yes: ["it ends by itself, sooner or later", "open"],
    no: ["it does not end by itself", "leak"],
  },
  ask: (_file, { resource: { pair } }) => yesOrNo(pair.endsByItself === true, "proved"),
};
