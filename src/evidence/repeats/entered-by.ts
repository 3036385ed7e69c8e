import type { Candidate } from "../../candidates/candidate.ts";
import { recurringRunOf } from "../../subjects/listener/recurring-run.ts";
import { enteredByLoading } from "../../subjects/program/loaded-only.ts";
import type { Evidence } from "../evidence.ts";

export const enteredBy: Evidence<Candidate, "function" | "class"> = {
  id: "repeats/entered-by",
  asks: "In a file that is a program of its own, since it exports nothing: what does the code stand in?",
  levels: {
    function: ["only loading the file comes to the function, which exports nothing", "no leak"],
    class: ["only the file itself makes objects of the class, since it exports nothing", "no leak"],
  },
  // What begins with the file and serves clients is entered with each of them.
  ask: (file, { node }) => ({ level: (recurringRunOf(file, node)?.isForClient === true ? undefined : enteredByLoading(file, node)) ?? "unknown", basis: "shown" }),
};
