/** Values that a callback returns to a call which does not take them, where they may be its cleanup. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../catalogue/entry.ts";
import { anything, memberOf } from "../catalogue/origin.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { collectIgnoringCalls, type IgnoringCall } from "../subjects/owner/cleanup-ignorers.ts";
import { returnedValues } from "../subjects/owner/closure-ends.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import type { OfResource } from "./of-resource.ts";

export interface ReturnedCleanup extends OfResource {
  readonly ignoring: IgnoringCall;
  readonly values: readonly TSESTree.Node[];
}

export function collectReturnedCleanups(file: FileFacts): readonly ReturnedCleanup[] {
  return collectIgnoringCalls(file).flatMap((ignoring) => {
    const { call, callback } = ignoring;
    const values = returnedValues(file, callback);
    const pair = pairFor(callback.async ? "language/promised-cleanup" : "language/ignored-cleanup");
    return values.length === 0 ? [] : [{ node: call, resource: { acquisition: call, pair, confidence: "certain" as const }, owner: ownerOf(file, call), ignoring, values }];
  });
}

/** How Vue takes a cleanup instead: https://vuejs.org/guide/essentials/watchers.html#side-effect-cleanup */
function pairFor(id: Pair["id"]): Pair {
  return {
    id,
    noun: "a cleanup",
    acquire: { form: "call", callee: memberOf(anything, "effect") },
    handle: { from: "result" },
    releases: [{ by: "invoke" }],
    heldBy: "process",
  };
}
