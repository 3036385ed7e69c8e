import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import type { OwnedResource } from "../../candidates/kept-field.ts";
import { scopedCalls, scopedOperators } from "../../catalogue/words/components.ts";
import { endsWithScope } from "../../subjects/subscription/subscribing-calls.ts";
import { calleeName, receiverOf, type CallNode } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const endedByScope: Evidence<OwnedResource | DroppedSubscription, "yes" | "no"> = {
  id: "unreleased/ended-by-scope",
  asks: "Does it end with its notifier, or with the scope that it is made in?",
  levels: { yes: ["it ends with its stream or its scope", "no leak"], no: ["no stream or scope ends it", "open"] },
  ask: (file, candidate) => yesOrNo("found" in candidate ? endsWithScope(file, candidate.found) : isEndedByScope(candidate.resource.acquisition), "named"),
};

/** `source.pipe(takeUntil(this.ended)).subscribe(…)` ends with its notifier, and `effect(…)` with the scope it is made in. */
function isEndedByScope(acquisition: CallNode): boolean {
  if (scopedCalls.test(calleeName(acquisition) ?? "") && acquisition.callee.type === "Identifier") return true;
  for (let at = receiverOf(acquisition); at?.type === "CallExpression"; at = receiverOf(at)) {
    const ends = calleeName(at) === "pipe" ? at.arguments : [at];
    if (ends.some((end) => end.type === "CallExpression" && scopedOperators.test(calleeName(end) ?? ""))) return true;
  }
  return false;
}
