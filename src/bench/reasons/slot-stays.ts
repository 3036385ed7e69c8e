/** A slot that stays on a signal which outlives what the slot closes over. */
import type { ConnectedSlot } from "../../candidates/connected-slot.ts";
import { emitterLifetime } from "../../evidence/outlives/emitter-lifetime.ts";
import { lastSignal } from "../../evidence/outlives/last-signal.ts";
import { scopeEnd } from "../../evidence/outlives/scope-end.ts";
import { senderOfOuterFunction } from "../../evidence/outlives/sender-of-outer-function.ts";
import { slotContext } from "../../evidence/owned/slot-context.ts";
import { closesOverCall } from "../../evidence/real/closes-over-call.ts";
import { signalModule } from "../../evidence/real/signal-module.ts";
import { ownerKind } from "../../evidence/repeats/owner-kind.ts";
import { repeatedHook } from "../../evidence/repeats/repeated-hook.ts";
import { singletonByName } from "../../evidence/repeats/singleton-by-name.ts";
import { disconnected } from "../../evidence/unreleased/disconnected.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce, weakerInProgram } from "../unless-once.ts";

export const slotStays: Reason<ConnectedSlot> = unlessOnce<ConnectedSlot>(weakerInProgram<ConnectedSlot>({
  id: "slot-stays",
  noun: "slot of a signal",
  known: "Nothing disconnects this slot",
  asks: [signalModule, closesOverCall, disconnected, slotContext, lastSignal, emitterLifetime, scopeEnd, senderOfOuterFunction, ownerKind, repeatedHook, singletonByName],
  formula: judgeSlot,
}));

function judgeSlot(bench: Hearing<ConnectedSlot>): Verdict<ConnectedSlot> {
  if (!bench.holds(signalModule)) return bench.silentFor("real");
  const other = [lastSignal, slotContext, disconnected].find((asked) => bench.holds(asked));
  if (other !== undefined) return bench.silentBy(other);
  if (bench.candidate.host === undefined) return bench.silentBy(ownerKind);
  if (bench.holds(repeatedHook)) return judgeSender(bench, repeatedHook);
  if (bench.level(singletonByName) !== "unknown") return bench.silentBy(singletonByName);
  if (bench.level(scopeEnd) === "final") return judgeSender(bench, scopeEnd);
  return bench.holds(senderOfOuterFunction) && bench.holds(closesOverCall) ? bench.speaks("likely", senderOfOuterFunction, closesOverCall) : bench.silentFor("outlives");
}

/** What ends or runs again leaves the slot on a sender that lives longer. */
function judgeSender(bench: Hearing<ConnectedSlot>, on: Asked<ConnectedSlot>): Verdict<ConnectedSlot> {
  const lifetime = bench.level(emitterLifetime);
  return lifetime === "injected" || lifetime === "process" ? bench.speaks("likely", emitterLifetime, on) : bench.silentFor("outlives");
}
