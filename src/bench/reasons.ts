/** All reasons, one a line, each with the rule that reports it. The commands and the pages that show verdicts read them here. */
import type { Reason } from "./reason.ts";
import { addedAgain } from "./reasons/added-again.ts";
import { childReplaced } from "./reasons/child-replaced.ts";
import { childUnended } from "./reasons/child-unended.ts";
import { cleanupIgnored } from "./reasons/cleanup-ignored.ts";
import { collectedStays } from "./reasons/collected-stays.ts";
import { deadlineLeft } from "./reasons/deadline-left.ts";
import { deadNotifier } from "./reasons/dead-notifier.ts";
import { handleDropped, handleNeverReleased } from "./reasons/dropped-handle.ts";
import { droppedLoop } from "./reasons/dropped-loop.ts";
import { entryByRender } from "./reasons/entry-by-render.ts";
import { entryForgottenClear } from "./reasons/entry-forgotten-clear.ts";
import { entryForgottenSibling } from "./reasons/entry-forgotten-sibling.ts";
import { entryHalfRemoved } from "./reasons/entry-half-removed.ts";
import { entryInterrupted } from "./reasons/entry-interrupted.ts";
import { entryKeptAlone } from "./reasons/entry-kept-alone.ts";
import { entryKept } from "./reasons/entry-kept.ts";
import { entryMarked } from "./reasons/entry-marked.ts";
import { entryNeverStored } from "./reasons/entry-never-stored.ts";
import { entryOnAnswerOnly } from "./reasons/entry-on-answer-only.ts";
import { entryOnSuccessOnly } from "./reasons/entry-on-success-only.ts";
import { entryResultDropped } from "./reasons/entry-result-dropped.ts";
import { fieldAcquiredAgain } from "./reasons/field-acquired-again.ts";
import { fieldForgotten } from "./reasons/field-forgotten.ts";
import { fieldReplaced } from "./reasons/field-replaced.ts";
import { fieldSetAside } from "./reasons/field-set-aside.ts";
import { fieldWithoutTeardown } from "./reasons/field-without-teardown.ts";
import { forgottenOnSettle } from "./reasons/forgotten-on-settle.ts";
import { grows } from "./reasons/grows.ts";
import { handleEmptied, handleLost } from "./reasons/handle-emptied.ts";
import { heldOnWay } from "./reasons/held-on-way.ts";
import { releaseUncalled, releaseEarly } from "./reasons/idle-release.ts";
import { innerGrows } from "./reasons/inner-grows.ts";
import { keyUnstable, keyIsNew, keyRemembered, keyReadAgain, callUncached, methodUncached, inputLeftOut } from "./reasons/key-unstable.ts";
import { keyHandedOn, keyInWrongStore, keyLeftBare, keyUnmatched } from "./reasons/key-unmatched.ts";
import { listenerForgotten } from "./reasons/listener-forgotten.ts";
import { listenerStays } from "./reasons/listener-stays.ts";
import { losingTimer } from "./reasons/losing-timer.ts";
import { releasedOnFulfilment } from "./reasons/released-on-fulfilment.ts";
import { releasedByHand } from "./reasons/released-by-hand.ts";
import { newcomerAsked } from "./reasons/newcomer-asked.ts";
import { releaseSpent } from "./reasons/release-spent.ts";
import { releaseUnasked } from "./reasons/release-unasked.ts";
import { removalSpent } from "./reasons/removal-spent.ts";
import { removalUnmatched } from "./reasons/removal-unmatched.ts";
import { slotStays } from "./reasons/slot-stays.ts";
import { subscriptionDropped } from "./reasons/subscription-dropped.ts";
import { targetReplaced } from "./reasons/target-replaced.ts";
import { timerUnreached } from "./reasons/timer-unreached.ts";
import { tokenMissing } from "./reasons/token-missing.ts";
import { wrongRelease } from "./reasons/wrong-release.ts";

export const REASONS: readonly (readonly [reason: Reason, rule: string])[] = [
  [cleanupIgnored, "no-unreleased-resource"],
  [collectedStays, "no-unreleased-resource"],
  [deadlineLeft, "no-unreleased-resource"],
  [deadNotifier, "no-unreleased-resource"],
  [handleDropped, "no-unreleased-resource"],
  [handleNeverReleased, "no-unreleased-resource"],
  [listenerForgotten, "no-unreleased-resource"],
  [listenerStays, "no-unreleased-resource"],
  [slotStays, "no-unreleased-resource"],
  [subscriptionDropped, "no-unreleased-resource"],
  [targetReplaced, "no-unreleased-resource"],
  [forgottenOnSettle, "no-partial-release"],
  [heldOnWay, "no-partial-release"],
  [losingTimer, "no-partial-release"],
  [releasedOnFulfilment, "no-partial-release"],
  [childReplaced, "no-unreleased-field"],
  [childUnended, "no-unreleased-field"],
  [droppedLoop, "no-unreleased-field"],
  [fieldAcquiredAgain, "no-unreleased-field"],
  [fieldForgotten, "no-unreleased-field"],
  [fieldReplaced, "no-unreleased-field"],
  [fieldSetAside, "no-unreleased-field"],
  [handleEmptied, "no-unreleased-field"],
  [handleLost, "no-unreleased-field"],
  [fieldWithoutTeardown, "no-unreleased-field"],
  [addedAgain, "no-mismatched-release"],
  [releaseUncalled, "no-mismatched-release"],
  [releaseEarly, "no-mismatched-release"],
  [newcomerAsked, "no-mismatched-release"],
  [releaseSpent, "no-mismatched-release"],
  [releaseUnasked, "no-mismatched-release"],
  [removalSpent, "no-mismatched-release"],
  [removalUnmatched, "no-mismatched-release"],
  [tokenMissing, "no-mismatched-release"],
  [timerUnreached, "no-mismatched-release"],
  [wrongRelease, "no-mismatched-release"],
  [grows, "no-unbounded-collection"],
  [innerGrows, "no-unbounded-collection"],
  [entryByRender, "no-stranded-entry"],
  [entryForgottenClear, "no-stranded-entry"],
  [entryForgottenSibling, "no-stranded-entry"],
  [entryHalfRemoved, "no-stranded-entry"],
  [entryInterrupted, "no-stranded-entry"],
  ...Object.values(entryKept).map((reason) => [reason, "no-stranded-entry"] as const),
  [entryKeptAlone, "no-stranded-entry"],
  [entryMarked, "no-stranded-entry"],
  [entryNeverStored, "no-stranded-entry"],
  [entryOnAnswerOnly, "no-stranded-entry"],
  [entryOnSuccessOnly, "no-stranded-entry"],
  [entryResultDropped, "no-stranded-entry"],
  [keyUnstable, "no-unstable-key"],
  [keyIsNew, "no-unstable-key"],
  [keyRemembered, "no-unstable-key"],
  [keyReadAgain, "no-unstable-key"],
  [callUncached, "no-unstable-key"],
  [methodUncached, "no-unstable-key"],
  [inputLeftOut, "no-unstable-key"],
  [keyUnmatched, "no-mismatched-key"],
  [keyHandedOn, "no-mismatched-key"],
  [keyLeftBare, "no-mismatched-key"],
  [keyInWrongStore, "no-mismatched-key"],
  [releasedByHand, "prefer-using"],
];

const rules = new Map(REASONS.map(([reason, rule]) => [reason, rule]));

/** The rule that reports candidates of a reason. */
export function ruleOf(reason: Reason): string {
  return rules.get(reason) ?? "";
}
