import type { StayingListener } from "../../candidates/staying-listener.ts";
import { signalLifeOf, type SignalLife } from "../../subjects/listener/signal-life.ts";
import type { Evidence } from "../evidence.ts";

export const signalLife: Evidence<StayingListener, SignalLife> = {
  id: "outlives/signal-life",
  asks: "Who has made the signal that it waits on?",
  levels: {
    made: ["the signal is made for the call, and goes with it", "no leak"],
    kept: ["the signal is kept for many calls", "leak"],
    given: ["the signal is given by a caller, who may keep it for many calls", "leak"],
  },
  ask: (file, { target }) => ({ level: (target === undefined ? undefined : signalLifeOf(file, target)) ?? "unknown", basis: "shown" }),
};
