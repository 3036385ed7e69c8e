/** A handle that is released where a promise is fulfilled, and kept where it is rejected. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FulfilledRelease } from "../../candidates/fulfilled-release.ts";
import { endsByItself } from "../../evidence/outlives/ends-by-itself.ts";
import { fulfilledOnly } from "../../evidence/reachable/fulfilled-only.ts";
import { rejection } from "../../evidence/reachable/rejection.ts";
import { ownerKind } from "../../evidence/repeats/owner-kind.ts";
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
  asks: [fulfilledOnly, rejection, ownerKind, endsByItself],
  formula(bench) {
    if (!bench.holds(fulfilledOnly)) return bench.silentBy(fulfilledOnly);
    if (bench.level(rejection) !== "possible") return bench.silentBy(rejection);
    if (bench.level(ownerKind) === "process") return bench.silentBy(ownerKind);
    if (bench.holds(endsByItself)) return bench.silentBy(endsByItself);
    return bench.speaks(bench.candidate.resource.confidence, fulfilledOnly, rejection);
  },
};

/** What is to be said. */
export function tellFulfilment({ confidence, hearing: { candidate: { resource, release, callback } } }: HeardCandidate<FulfilledRelease>): readonly ReleasedOnFulfilment[] {
  return confidence === undefined ? [] : [{ resource, release, callback, confidence }];
}
