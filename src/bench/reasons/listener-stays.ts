/** A listener that nothing removes: whether it outlives what put it on its target, and how sure that is. */
import type { StayingListener } from "../../candidates/staying-listener.ts";
import { abortAwaited } from "../../evidence/outlives/abort-awaited.ts";
import { callOver } from "../../evidence/outlives/call-over.ts";
import { clearsItself } from "../../evidence/outlives/clears-itself.ts";
import { comesOnce } from "../../evidence/outlives/comes-once.ts";
import { emitterLifetime } from "../../evidence/outlives/emitter-lifetime.ts";
import { endsWithOwnerOfProgram } from "../../evidence/outlives/ends-with-program.ts";
import { freshSignals } from "../../evidence/outlives/fresh-signals.ts";
import { givenToCallback } from "../../evidence/outlives/given-to-callback.ts";
import { kindOfEnd } from "../../evidence/outlives/kind-of-end.ts";
import { makerEnded } from "../../evidence/outlives/maker-ended.ts";
import { ownerEnd } from "../../evidence/outlives/owner-end.ts";
import { restarts } from "../../evidence/outlives/restarts.ts";
import { serviceByName } from "../../evidence/outlives/service-by-name.ts";
import { signal } from "../../evidence/outlives/signal.ts";
import { signalCallers } from "../../evidence/outlives/signal-callers.ts";
import { signalLife } from "../../evidence/outlives/signal-life.ts";
import { targetEnded } from "../../evidence/outlives/target-ended.ts";
import { targetGiven } from "../../evidence/outlives/target-given.ts";
import { targetKept } from "../../evidence/outlives/target-kept.ts";
import { targetLeft } from "../../evidence/outlives/target-left.ts";
import { targetLifetime } from "../../evidence/outlives/target-lifetime.ts";
import { resultKept } from "../../evidence/owned/result-kept.ts";
import { component } from "../../evidence/repeats/component.ts";
import { forEachCall } from "../../evidence/repeats/for-each-call.ts";
import { instances } from "../../evidence/repeats/instances.ts";
import { ownerKind } from "../../evidence/repeats/owner-kind.ts";
import { picksItsOwn } from "../../evidence/repeats/picks-its-own.ts";
import { runsAgain } from "../../evidence/repeats/runs-again.ts";
import { secondRun } from "../../evidence/repeats/second-run.ts";
import { servesOneCall } from "../../evidence/repeats/serves-one-call.ts";
import { singletonByName } from "../../evidence/repeats/singleton-by-name.ts";
import { handlerTable } from "../../evidence/unmeant/handler-table.ts";
import { toldByProcess } from "../../evidence/unmeant/told-by-process.ts";
import { removal } from "../../evidence/unreleased/removal.ts";
import { removedByBase } from "../../evidence/unreleased/removed-by-base.ts";
import { removedByHelper } from "../../evidence/unreleased/removed-by-helper.ts";
import { siblingRemoved } from "../../evidence/unreleased/sibling-removed.ts";
import { vainSignal } from "../../evidence/unreleased/vain-signal.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import { endedByUsing } from "../../proofs/ended-by-using.ts";
import { forwarded } from "../../proofs/forwarded.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce, weakerInProgram } from "../unless-once.ts";

type ListenerHearing = Hearing<StayingListener>;
type ListenerVerdict = Verdict<StayingListener>;

export const listenerStays: Reason<StayingListener> = unlessOnce<StayingListener>(weakerInProgram<StayingListener>({
  id: "listener-stays",
  noun: "listener",
  known: "Nothing is known to remove this listener",
  asks: [endedByUsing, forwarded, removal, siblingRemoved, vainSignal, resultKept, targetLifetime, emitterLifetime, serviceByName, givenToCallback, targetKept, targetGiven, targetLeft, targetEnded, makerEnded, signal, signalLife, signalCallers, abortAwaited, callOver, clearsItself, comesOnce, ownerEnd, kindOfEnd, endsWithOwnerOfProgram, restarts, ownerKind, component, instances, singletonByName, secondRun, runsAgain, servesOneCall, forEachCall, picksItsOwn, handlerTable, toldByProcess],
  formula(bench) {
    const verdict = judgeStay(bench);
    return verdict.lacks !== undefined && bench.holds(vainSignal) ? judgeInVain(bench) : verdict;
  },
}), removedByBase, removedByHelper, freshSignals);

/** Who gives it a signal means it to end, however long its target may live. */
function judgeInVain(bench: ListenerHearing): ListenerVerdict {
  return bench.speaks(bench.level(targetLifetime) === "process" ? "certain" : "likely", vainSignal, targetLifetime);
}

function judgeStay(bench: ListenerHearing): ListenerVerdict {
  const { owner, target } = bench.candidate;
  if (bench.proves(endedByUsing)) return bench.silentBy(endedByUsing);
  if (bench.holds(makerEnded)) return bench.silentBy(makerEnded);
  const lifetime = bench.level(targetLifetime);
  if (lifetime === "own") return judgeOnOwn(bench);
  if (owner.kind === "process") return bench.silentBy(ownerKind);
  if (bench.holds(resultKept)) return bench.silentBy(resultKept);
  if (bench.proves(forwarded)) return bench.silentBy(forwarded);
  if (bench.level(component) === "root") return bench.silentBy(component);
  if (bench.holds(removal)) return bench.silentBy(removal);
  if (target === undefined && lifetime === "unknown") return bench.silentFor("outlives");
  const forCall = bench.holds(signal) ? judgeOnSignal(bench) : judgeForCall(bench);
  if (forCall !== undefined) return forCall;
  if (owner.teardown !== undefined && !bench.holds(signal)) {
    if (bench.holds(endsWithOwnerOfProgram)) return bench.silentBy(endsWithOwnerOfProgram);
    if (lifetime !== "process" && bench.holds(targetEnded)) return bench.silentBy(targetEnded);
  }
  if (owner.kind === "effect") return judgeInEffect(bench);
  if (lifetime === "process") return owner.teardown === undefined ? judgeWithoutEnd(bench) : judgeAtEnd(bench);
  return lifetime === "outside" && target !== undefined ? judgeOnStranger(bench) : bench.silentFor("outlives");
}

/** What the owner makes goes with it; what is put there for each call may pile up all the same until then. */
function judgeOnOwn(bench: ListenerHearing): ListenerVerdict {
  const isTakenCareOf = bench.holds(signal) || bench.holds(resultKept) || bench.proves(forwarded) || bench.holds(removal);
  const forCall = isTakenCareOf ? undefined : judgeForCall(bench);
  return forCall?.confidence === undefined ? bench.silentBy(targetLifetime) : speak(bench, "possible", targetKept, forEachCall);
}

/** A listener for one call, on what is there for all calls: they pile up, whoever ends the target in the end. */
function judgeForCall(bench: ListenerHearing): ListenerVerdict | undefined {
  const { owner, resource: { pair } } = bench.candidate;
  if (owner.kind === "effect" || owner.kind === "starter" || pair.endsByItself === true) return undefined;
  if (bench.level(targetKept) !== "yes") return undefined;
  const serves = bench.level(forEachCall);
  // A registration is asked for once, as a rule, like any other listener.
  if (serves === "unknown" || serves === "hands-on") return undefined;
  // What keeps what the call makes may be as good as the target itself, which goes with the call.
  return speak(bench, serves === "keeps" ? "possible" : "certain", targetKept, forEachCall);
}

/** An abort may never come: what waits for it is to go when the call is over that it serves. */
function judgeOnSignal(bench: ListenerHearing): ListenerVerdict | undefined {
  const { owner, resource: { pair } } = bench.candidate;
  const life = bench.level(signalLife);
  if (life === "made") return bench.silentBy(signalLife);
  const isForCall = owner.kind !== "effect" && life !== "unknown" && bench.holds(callOver);
  if (isForCall) return bench.holds(abortAwaited) ? bench.silentBy(abortAwaited) : judgeAfterCall(bench);
  // Of what is no signal by its type an abort may come as surely as any other event.
  const isBoundElse = pair.bounds?.some((bound) => "unless" in bound) === true;
  return owner.teardown === undefined && isBoundElse && bench.holds(comesOnce) ? bench.silentBy(comesOnce) : undefined;
}

/** When the call is over its listener is left; that is sure where the file shows that the signal is there for others too. */
function judgeAfterCall(bench: ListenerHearing): ListenerVerdict {
  const life = bench.level(signalLife);
  const callers = life === "given" ? bench.level(signalCallers) : "unknown";
  if (callers === "fresh") return bench.silentBy(signalCallers);
  if (callers === "shared") return bench.speaks("certain", signalCallers, callOver);
  return bench.speaks(life === "kept" && bench.candidate.owner.kind !== "starter" ? "certain" : "likely", signalLife, callOver);
}

/** An effect runs again with each component that is mounted; a frame around the page is mounted once most often. */
function judgeInEffect(bench: ListenerHearing): ListenerVerdict {
  const isFrame = bench.level(component) === "frame";
  if (bench.level(targetLifetime) === "process" && !isFrame) return speak(bench, "certain", targetLifetime, ownerKind);
  if (bench.holds(secondRun)) return speak(bench, "certain", secondRun);
  return isFrame ? bench.silentBy(component) : speak(bench, "likely", ownerKind);
}

function judgeAtEnd(bench: ListenerHearing): ListenerVerdict {
  const end = bench.level(ownerEnd);
  if (end === "by-its-own-event") return bench.silentBy(ownerEnd);
  if (isTold(bench)) return speak(bench, end === "of-something-else" ? "likely" : "certain", targetLifetime, bench.holds(signal) ? signal : siblingRemoved);
  if (end !== "final") return bench.silentBy(ownerEnd);
  // What the process says of itself is heard by what serves the whole of it, as a rule: of six such reports two were true.
  if (bench.holds(toldByProcess)) return speak(bench, "possible", targetLifetime, ownerEnd, toldByProcess);
  // Of ten such reports where the end is a verb of the program's own four were true, of fourteen at a hook nine.
  if (bench.level(kindOfEnd) === "verb") return speak(bench, "likely", targetLifetime, ownerEnd, kindOfEnd);
  return speak(bench, "certain", targetLifetime, ownerEnd);
}

/** Without anything that ends the owner, only what shows that there are many of them says that listeners pile up. */
function judgeWithoutEnd(bench: ListenerHearing): ListenerVerdict {
  const { owner } = bench.candidate;
  if (owner.kind === "starter") return bench.silentBy(ownerKind);
  if (bench.holds(toldByProcess)) return bench.silentBy(toldByProcess);
  if (owner.kind === "call") return judgeWithoutOwner(bench);
  const made = bench.level(instances);
  if (made === "one") return bench.silentBy(instances);
  if (bench.level(singletonByName) !== "unknown") return bench.silentBy(singletonByName);
  if (bench.level(handlerTable) === "of-process") return bench.silentBy(handlerTable);
  return made === "many" ? speak(bench, "likely", instances) : bench.silentFor("repeats");
}

/**
 * A plain function that registers what it is given may be called once, when the program starts: of 25 such reports six were true. What
 * settles the promise of its call is left behind by each call: of eight all were.
 */
function judgeWithoutOwner(bench: ListenerHearing): ListenerVerdict {
  // What one client has put there is put there again for the next.
  if (bench.level(runsAgain) === "client") return speak(bench, "certain", targetLifetime, runsAgain);
  if (!bench.holds(servesOneCall)) return bench.silentFor("repeats");
  return bench.holds(callOver) ? speak(bench, "certain", servesOneCall, callOver) : speak(bench, "possible", servesOneCall);
}

/** What is handed to a method may be a child as well as a service; what the object itself ends takes its listeners along. */
function judgeOnStranger(bench: ListenerHearing): ListenerVerdict {
  const { owner } = bench.candidate;
  if (!bench.holds(signal) && bench.holds(givenToCallback)) return bench.silentBy(givenToCallback);
  if (isTold(bench)) {
    if (owner.teardown !== undefined) return judgeTold(bench);
    // Whoever hears the abort for longer than a call, as an end of its own, may hear it for as long as the signal lives.
    return bench.silentFor("outlives");
  }
  if (bench.level(targetGiven) === "fresh") return bench.silentBy(targetGiven);
  if (owner.teardown === undefined) return judgeForOneOfMany(bench);
  const stays = bench.level(targetGiven) === "shared" ? targetGiven : bench.holds(targetLeft) ? targetLeft : undefined;
  if (stays !== undefined && bench.level(ownerEnd) === "final") return speak(bench, "certain", stays, ownerEnd);
  const emitter = bench.level(emitterLifetime);
  if (emitter === "own" || emitter === "parameter") return bench.silentBy(emitterLifetime);
  if (bench.level(ownerEnd) === "of-one-part") return bench.silentBy(ownerEnd);
  if (emitter === "injected" && bench.holds(clearsItself) && bench.level(ownerEnd) === "final") return speak(bench, "likely", clearsItself, ownerEnd);
  if (bench.holds(restarts)) return speak(bench, "likely", restarts);
  if (!bench.holds(serviceByName)) return bench.silentFor("outlives");
  // Of nine that only a name calls a service one was.
  return bench.level(handlerTable) === "no" ? speak(bench, "possible", serviceByName) : bench.silentBy(handlerTable);
}

/** What comes from outside may end together with the owner: of seven such reports beside a sibling that is removed none was true. */
function judgeTold(bench: ListenerHearing): ListenerVerdict {
  if (!bench.holds(signal)) return speak(bench, "possible", ownerEnd, siblingRemoved);
  return speak(bench, bench.level(ownerEnd) === "of-something-else" ? "likely" : "certain", ownerEnd, signal);
}

/** A target that tells one call what is meant for another is the same for all of them, whoever has made it. */
function judgeForOneOfMany(bench: ListenerHearing): ListenerVerdict {
  const { owner, resource: { pair } } = bench.candidate;
  if (owner.kind === "starter" || pair.endsByItself === true || bench.level(forEachCall) === "unknown") return bench.silentFor("outlives");
  // What a function is given may be there for its caller alone, who has it listened to for as long as it lasts.
  if (bench.level(forEachCall) === "keeps" && (bench.level(emitterLifetime) !== "injected" || owner.kind !== "instance")) return bench.silentFor("outlives");
  return bench.holds(picksItsOwn) ? speak(bench, "likely", picksItsOwn, forEachCall) : bench.silentFor("outlives");
}

/** Whether the pair of verbs is known to matter here: it waits for a signal, or a sibling is removed. */
function isTold(bench: ListenerHearing): boolean {
  return bench.holds(signal) || bench.holds(siblingRemoved);
}

/** A sibling that is removed proves what the pair of verbs does here; else it is as sure as the match. */
function speak(bench: ListenerHearing, confidence: Confidence, ...on: readonly Asked<StayingListener>[]): ListenerVerdict {
  const found = bench.holds(siblingRemoved) ? confidence : weakest(bench.candidate.resource.confidence, confidence);
  return bench.speaks(found, ...on);
}
