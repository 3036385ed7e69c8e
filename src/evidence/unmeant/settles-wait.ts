import type { OwnedResource } from "../../candidates/kept-field.ts";
import { timerClears } from "../../catalogue/words/releases.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { callbackOf } from "../../subjects/resource/timer-callback.ts";
import type { Evidence } from "../evidence.ts";

/** A timer that resolves a promise is the end of somebody's wait: a teardown that clears no timer may well let it come. */
export const settlesWait: Evidence<OwnedResource, "yes" | "no"> = {
  id: "unmeant/settles-wait",
  asks: "Does the timer end a wait, which an end that clears no timer may let come?",
  levels: { yes: ["it ends a wait, which the end of its owner may let come", "no leak"], no: ["it ends no wait", "open"] },
  ask(file, { resource: { pair, acquisition }, life }) {
    const reach = life().reach;
    const callback = pair.endsByItself === true ? callbackOf(file, acquisition) : undefined;
    if (callback === undefined || file.calls.whose((name) => timerClears.test(name)).some((call) => standsIn(call, reach))) return { level: "no", basis: "shown" };
    const run = reachedFrom(file, [callback]);
    const at = file.calls.named("resolve").find((call) => standsIn(call, run));
    return { level: at === undefined ? "no" : "yes", basis: "named", at };
  },
};
