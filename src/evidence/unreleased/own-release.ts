import type { LostHandle } from "../../candidates/lost-handle.ts";
import { isNeverNamedAgain } from "../../subjects/way/trace-repeated.ts";
import type { Evidence } from "../evidence.ts";

export const ownRelease: Evidence<LostHandle, "none"> = {
  id: "unreleased/own-release",
  asks: "Is there a release of it, as far as it could be followed?",
  levels: { none: ["nothing in the file releases it", "leak"] },
  ask(file, { resource, fate, isNamedAgain, trace }) {
    // What the process keeps under a name that only this file has told, no release of the file tells again; another file may.
    const isNone = isNamedAgain ? isNeverNamedAgain(file, resource) : fate.kind === "discarded" || trace !== undefined;
    return { level: isNone ? "none" : "unknown", basis: isNamedAgain ? "named" : "shown" };
  },
};
