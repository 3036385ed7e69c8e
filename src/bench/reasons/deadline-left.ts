/** A dropped timer that aborts a call: when that is over, the deadline is still set. */
import type { DeadlineTimer } from "../../candidates/deadline-timer.ts";
import { guardedCall } from "../../evidence/outlives/guarded-call.ts";
import { signalElsewhere } from "../../evidence/owned/signal-elsewhere.ts";
import { ownerKind } from "../../evidence/repeats/owner-kind.ts";
import { commandLine } from "../../evidence/unmeant/command-line.ts";
import { timerDelay } from "../../evidence/unmeant/timer-delay.ts";
import { unreferenced } from "../../evidence/unmeant/unreferenced.ts";
import type { Reason } from "../reason.ts";

export const deadlineLeft: Reason<DeadlineTimer> = {
  id: "deadline-left",
  noun: "deadline",
  known: "Nothing clears this deadline when what it guards is over",
  asks: [signalElsewhere, ownerKind, timerDelay, unreferenced, commandLine, guardedCall],
  formula(bench) {
    if (bench.holds(signalElsewhere)) return bench.silentBy(signalElsewhere);
    if (bench.level(ownerKind) === "process") return bench.silentBy(ownerKind);
    const delay = bench.level(timerDelay);
    if (delay === "negligible") return bench.silentBy(timerDelay);
    if (bench.holds(unreferenced)) return bench.silentBy(unreferenced);
    if (bench.holds(commandLine)) return bench.silentBy(commandLine);
    // What starts a program by its name may do so once.
    const isSure = delay === "long" && bench.level(guardedCall) === "answer" && bench.level(ownerKind) !== "starter";
    return bench.speaks(isSure ? "certain" : "likely", guardedCall, timerDelay);
  },
};
