import type { Candidate } from "../../candidates/candidate.ts";
import { isInFrame, isInRoot } from "../../subjects/owner/effects.ts";
import type { Evidence } from "../evidence.ts";

export const component: Evidence<Candidate, "root" | "frame"> = {
  id: "repeats/component",
  asks: "Is the component around it one that the page shows once?",
  levels: {
    root: ["its component is the root of the page", "no leak"],
    frame: ["its component only frames its children, as a rule the whole page", "no leak"],
  },
  ask(file, { node }) {
    if (isInRoot(file, node)) return { level: "root", basis: "named" };
    return isInFrame(file, node) ? { level: "frame", basis: "named" } : { level: "unknown", basis: "shown" };
  },
};
