import type { StayingListener } from "../../candidates/staying-listener.ts";
import { isOnAbort } from "../../subjects/listener/listeners.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const signal: Evidence<StayingListener, "yes" | "no"> = {
  id: "outlives/signal",
  asks: "Does it wait for the abort of a signal? Signals as a rule outlive the call, and most are never aborted.",
  levels: {
    yes: ["it waits for an abort, and the signal may never be aborted", "leak"],
    no: ["it does not wait for an abort", "open"],
  },
  ask: (file, { resource }) => yesOrNo(isOnAbort(file, resource)),
};
