import type { OfResource } from "../../candidates/of-resource.ts";
import { vagueEnds } from "../../catalogue/words/ending.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { calleeName, receiverOf, type CallNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const teardownRank: Evidence<OfResource, "final" | "pausing" | "vague" | "none"> = {
  id: "outlives/teardown-rank",
  asks: "How final is what ends the owner?",
  levels: {
    final: ["its owner ends for good, and it stays", "leak"],
    pausing: ["its owner pauses, and may start again", "open"],
    vague: ["what looks like the end of its owner releases nothing", "open"],
    none: ["nothing ends its owner", "open"],
  },
  ask(file, { owner: { teardown } }) {
    if (teardown === undefined) return { level: "none", basis: "shown" };
    const rank = isWorthTheName(file, teardown) ? (teardownRankOf(file, teardown.name) ?? "final") : "vague";
    return { level: rank, basis: "named", at: teardown.node };
  },
};

/** Whether a teardown is the end of its object: one whose name may mean anything has to release something. */
function isWorthTheName(file: FileFacts, { node, name }: FunctionFact): boolean {
  if (!vagueEnds.test(name ?? "")) return true;
  const reach = reachedFrom(file, [node]);
  return file.nodes.calls.some((call) => standsIn(call, reach) && receiverOf(call)?.type !== "Super" && isReleaseName(calleeName(call)) && !isAboutItself(call));
}

/** `this.store.unsubscribe(this)`: an order about the object that somebody else carries out, and not its end. */
function isAboutItself(call: CallNode): boolean {
  return call.arguments.some((argument) => argument.type === "ThisExpression");
}
