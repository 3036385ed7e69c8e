import type { OwnedResource } from "../../candidates/kept-field.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import type { Evidence } from "../evidence.ts";

export const keptBy: Evidence<OwnedResource, "process" | "receiver" | "argument" | "own-argument"> = {
  id: "outlives/kept-by",
  asks: "What keeps it alive while nobody releases it?",
  levels: {
    "process": ["the process keeps it alive", "leak"],
    "receiver": ["what it is put on keeps it alive", "open"],
    "argument": ["what it watches keeps it alive", "open"],
    "own-argument": ["it watches what the same object has made, and dies with that", "no leak"],
  },
  ask(file, { resource: { pair, acquisition } }) {
    const [target] = acquisition.arguments;
    const isOwn = pair.heldBy === "argument" && target !== undefined && valueLifetimeOf(file, target) === "own";
    return { level: isOwn ? "own-argument" : pair.heldBy, basis: "shown" };
  },
};
