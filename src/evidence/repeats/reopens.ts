import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import { standsIn } from "../../facts/reach.ts";
import { fateOf } from "../../subjects/handle/handle-fate.ts";
import { lifeOf } from "../../subjects/owner/lifecycle.ts";
import { collectResources } from "../../subjects/resource/resource.ts";
import { calledByTimer } from "../../subjects/resource/timer-callback.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const reopens: Evidence<DroppedTimer, "yes" | "no"> = {
  id: "repeats/reopens",
  asks: "Does what the timer runs fill a field of its object with something that has to be released?",
  levels: {
    yes: ["what the timer runs opens its object again", "leak"],
    no: ["what the timer runs acquires nothing for its object", "open"],
  },
  ask(file, { resource, life }) {
    const reached = calledByTimer(file, resource.acquisition);
    const { owner } = life();
    if (reached.size === 0 || owner === undefined) return { level: "no", basis: "shown" };
    const opened = collectResources(file).find((other) => {
      if (other.pair.endsByItself === true || !standsIn(other.acquisition, reached)) return false;
      const fate = fateOf(file, other);
      return fate.kind === "kept" && lifeOf(file, fate.place).owner === owner;
    });
    return shownAt(opened?.acquisition);
  },
};
