/** What a place of a file is filled with, and the calls that give it back. */
import type { TSESTree } from "@typescript-eslint/utils";

import { clearedBy } from "../../catalogue/data/timer-calls.ts";
import { endingMethods } from "../../catalogue/words/releases.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { unwrap, type CallNode } from "../../syntax/tree.ts";
import { readOf } from "../listener/emptied-place.ts";

/** A release that reads its handle from a place, and where it reads it. */
export interface PlaceRelease {
  readonly place: Place;
  readonly at: TSESTree.Node;
  readonly release: CallNode;
}

/** `clearInterval(this.timer)`, which says nothing of null. */
export function clearsOfPlaces(file: FileFacts): readonly PlaceRelease[] {
  return file.calls.namedOneOf(new Set(clearedBy.values())).flatMap((release) => {
    const [handle] = release.arguments;
    const read = handle === undefined || globalPathOf(file, release.callee)?.length !== 1 ? undefined : readOf(file, handle);
    return read === undefined ? [] : [{ ...read, release }];
  });
}

/** `this.socket.close()`, and `this.socket?.close()`, which passes over null. */
export function endingCallsOnPlaces(file: FileFacts): readonly PlaceRelease[] {
  return file.calls.namedOneOf(endingMethods).flatMap((release) => {
    const callee = unwrap(release.callee);
    const read = callee.type === "MemberExpression" ? readOf(file, callee.object) : undefined;
    return read === undefined ? [] : [{ ...read, release }];
  });
}

/** Where a call or `new` gives the place something. */
export function fillingOf(file: FileFacts, place: Place): TSESTree.Node | undefined {
  return file.stores.storesTo(place).find(({ value }) => {
    const node = value === undefined ? undefined : unwrap(value);
    const made = node?.type === "AwaitExpression" ? unwrap(node.argument) : node;
    return made?.type === "CallExpression" || made?.type === "NewExpression";
  })?.site;
}
