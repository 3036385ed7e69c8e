import type { WrongVerb } from "../../candidates/wrong-release.ts";
import { releaseMethodsOf } from "../../subjects/resource/releases.ts";
import type { Evidence } from "../evidence.ts";

export const otherUse: Evidence<WrongVerb, "released" | "escapes" | "no"> = {
  id: "unreleased/other-use",
  asks: "May something else in the file release it, or get the handle to do so?",
  levels: {
    released: ["another call releases it", "no leak"],
    escapes: ["other code gets the handle and may release it", "no leak"],
    no: ["nothing else in the file releases it", "leak"],
  },
  ask(_file, { resource, uses }) {
    const right = releaseMethodsOf(resource.pair);
    for (const use of uses) {
      if (typeof use === "object" && right.has(use.method)) return { level: "released", basis: "shown", at: use.call };
    }
    return { level: uses.includes("escape") ? "escapes" : "no", basis: "shown" };
  },
};
