import type { OfNamed } from "../../candidates/of-resource.ts";
import type { ValueLifetime } from "../../facts/value-lifetime.ts";
import { targetLifetimeOf } from "../../subjects/listener/listeners.ts";
import type { Evidence } from "../evidence.ts";

export const keeperLifetime: Evidence<OfNamed, Exclude<ValueLifetime, "unknown"> | "runtime"> = {
  id: "outlives/keeper-lifetime",
  asks: "How long does what keeps it live, where it has no handle of its own?",
  levels: {
    runtime: ["the runtime itself keeps it", "leak"],
    process: ["what keeps it lives as long as the page or process", "leak"],
    outside: ["what keeps it comes from outside", "open"],
    own: ["what keeps it is made here, and goes with what made it", "no leak"],
  },
  ask(file, { isNamedAgain, resource }) {
    if (!isNamedAgain) return { level: "unknown", basis: "shown" };
    return resource.pair.heldBy === "process" ? { level: "runtime", basis: "proved" } : { level: targetLifetimeOf(file, resource), basis: "shown" };
  },
};
