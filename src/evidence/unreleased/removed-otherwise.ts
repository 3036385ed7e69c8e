import type { TSESTree } from "@typescript-eslint/utils";

import type { StayingEntry } from "../../candidates/staying-entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { guardsOf } from "../../syntax/guards.ts";
import { enclosingFunction, isWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const removedOtherwise: Evidence<StayingEntry, "always" | "on-branch" | "no"> = {
  id: "unreleased/removed-otherwise",
  asks: "Does anything else of the file remove the entry, such as a timer that is started where it is put in?",
  levels: {
    "always": ["something else of the file removes the entry as well", "no leak"],
    "on-branch": ["what else removes the entry is only seen to on a way that this one need not take", "leak"],
    "no": ["nothing else of the file removes the entry", "leak"],
  },
  ask(file, candidate) {
    const others = otherRemovals(file, candidate);
    const [first] = others;
    if (first === undefined) return { level: "no", basis: "shown" };
    const always = others.find((other) => !isOnOtherWay(other, candidate.insert.node));
    return { level: always === undefined ? "on-branch" : "always", basis: "shown", at: always ?? first };
  },
};

/** The other removals, and the calls by which the function that puts it in has others come to this one later. */
function otherRemovals(file: FileFacts, { kept: { operations }, insert, end }: StayingEntry): readonly TSESTree.Node[] {
  const removals = operations.filter(({ kind, node }) => kind === "remove" && node !== end.node).map(({ node }) => node);
  const [host, removing] = [enclosingFunction(insert.node), enclosingFunction(end.node)];
  if (host === undefined || removing === undefined) return removals;
  return [...removals, ...file.nodes.calls.filter((call) => isWithin(call, host) && file.functions.calledFunction(call) === removing)];
}

/** Whether it stands in a callback that is handed over under a condition under which the entry need not be put in. */
function isOnOtherWay(removal: TSESTree.Node, insert: TSESTree.Node): boolean {
  const callback = enclosingFunction(removal);
  const call = callback?.parent;
  if (call?.type !== "CallExpression" || call.callee === callback || enclosingFunction(call) !== enclosingFunction(insert)) return false;
  const ways = guardsOf(insert);
  return guardsOf(call).some(({ test, holds }) => holds !== undefined && !ways.some((way) => way.test === test && way.holds === holds));
}
