import type { ReturnedCleanup } from "../../candidates/returned-cleanup.ts";
import { isOfWatcherModule } from "../../subjects/owner/cleanup-ignorers.ts";
import type { Evidence } from "../evidence.ts";

export const takesNoCleanup: Evidence<ReturnedCleanup, "promise" | "watcher"> = {
  id: "real/takes-no-cleanup",
  asks: "Is the call known to take nothing from its callback?",
  levels: {
    promise: ["the callback gives a promise, and no cleanup", "leak"],
    watcher: ["the framework takes nothing from such a callback", "leak"],
  },
  ask(file, { ignoring: { call, isEffect } }) {
    if (isEffect) return { level: "promise", basis: "named" };
    return { level: isOfWatcherModule(file, call) ? "watcher" : "unknown", basis: "shown" };
  },
};
