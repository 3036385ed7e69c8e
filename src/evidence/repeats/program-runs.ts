import type { Candidate } from "../../candidates/candidate.ts";
import { programRunsOf, type ProgramRuns } from "../../subjects/program/runs.ts";
import type { Evidence } from "../evidence.ts";

export const programRuns: Evidence<Candidate, ProgramRuns> = {
  id: "repeats/program-runs",
  asks: "How often does the program come to this code, by all files that name what stands around it?",
  levels: {
    once: ["every way to it that the project has begins where a module is loaded, so it runs once", "no leak"],
    ends: ["it belongs to a script of its package that does a piece of work and ends", "no leak"],
    often: ["a loop or an event of the project comes to it again and again", "leak"],
    event: ["an event of the project comes to it, as often as that comes", "open"],
    strangers: ["a published package exports it, and whoever uses that calls it as often as they like", "open"],
    nobody: ["nothing in the project uses it", "open"],
  },
  ask(file, { node }) {
    const { level, at } = programRunsOf(file, node);
    return { level, basis: "project", ...(at !== undefined && (at.file === file ? { at: at.node } : { where: file.project.placeOf(at) })) };
  },
};
