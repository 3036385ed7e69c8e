import type { LostHandle } from "../../candidates/lost-handle.ts";
import { kinOf } from "../../subjects/handle/kin.ts";
import type { Evidence } from "../evidence.ts";

/** Fewer other places show no habit. */
const FEWEST = 5;
/** With one place of each kind added to those that were counted, so that few places show less than many. */
const MOST_OF_THEM = 0.75;

export const siblingsRelease: Evidence<LostHandle, "most" | "none"> = {
  id: "unreleased/siblings-release",
  asks: "Do the other places of the project that acquire the same by the same call release it?",
  levels: {
    most: ["most other places of the project that make this call release what it gives", "leak"],
    none: ["no other place of the project that makes this call releases what it gives", "no leak"],
  },
  ask(file, { resource }) {
    const { released = [], left = [] } = kinOf(file, resource) ?? {};
    const counted = released.length + left.length;
    const share = (released.length + 1) / (counted + 2);
    const level = counted < FEWEST ? "unknown" : released.length === 0 ? "none" : share >= MOST_OF_THEM ? "most" : "unknown";
    const [example] = level === "most" ? released : left;
    return { level, basis: "project", ...(level !== "unknown" && example !== undefined && (example.file === file ? { at: example.node } : { where: file.project.placeOf(example) })) };
  },
};
