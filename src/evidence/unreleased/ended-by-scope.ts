import type { TSESTree } from "@typescript-eslint/utils";

import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import type { OwnedResource } from "../../candidates/kept-field.ts";
import { scopedModules } from "../../catalogue/data/lifecycles.ts";
import type { Pair } from "../../catalogue/entry.ts";
import { scopedCalls, scopedOperators } from "../../catalogue/words/components.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { endsWithScope } from "../../subjects/subscription/subscribing-calls.ts";
import { calleeName, receiverOf } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const endedByScope: Evidence<OwnedResource | DroppedSubscription, "yes" | "no"> = {
  id: "unreleased/ended-by-scope",
  asks: "Does it end with its notifier, or with the scope that it is made in?",
  levels: { yes: ["it ends with its stream or its scope", "no leak"], no: ["no stream or scope ends it", "open"] },
  ask: (file, candidate) => yesOrNo("found" in candidate ? endsWithScope(file, candidate.found) : isEndedByScope(file, candidate.resource), "named"),
};

/** `source.pipe(takeUntil(this.ended)).subscribe(…)` ends with its notifier, and `effect(…)` with the scope it is made in. */
function isEndedByScope(file: FileFacts, { acquisition, pair }: Resource): boolean {
  if (scopedCalls.test(calleeName(acquisition) ?? "") && acquisition.callee.type === "Identifier" && !isOfOtherModule(file, acquisition.callee, pair)) return true;
  for (let at = receiverOf(acquisition); at?.type === "CallExpression"; at = receiverOf(at)) {
    const ends = calleeName(at) === "pipe" ? at.arguments : [at];
    if (ends.some((end) => end.type === "CallExpression" && scopedOperators.test(calleeName(end) ?? ""))) return true;
  }
  return false;
}

/** `watch` of `node:fs`: what the catalogue knows of another module ends with no scope. */
function isOfOtherModule(file: FileFacts, callee: TSESTree.Identifier, { id }: Pair): boolean {
  const module = file.imports.importedValueOf(callee)?.module;
  return module !== undefined && !scopedModules.has(module) && !id.startsWith("language/");
}
