import type { StayingListener } from "../../candidates/staying-listener.ts";
import { signalsOfCall } from "../../subjects/resource/bounds.ts";
import { isNeverAborted } from "../../subjects/resource/bounding-signal.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const vainSignal: Evidence<StayingListener, "yes" | "no"> = {
  id: "unreleased/vain-signal",
  asks: "Is it given a signal that is to end it, and that nothing can abort?",
  levels: {
    yes: ["it is meant to end, by a signal that nothing can abort", "leak"],
    no: ["no signal is given to it in vain", "open"],
  },
  ask: (file, { resource: { acquisition } }) => yesOrNo(signalsOfCall(file, acquisition).some((signal) => isNeverAborted(file, signal))),
};
