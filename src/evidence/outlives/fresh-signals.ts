import type { StayingListener } from "../../candidates/staying-listener.ts";
import { targetOfListener } from "../../subjects/listener/listener-calls.ts";
import { findFreshGiver } from "../../subjects/listener/signal-givers.ts";
import type { Evidence } from "../evidence.ts";

/** `load(url, new AbortController().signal)` in every file: a signal that serves one call goes with it, and its listeners too. */
export const freshSignals: Evidence<StayingListener, "yes"> = {
  id: "outlives/fresh-signals",
  asks: "Do all calls in the project give a signal that is made for the call?",
  levels: { yes: ["every call in the project makes a signal for itself", "no leak"] },
  ask(file, { resource: { acquisition } }) {
    const target = targetOfListener(file, acquisition);
    const giver = target === undefined ? undefined : findFreshGiver(file, target);
    return giver === undefined ? { level: "unknown", basis: "project" } : { level: "yes", basis: "project", where: file.project.placeOf(giver) };
  },
};
