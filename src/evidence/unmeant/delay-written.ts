import type { Candidate } from "../../candidates/candidate.ts";
import { isWrittenLong } from "../../subjects/resource/timer-delay.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const delayWritten: Evidence<Candidate & { readonly resource: Resource }, "yes" | "no"> = {
  id: "unmeant/delay-written",
  asks: "Does the file say itself that the timer runs long?",
  levels: {
    yes: ["its delay is written out, and long", "leak"],
    no: ["its delay comes from elsewhere, or is short", "open"],
  },
  ask(file, { resource: { acquisition, pair } }) {
    if (pair.id !== "timers/timeout") return { level: "unknown", basis: "shown" };
    return { ...yesOrNo(isWrittenLong(file, acquisition)), at: acquisition.arguments[1] };
  },
};
