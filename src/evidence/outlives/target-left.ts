import type { StayingListener } from "../../candidates/staying-listener.ts";
import { findPartTakenOut } from "../../subjects/listener/left-target.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const targetLeft: Evidence<StayingListener, "yes"> = {
  id: "outlives/target-left",
  asks: "Does the end of the owner take its own part out of the target, which stays?",
  levels: { yes: ["the end of its owner takes a part out of its target, which stays", "leak"] },
  ask: (file, { target, owner: { teardown } }) => yesAt(target === undefined || teardown === undefined ? undefined : findPartTakenOut(file, target, teardown)),
};
