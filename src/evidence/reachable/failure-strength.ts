import type { HeldWay } from "../../candidates/held-way.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { failsAtHandle, failuresOf, isKnownFailure, isSureFailure } from "../../subjects/way/failures.ts";
import type { HeldPath } from "../../subjects/way/held-path.ts";
import type { Evidence } from "../evidence.ts";

export const failureStrength: Evidence<HeldWay, "overwritten" | "by-choice" | "sure" | "shown" | "at-handle" | "any-call"> = {
  id: "reachable/failure-strength",
  asks: "How well does the code show what makes the function leave so?",
  levels: {
    "overwritten": ["its variable is given another value while it is held", "leak"],
    "by-choice": ["the function itself leaves there", "leak"],
    "sure": ["the code shows what fails there", "leak"],
    "shown": ["something that fails is run there", "leak"],
    "at-handle": ["a method of the handle itself may fail there", "open"],
    "any-call": ["only a call of which nothing is known may fail there", "no leak"],
  },
  ask(file, { variable, way }) {
    const [failure] = failuresOf(way);
    const level = way.leavesBy === "overwritten" ? "overwritten" : failure === undefined ? "by-choice" : isSurePath(file, way) ? "sure" : failsAsShown(file, way) ? "shown" : failsAtHandle(way, variable) ? "at-handle" : "any-call";
    return { level, basis: "shown", at: (failure ?? way.step)?.node };
  },
};

/**
 * A path is sure where the code itself leaves (`return`, `throw`), waits for something that can fail, or calls something
 * that fails by its name or by its body; a call inside a handler of an earlier failure is the failure of a failure.
 */
export function isSurePath(file: FileFacts, path: HeldPath): boolean {
  return path.leavesBy !== "overwritten" && failuresOf(path).every((step) => isSureFailure(file, step));
}

/** Whether each failure on the way is one that the code itself shows, or cannot be avoided. */
export function failsAsShown(file: FileFacts, { edges, forced }: HeldPath): boolean {
  return failuresOf({ edges: edges.filter((edge) => !forced.has(edge)) }).every((step) => isKnownFailure(file, step));
}
