import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { ValueLifetime } from "../../facts/value-lifetime.ts";
import { targetLifetimeOf } from "../../subjects/listener/listeners.ts";
import type { Evidence } from "../evidence.ts";

export const targetLifetime: Evidence<StayingListener, Exclude<ValueLifetime, "unknown">> = {
  id: "outlives/target-lifetime",
  asks: "How long does the target of the listener live?",
  levels: {
    process: ["its target lives as long as the page or process", "leak"],
    outside: ["its target comes from outside", "open"],
    own: ["its target is made here, and goes with what made it", "no leak"],
  },
  ask: (file, { resource }) => ({ level: targetLifetimeOf(file, resource), basis: "shown" }),
};
