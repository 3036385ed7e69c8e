/** A subscription whose end is dropped: whether its owner ends before what it listens to, and how sure that is. */
import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { cancellation } from "../../evidence/outlives/cancellation.ts";
import { emitterIsService } from "../../evidence/outlives/emitter-is-service.ts";
import { emitterOfSubscription } from "../../evidence/outlives/emitter-of-subscription.ts";
import { lastEvent } from "../../evidence/outlives/last-event.ts";
import { scopeEnd } from "../../evidence/outlives/scope-end.ts";
import { streamEnd } from "../../evidence/outlives/stream-end.ts";
import { effectResult } from "../../evidence/owned/effect-result.ts";
import { ontoList } from "../../evidence/owned/onto-list.ts";
import { handsOutEnd } from "../../evidence/real/hands-out-end.ts";
import { component } from "../../evidence/repeats/component.ts";
import { emitterOfClass } from "../../evidence/repeats/emitter-of-class.ts";
import { instances } from "../../evidence/repeats/instances.ts";
import { ownerKind } from "../../evidence/repeats/owner-kind.ts";
import { rootService } from "../../evidence/repeats/root-service.ts";
import { singletonByName } from "../../evidence/repeats/singleton-by-name.ts";
import { emitterKept } from "../../evidence/unreleased/emitter-kept.ts";
import { endedByScope } from "../../evidence/unreleased/ended-by-scope.ts";
import { executorTidies } from "../../evidence/unreleased/executor-tidies.ts";
import { iteratorEnd } from "../../evidence/unreleased/iterator-end.ts";
import { siblingsKept } from "../../evidence/unreleased/siblings-kept.ts";
import { receiverOf } from "../../syntax/tree.ts";
import type { Hearing, Verdict } from "../hearing.ts";
import type { Reason } from "../reason.ts";
import { unlessOnce, weakerInProgram } from "../unless-once.ts";

type SubscriptionHearing = Hearing<DroppedSubscription>;
type SubscriptionVerdict = Verdict<DroppedSubscription>;

export const subscriptionDropped: Reason<DroppedSubscription> = unlessOnce<DroppedSubscription>(weakerInProgram<DroppedSubscription>({
  id: "subscription-dropped",
  noun: "subscription",
  known: "Nothing keeps the end of this subscription",
  asks: [handsOutEnd, emitterKept, siblingsKept, executorTidies, iteratorEnd, ontoList, endedByScope, effectResult, lastEvent, streamEnd, emitterOfSubscription, emitterIsService, cancellation, scopeEnd, ownerKind, emitterOfClass, instances, component, rootService, singletonByName],
  formula: judgeSubscription,
}));

function judgeSubscription(bench: SubscriptionHearing): SubscriptionVerdict {
  const { owner } = bench.candidate;
  const other = [lastEvent, ontoList, endedByScope].find((asked) => bench.holds(asked));
  if (other !== undefined) return bench.silentBy(other);
  const handsOut = bench.level(handsOutEnd);
  if (handsOut === "nothing" || handsOut === "receiver") return bench.silentBy(handsOutEnd);
  if (owner.kind === "process") return bench.silentBy(ownerKind);
  const end = bench.level(streamEnd);
  if (end !== "unknown" && end !== "none") return bench.silentBy(streamEnd);
  const lifetime = bench.level(emitterOfSubscription);
  if (lifetime === "own") return bench.silentBy(emitterOfSubscription);
  // An effect that keeps nothing leaves one listener behind each time it runs again.
  if (owner.kind === "effect") return bench.speaks(handsOut === "shaped" || bench.holds(effectResult) ? "likely" : "certain", ownerKind, effectResult);
  if (bench.holds(rootService)) return bench.silentBy(rootService);
  if (bench.level(scopeEnd) === "none") return judgeInLastingScope(bench);
  const verdict = judgeInEndingScope(bench);
  if (verdict.confidence === undefined || bench.level(singletonByName) === "unknown") return verdict;
  // What is a part of the program keeps what it listens to, whatever else it ends.
  if (lifetime === "injected" && bench.level(singletonByName) === "application") return bench.silentBy(singletonByName);
  return bench.holds(siblingsKept) ? bench.speaks("likely", siblingsKept) : bench.silentBy(singletonByName);
}

/** An object that ends: its own habit with such subscriptions makes the dropped one sure. */
function judgeInEndingScope(bench: SubscriptionHearing): SubscriptionVerdict {
  const { found: { call, kind } } = bench.candidate;
  const lifetime = bench.level(emitterOfSubscription);
  const ending = bench.level(scopeEnd);
  const isHabit = bench.holds(siblingsKept);
  const isSureHabit = isHabit && ending !== "pausing";
  if (bench.holds(emitterKept) && isSureHabit) return bench.speaks("certain", emitterKept, siblingsKept, scopeEnd);
  if (receiverOf(call) === undefined) {
    if (isSureHabit) return bench.speaks("certain", siblingsKept, scopeEnd);
    return ending === "final" ? bench.speaks("likely", scopeEnd) : bench.silentFor("outlives");
  }
  if (lifetime === "parameter" || lifetime === "unknown") {
    if (bench.holds(emitterKept)) return bench.speaks("likely", emitterKept, scopeEnd);
    const isTold = isHabit && (kind === "stream" || (kind === "other" && lifetime === "unknown"));
    return isTold ? bench.speaks("likely", siblingsKept, scopeEnd) : bench.silentFor("outlives");
  }
  // A list of disposables, the other subscriptions or a service tell that the object is to end this one.
  const isShared = lifetime === "process" || bench.holds(emitterIsService);
  if (!isHabit && !isShared && ending !== "registry" && kind !== "stream") return bench.silentFor("outlives");
  const isSure = bench.level(handsOutEnd) !== "shaped" && isSureHabit && isShared;
  return bench.speaks(isSure ? "certain" : "likely", emitterOfSubscription, scopeEnd, ...(isHabit ? [siblingsKept] : []));
}

/** Where nothing ends: a listener on something shared by all instances, or in a function that tidies up after itself. */
function judgeInLastingScope(bench: SubscriptionHearing): SubscriptionVerdict {
  const { owner, found } = bench.candidate;
  const lifetime = bench.level(emitterOfSubscription);
  const isShaped = bench.level(handsOutEnd) === "shaped";
  if (bench.holds(emitterKept)) return bench.speaks("likely", emitterKept);
  if (bench.holds(emitterOfClass)) return isShaped ? bench.silentFor("real") : bench.speaks("likely", emitterOfClass);
  if (!isShaped && bench.holds(executorTidies)) {
    const token = bench.level(cancellation);
    if (token === "ended") return bench.silentBy(cancellation);
    return bench.speaks(token === "foreign" && lifetime === "parameter" ? "certain" : "likely", executorTidies, cancellation);
  }
  if (!isShaped && lifetime === "parameter" && bench.holds(iteratorEnd)) return bench.speaks("likely", iteratorEnd, emitterOfSubscription);
  const isLasting = lifetime === "process" || lifetime === "parameter";
  // A framework makes and removes components as a page changes; what lives as long as the page keeps all that ever listened.
  if (isOneOfMany(bench) && lifetime === "process" && !isShaped) return bench.speaks("likely", emitterOfSubscription, instances);
  return found.isCatalogued && owner.kind === "call" && isLasting ? bench.speaks("likely", emitterOfSubscription, ownerKind) : bench.silentFor("repeats");
}

function isOneOfMany(bench: SubscriptionHearing): boolean {
  return bench.candidate.owner.kind === "instance" && bench.level(instances) === "many" && bench.level(component) === "unknown" && bench.level(singletonByName) === "unknown";
}
