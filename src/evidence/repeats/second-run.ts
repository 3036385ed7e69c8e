import type { StayingListener } from "../../candidates/staying-listener.ts";
import { runsAgainForSameTarget } from "../../subjects/owner/effects.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const secondRun: Evidence<StayingListener, "yes"> = {
  id: "repeats/second-run",
  asks: "Does the file show that the effect runs again while the target stays the same?",
  levels: { yes: ["the effect runs again while its target stays the same", "leak"] },
  ask: (file, { node, target }) => yesOrUnknown(target !== undefined && runsAgainForSameTarget(file, node, target)),
};
