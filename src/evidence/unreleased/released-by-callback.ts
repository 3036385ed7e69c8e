import type { KeptField } from "../../candidates/kept-field.ts";
import { standsIn } from "../../facts/reach.ts";
import { reachedByTimer } from "../../subjects/resource/timer-callback.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const releasedByCallback: Evidence<KeptField, "yes"> = {
  id: "unreleased/released-by-callback",
  asks: "Does what the timer runs clear the timer itself?",
  levels: { yes: ["its own callback clears it", "no leak"] },
  ask(file, { resource: { acquisition }, uses }) {
    const reached = reachedByTimer(file, acquisition);
    return yesAt(reached.size === 0 ? undefined : uses().find(({ kind, node }) => kind === "release" && standsIn(node, reached))?.node);
  },
};
