import type { StayingListener } from "../../candidates/staying-listener.ts";
import { findPick } from "../../subjects/listener/picked-events.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const picksItsOwn: Evidence<StayingListener, "yes"> = {
  id: "repeats/picks-its-own",
  asks: "Does it pick out of what it hears what is meant for the call that puts it on?",
  levels: { yes: ["it passes over what is meant for other calls, so that its target is there for these as well", "leak"] },
  ask: (file, { resource: { acquisition } }) => yesAt(findPick(file, acquisition)),
};
