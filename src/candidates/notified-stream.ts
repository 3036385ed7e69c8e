/** Streams that are to end with a notifier: each `takeUntil(this.destroy$)` of the file may wait for what never comes. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../catalogue/entry.ts";
import { anything, memberOf } from "../catalogue/origin.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import { callsWithNotifier } from "../subjects/subscription/streams.ts";
import { scopeOf, withFullestTeardown } from "../subjects/subscription/subscription-scope.ts";
import type { OfResource } from "./of-resource.ts";

export interface NotifiedStream extends OfResource {
  /** The notifier. */
  readonly target: TSESTree.Node;
  readonly place: Place;
}

/** The subscription ends with the first value of its notifier, and not with its completion: https://rxjs.dev/api/operators/takeUntil */
const PAIR: Pair = {
  id: "language/notified-subscription",
  noun: "the subscription",
  acquire: { form: "call", callee: memberOf(anything, "takeUntil") },
  handle: { from: "result" },
  releases: [{ by: "method", name: "unsubscribe" }],
  heldBy: "receiver",
};

/** Collects the operators that wait for what a field of some object has. */
export function collectNotifiedStreams(file: FileFacts): readonly NotifiedStream[] {
  return callsWithNotifier(file).flatMap(([call, target]) => {
    const place = target.type === "MemberExpression" ? file.places.placeOf(target) : undefined;
    if (place === undefined) return [];
    const owner = withFullestTeardown(file, scopeOf(file, call), ownerOf(file, call));
    return [{ node: call, resource: { acquisition: call, pair: PAIR, confidence: "certain" as const }, owner, target, place }];
  });
}
