import type { Candidate } from "../../candidates/candidate.ts";
import { isEnteredByLoading } from "../../subjects/program/loaded-only.ts";
import type { Evidence } from "../evidence.ts";

export const enteredBy: Evidence<Candidate, "loading"> = {
  id: "repeats/entered-by",
  asks: "By which way does the rest of the program come to the code?",
  levels: { loading: ["the file is a program of its own: it exports nothing, so that only loading it begins what it does", "no leak"] },
  ask: (file, { node }) => ({ level: isEnteredByLoading(file, node) ? "loading" : "unknown", basis: "shown" }),
};
