/** Handles that nobody has any more, or that nobody releases: whether that is a leak, and how sure. */
import type { LostHandle } from "../../candidates/lost-handle.ts";
import { endAwaited } from "../../evidence/outlives/end-awaited.ts";
import { givenSource } from "../../evidence/outlives/given-source.ts";
import { heldByArgument } from "../../evidence/outlives/held-by-argument.ts";
import { leftBeforeEnd } from "../../evidence/outlives/left-before-end.ts";
import { makerEnded } from "../../evidence/outlives/maker-ended.ts";
import { otherSide } from "../../evidence/outlives/other-side.ts";
import { teardownRank } from "../../evidence/outlives/teardown-rank.ts";
import { handleFate } from "../../evidence/owned/handle-fate.ts";
import { functionElsewhere } from "../../evidence/owned/function-elsewhere.ts";
import { ontoList } from "../../evidence/owned/onto-list.ts";
import { component } from "../../evidence/repeats/component.ts";
import { instances } from "../../evidence/repeats/instances.ts";
import { latch } from "../../evidence/repeats/latch.ts";
import { ownerKind } from "../../evidence/repeats/owner-kind.ts";
import { runsAgain } from "../../evidence/repeats/runs-again.ts";
import { setUp } from "../../evidence/repeats/set-up.ts";
import { singletonByName } from "../../evidence/repeats/singleton-by-name.ts";
import { commandLine } from "../../evidence/unmeant/command-line.ts";
import { leftAfterUse } from "../../evidence/unmeant/left-after-use.ts";
import { leavesPage } from "../../evidence/unmeant/leaves-page.ts";
import { longLivedKind } from "../../evidence/unmeant/long-lived-kind.ts";
import { probe } from "../../evidence/unmeant/probe.ts";
import { servesOthers } from "../../evidence/unmeant/serves-others.ts";
import { unreferenced } from "../../evidence/unmeant/unreferenced.ts";
import { ownRelease } from "../../evidence/unreleased/own-release.ts";
import { throughReceiver } from "../../evidence/unreleased/through-receiver.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import { endedByUsing } from "../../proofs/ended-by-using.ts";
import { endsByItself } from "../../proofs/ends-by-itself.ts";
import { neverLeftHeld } from "../../proofs/never-left-held.ts";
import { unreached } from "../../proofs/unreached.ts";
import { besideKin } from "../beside-kin.ts";
import type { Asked, Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { likelyWhereOften, unlessOnce, weakerInProgram } from "../unless-once.ts";

type HandleHearing = Hearing<LostHandle>;
type HandleVerdict = Verdict<LostHandle>;

const ASKS: readonly Asked<LostHandle>[] = [
  endedByUsing, endsByItself, leftBeforeEnd, unreached, neverLeftHeld, handleFate, functionElsewhere, ontoList, ownRelease, throughReceiver, makerEnded, teardownRank, endAwaited, otherSide, givenSource, heldByArgument,
  ownerKind, component, instances, singletonByName, setUp, latch, runsAgain, leftAfterUse, longLivedKind, unreferenced, servesOthers, leavesPage, probe, commandLine,
];

export const handleDropped: Reason<LostHandle> = unlessOnce<LostHandle>(weakerInProgram<LostHandle>(likelyWhereOften(besideKin({ id: "handle-dropped", noun: "dropped handle", known: "Nobody is known to keep the handle", asks: ASKS, formula: judgeLost }), isLoneInterval)));

export const handleNeverReleased: Reason<LostHandle> = unlessOnce<LostHandle>(weakerInProgram<LostHandle>(likelyWhereOften(besideKin({ id: "handle-never-released", noun: "handle", known: "Nothing in this file is known to release the handle", asks: ASKS, formula: judgeLost }), isLoneInterval)));

/** A handle nobody has any more is a leak wherever the code runs more than once; set-up code may mean it. */
function judgeLost(bench: HandleHearing): HandleVerdict {
  const { owner, isNamedAgain, isDropped, resource } = bench.candidate;
  if (bench.proves(endedByUsing)) return bench.silentBy(endedByUsing);
  if (bench.holds(makerEnded)) return bench.silentBy(makerEnded);
  if (bench.level(handleFate) === "handed-on") return bench.silentBy(handleFate);
  if (bench.level(handleFate) === "unknown") return bench.silentFor("owned");
  if (!isNamedAgain && bench.proves(endsByItself) && !isLeftEarly(bench)) return bench.silentBy(endsByItself);
  if (isLeftEarly(bench) && bench.level(givenSource) === "own") return bench.silentBy(givenSource);
  if (bench.level(ownRelease) === "unknown") return bench.silentFor("unreleased");
  if (isDropped && !isNamedAgain) {
    if (bench.holds(ontoList)) return bench.silentBy(ontoList);
    if (bench.proves(unreached)) return bench.silentBy(unreached);
  }
  if (bench.proves(neverLeftHeld)) return bench.silentBy(neverLeftHeld);
  if (owner.kind === "process") return bench.silentBy(ownerKind);
  if (bench.holds(throughReceiver)) return bench.silentBy(throughReceiver);
  const excuse = findMeaning(bench) ?? findOtherEnd(bench);
  if (excuse !== undefined) return bench.silentBy(excuse);
  const [confidence, ...on] = weigh(bench);
  return bench.speaks(weakest(isNamedAgain ? "likely" : resource.confidence, confidence), handleFate, ...on);
}

/** Whether what ends once it has been used up is left before. */
function isLeftEarly(bench: HandleHearing): boolean {
  const left = bench.level(leftBeforeEnd);
  return left === "by-choice" || left === "by-consumer" || left === "by-failure";
}

/** Where nothing ends the owner, what is left alone may be meant to last. */
function findMeaning(bench: HandleHearing): Asked<LostHandle> | undefined {
  const { owner, isDropped, resource: { pair } } = bench.candidate;
  if (bench.level(component) === "root") return component;
  if (owner.kind === "effect") return undefined;
  const isKeptOn = isDropped && isForLong(bench);
  const isSingle = bench.level(singletonByName) !== "unknown";
  if (bench.level(teardownRank) === "final" || bench.level(teardownRank) === "pausing") return isKeptOn && isSingle ? singletonByName : undefined;
  const isOfProcess = (isDropped && pair.id.startsWith("timers/")) || (pair.heldBy === "process" && !pair.id.startsWith("language/"));
  if (isOfProcess && owner.kind === "instance" && bench.holds(setUp) && bench.level(instances) !== "many") return setUp;
  if (bench.holds(unreferenced)) return unreferenced;
  if (isSingle) return singletonByName;
  return isKeptOn ? longLivedKind : undefined;
}

/** Whether it is a kind of thing that serves for long, and still may: what has served its one use does not. */
function isForLong(bench: HandleHearing): boolean {
  return bench.holds(longLivedKind) && !bench.holds(leftAfterUse);
}

/** Whether something else than a release is its end, or it has none by intent. */
function findOtherEnd(bench: HandleHearing): Asked<LostHandle> | undefined {
  const { holder, owner } = bench.candidate;
  if (bench.level(instances) === "one") return instances;
  if (bench.holds(leavesPage)) return leavesPage;
  if (holder === undefined && bench.holds(probe)) return probe;
  if (bench.holds(endAwaited)) return endAwaited;
  return owner.kind !== "effect" && owner.teardown === undefined && bench.level(servesOthers) !== "unknown" ? servesOthers : undefined;
}

function weigh(bench: HandleHearing): readonly [Confidence, ...Asked<LostHandle>[]] {
  const { owner } = bench.candidate;
  if (bench.holds(latch)) return ["likely", latch];
  if (isLeftEarly(bench) && (bench.level(leftBeforeEnd) !== "by-choice" || bench.level(givenSource) === "caller")) return ["likely", leftBeforeEnd, givenSource];
  if (owner.kind === "effect") return ["certain", ownerKind];
  if (isEnd(bench)) return ["certain", teardownRank];
  if (bench.holds(commandLine)) return ["possible", commandLine];
  // What watches an element goes with that: of eleven such reports two were true.
  if (bench.level(heldByArgument) !== "unknown") return [bench.level(heldByArgument) === "element" ? "possible" : "likely", heldByArgument];
  if (isForLong(bench)) return ["possible", longLivedKind];
  if (owner.kind === "call" && bench.candidate.resource.pair.id === "timers/interval") return weighInterval(bench);
  // A plain function that forgets a connection leaves it to the other side, which ends it in most programs: of ten such reports four were true.
  if (owner.kind === "call" && bench.holds(otherSide)) return ["likely", ownerKind, otherSide];
  return [confidenceOfOwner(bench), ownerKind];
}

/** A timer that set-up code drops is meant to go on: of seventeen such reports two were true. */
function confidenceOfOwner(bench: HandleHearing): Confidence {
  const { owner, isDropped, resource: { pair } } = bench.candidate;
  if (owner.kind === "starter") return isDropped && pair.id.startsWith("timers/") ? "possible" : "likely";
  return owner.kind === "call" || !bench.holds(setUp) ? "certain" : "likely";
}

/** What a plain function starts is started once in most programs, and meant to go on: only a file that shows otherwise makes it likely. */
function isLoneInterval(bench: HandleHearing): boolean {
  const { owner, resource } = bench.candidate;
  return owner.kind === "call" && resource.pair.id === "timers/interval" && bench.level(runsAgain) === "unknown" && !bench.holds(commandLine) && !isEnd(bench);
}

function weighInterval(bench: HandleHearing): readonly [Confidence, ...Asked<LostHandle>[]] {
  // What a plain function starts it may start once, for as long as the program runs: of thirteen such reports three were true.
  return bench.level(runsAgain) === "unknown" ? ["possible", ownerKind] : ["certain", runsAgain];
}

/** Whether the teardown is the end of what the owner holds, and does not only pause what set-up code holds. */
function isEnd(bench: HandleHearing): boolean {
  switch (bench.level(teardownRank)) {
    case "final":
      return !(bench.level(singletonByName) !== "unknown" && bench.holds(setUp));
    case "pausing":
      return !isForLong(bench) && !(bench.candidate.resource.pair.id.startsWith("timers/") && bench.holds(setUp));
    default:
      return false;
  }
}
