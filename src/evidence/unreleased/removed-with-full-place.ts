import type { SpentRemoval } from "../../candidates/spent-removal.ts";
import { compareCalls, mayMatch } from "../../subjects/listener/listener-match.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const removedWithFullPlace: Evidence<SpentRemoval, "yes" | "no"> = {
  id: "unreleased/removed-with-full-place",
  asks: "May another removal of the file be for the listener?",
  levels: {
    yes: ["another removal may be for it", "open"],
    no: ["no other removal is for it", "leak"],
  },
  ask: (file, { added, removed, calls }) => shownAt(calls.removed.find((other) => other !== removed && mayMatch(compareCalls(file, added, other)))?.call),
};
