/** Releases that read their handle from a place which the same run has set to null before. */
import type { TSESTree } from "@typescript-eslint/utils";

import { clearedBy } from "../catalogue/data/timer-calls.ts";
import { endingMethods } from "../catalogue/words/releases.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { globalPathOf } from "../facts/value-origin.ts";
import { collectEmptyings, readOf, readsAfter, type Emptying } from "../subjects/listener/emptied-place.ts";
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

interface Read {
  readonly place: Place;
  readonly at: TSESTree.Node;
  readonly release: CallNode;
}

/** Collects them, in source order. */
export function collectSpentReleases(file: FileFacts): readonly SpentRelease[] {
  const reads = [...clearsOf(file), ...skippedCallsOf(file)];
  if (reads.length === 0) return [];
  return collectEmptyings(file, new Set(reads.map(({ place }) => place.key))).flatMap((emptying) => {
    const ofPlace = reads.filter(({ place }) => place.key === emptying.place.key);
    const filling = fillingOf(file, emptying.place);
    if (filling === undefined) return [];
    // What another function reads may be asked about another run of it.
    return readsAfter(file, emptying, ofPlace).flatMap(({ read: { release }, inside }): SpentRelease[] => (inside === undefined ? [{ kind: "spent-release", node: release, release, emptying, filling, releases: ofPlace.map((one) => one.release) }] : []));
  });
}

/** `clearInterval(this.timer)`, which says nothing of null. */
function clearsOf(file: FileFacts): readonly Read[] {
  return file.calls.namedOneOf(new Set(clearedBy.values())).flatMap((release) => {
    const [handle] = release.arguments;
    const read = handle === undefined || globalPathOf(file, release.callee)?.length !== 1 ? undefined : readOf(file, handle);
    return read === undefined ? [] : [{ ...read, release }];
  });
}

/** `this.socket?.close()`, which passes over null. */
function skippedCallsOf(file: FileFacts): readonly Read[] {
  return file.calls.namedOneOf(endingMethods).flatMap((release) => {
    const callee = unwrap(release.callee);
    const read = callee.type === "MemberExpression" && callee.optional ? readOf(file, callee.object) : undefined;
    return read === undefined ? [] : [{ ...read, release }];
  });
}

/** Where a call or `new` gives the place something. */
function fillingOf(file: FileFacts, place: Place): TSESTree.Node | undefined {
  return file.stores.storesTo(place).find(({ value }) => {
    const node = value === undefined ? undefined : unwrap(value);
    const made = node?.type === "AwaitExpression" ? unwrap(node.argument) : node;
    return made?.type === "CallExpression" || made?.type === "NewExpression";
  })?.site;
}
