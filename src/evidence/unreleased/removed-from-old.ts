import type { ReplacedTarget } from "../../candidates/replaced-target.ts";
import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { runWithin, standsIn } from "../../facts/reach.ts";
import { compareCalls, mayMatch } from "../../subjects/listener/listener-match.ts";
import { enclosingFunction, type FunctionNode } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import { shownAt, type Evidence } from "../evidence.ts";

export const removedFromOld: Evidence<ReplacedTarget, "yes" | "no"> = {
  id: "unreleased/removed-from-old",
  asks: "Is the listener taken off what the slot has before it gets another object?",
  levels: {
    yes: ["the listener is taken off the object before, or may be", "no leak"],
    no: ["nothing takes the listener off the object before", "leak"],
  },
  ask(file, candidate) {
    const { host, filling } = candidate;
    const before = removalBefore(file, candidate, host, filling);
    if (before !== undefined) return shownAt(before);
    const callers = collectCallers(file, file.functions.factOf(host));
    if (callers === "anybody" || callers.length === 0) return { level: "no", basis: "shown" };
    const prepared = callers.map((call) => removalBeforeCall(file, candidate, call));
    return shownAt(prepared.every((removal) => removal !== undefined) ? prepared[0] : undefined);
  },
};

function removalBeforeCall(file: FileFacts, candidate: ReplacedTarget, call: TSESTree.Node): TSESTree.Node | undefined {
  const caller = enclosingFunction(call);
  return caller === undefined ? call : removalBefore(file, candidate, caller, call);
}

/** A removal that may be for the listener, or one for all, that has run in a function when it comes to a node. */
function removalBefore(file: FileFacts, { added, removals, value, calls: { removed, cleared } }: ReplacedTarget, host: FunctionNode, at: TSESTree.Node): TSESTree.Node | undefined {
  const comesBefore = (node: TSESTree.Node): boolean => node.range[1] <= at.range[0];
  const run = runWithin(file, host, comesBefore);
  const hasRun = (call: TSESTree.Node): boolean => standsIn(call, run) || (enclosingFunction(call) === host && comesBefore(call));
  const given = file.places.placeOf(value)?.key;
  const isFromOther = (target: TSESTree.Node | undefined): boolean => target === undefined || file.places.placeOf(target)?.key !== given;
  const removal = removals.find(({ call }) => hasRun(call)) ?? removed.find((one) => hasRun(one.call) && isFromOther(one.target) && mayMatch(compareCalls(file, added, one)));
  return removal?.call ?? cleared.find(hasRun);
}
