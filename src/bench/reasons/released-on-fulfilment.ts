/** A handle that is released where a promise is fulfilled, and kept where it is rejected. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FulfilledRelease } from "../../candidates/fulfilled-release.ts";
import { endsByItself } from "../../evidence/outlives/ends-by-itself.ts";
import { keeperLifetime } from "../../evidence/outlives/keeper-lifetime.ts";
import { fulfilledOnly } from "../../evidence/reachable/fulfilled-only.ts";
import { rejection } from "../../evidence/reachable/rejection.ts";
import { ownerKind } from "../../evidence/repeats/owner-kind.ts";
import { delayWritten } from "../../evidence/unmeant/delay-written.ts";
import { timerDelay } from "../../evidence/unmeant/timer-delay.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import type { HeardCandidate, Reason } from "../reason.ts";

/** A resource that a promise that is rejected leaves. */
export interface ReleasedOnFulfilment {
  readonly resource: Resource;
  readonly confidence: Confidence;
  readonly release: TSESTree.Node;
  /** The callback that does not run then. */
  readonly callback: TSESTree.Node;
}

export const releasedOnFulfilment: Reason<FulfilledRelease> = {
  id: "released-on-fulfilment",
  noun: "release in a callback",
  asks: [fulfilledOnly, rejection, ownerKind, keeperLifetime, timerDelay, delayWritten, endsByItself],
  formula(bench) {
    if (!bench.holds(fulfilledOnly)) return bench.silentBy(fulfilledOnly);
    if (bench.level(rejection) !== "possible") return bench.silentBy(rejection);
    if (bench.level(ownerKind) === "process") return bench.silentBy(ownerKind);
    const { resource: { confidence }, isNamedAgain } = bench.candidate;
    if (isNamedAgain) return bench.level(keeperLifetime) === "own" ? bench.silentBy(keeperLifetime) : bench.speaks("likely", fulfilledOnly, rejection, keeperLifetime);
    // A timer goes on for as long as it was set. Of those whose delay others give, most are a matter of seconds: of fourteen that were read three mattered.
    if (bench.level(timerDelay) === "long") return bench.speaks(bench.holds(delayWritten) ? "likely" : "possible", fulfilledOnly, rejection, delayWritten);
    return bench.holds(endsByItself) ? bench.silentBy(endsByItself) : bench.speaks(confidence, fulfilledOnly, rejection);
  },
};

/** What is to be said. */
export function tellFulfilment({ confidence, hearing: { candidate: { resource, release, callback } } }: HeardCandidate<FulfilledRelease>): readonly ReleasedOnFulfilment[] {
  return confidence === undefined ? [] : [{ resource, release, callback, confidence }];
}
