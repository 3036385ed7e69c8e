import type { TSESTree } from "@typescript-eslint/utils";

import type { WrongVerb } from "../../candidates/wrong-release.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isCleanupCallback, isEffect, returnedValues } from "../../subjects/owner/closure-ends.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { enclosingFunction, isFunction, isWithin, unwrap } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const releaseInEnd: Evidence<WrongVerb, "yes"> = {
  id: "outlives/release-in-end",
  asks: "Does the call stand where the owner ends: in a teardown, a cleanup or a `finally`?",
  levels: { yes: ["the call stands where the owner ends", "leak"] },
  ask: (file, { release }) => yesOrUnknown(isInTeardown(file, release)),
};

function isInTeardown(file: FileFacts, node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | null | undefined = node.parent; at != null; at = at.parent) {
    if (at.type === "TryStatement" && at.finalizer !== null && isWithin(node, at.finalizer)) return true;
    if (!isFunction(at)) continue;
    if (teardownRankOf(file, file.functions.factOf(at).name) !== undefined || isCleanupCallback(file, at)) return true;
    const effect = enclosingFunction(at);
    if (effect !== undefined && isEffect(effect) && returnedValues(file, effect).some((value) => unwrap(value) === at)) return true;
  }
  return false;
}
