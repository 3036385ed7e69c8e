import type { StayingListener } from "../../candidates/staying-listener.ts";
import { givenTargetOf, type GivenTarget } from "../../subjects/listener/given-target.ts";
import type { Evidence } from "../evidence.ts";

export const targetGiven: Evidence<StayingListener, GivenTarget> = {
  id: "outlives/target-given",
  asks: "Do the file's own calls give the same target again and again, or a new one each time?",
  levels: {
    shared: ["the file gives the same target to one after the other", "leak"],
    fresh: ["the file gives each a target of its own", "no leak"],
  },
  ask: (file, { target }) => ({ level: (target === undefined ? undefined : givenTargetOf(file, target)) ?? "unknown", basis: "shown" }),
};
