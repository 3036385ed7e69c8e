/** Releases that read their handle from a place which the same run has set to null before. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { clearsOfPlaces, endingCallsOnPlaces, fillingOf, type PlaceRelease } from "../subjects/handle/fillings.ts";
import { collectEmptyings, readsAfter, type Emptying } from "../subjects/listener/emptied-place.ts";
import { unwrap, type CallNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A release that is given nothing. */
export interface SpentRelease extends Candidate {
  readonly kind: "spent-release";
  readonly release: CallNode;
  readonly emptying: Emptying;
  /** Where the file gives the place what is to be released. */
  readonly filling: TSESTree.Node;
  /** All releases of the place. */
  readonly releases: readonly CallNode[];
}

/** Collects them, in source order. */
export function collectSpentReleases(file: FileFacts): readonly SpentRelease[] {
  const reads = [...clearsOfPlaces(file), ...endingCallsOnPlaces(file).filter(isPassedOver)];
  if (reads.length === 0) return [];
  return collectEmptyings(file, new Set(reads.map(({ place }) => place.key))).flatMap((emptying) => {
    const ofPlace = reads.filter(({ place }) => place.key === emptying.place.key);
    const filling = fillingOf(file, emptying.place);
    if (filling === undefined) return [];
    // What another function reads may be asked about another run of it.
    return readsAfter(file, emptying, ofPlace).flatMap(({ read: { release }, inside }): SpentRelease[] => (inside === undefined ? [{ kind: "spent-release", node: release, release, emptying, filling, releases: ofPlace.map((one) => one.release) }] : []));
  });
}

function isPassedOver({ release }: PlaceRelease): boolean {
  const callee = unwrap(release.callee);
  return callee.type === "MemberExpression" && callee.optional;
}
