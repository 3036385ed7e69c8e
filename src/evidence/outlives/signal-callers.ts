import type { StayingListener } from "../../candidates/staying-listener.ts";
import { signalCallersOf } from "../../subjects/listener/signal-callers.ts";
import type { Evidence } from "../evidence.ts";

export const signalCallers: Evidence<StayingListener, "shared" | "fresh"> = {
  id: "outlives/signal-callers",
  asks: "What do the calls of the file show of the signal that they give?",
  levels: {
    shared: ["the file gives one signal to several calls", "leak"],
    fresh: ["all who call it make a signal for each call", "no leak"],
  },
  ask(file, { target }) {
    const found = target === undefined ? undefined : signalCallersOf(file, target);
    return { level: found?.level ?? "unknown", basis: "shown", at: found?.at };
  },
};
