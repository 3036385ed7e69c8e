import type { StayingListener } from "../../candidates/staying-listener.ts";
import { servesEndingCall } from "../../subjects/listener/signal-life.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const callOver: Evidence<StayingListener, "yes"> = {
  id: "outlives/call-over",
  asks: "Does the listener serve a call that is over when its promise settles?",
  levels: { yes: ["the call that it serves is over when its promise settles", "leak"] },
  ask: (file, { resource: { acquisition } }) => yesOrUnknown(acquisition.type === "CallExpression" && servesEndingCall(file, acquisition)),
};
