import type { TSESTree } from "@typescript-eslint/utils";

import type { InterruptedEntry } from "../../candidates/interrupted-entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { mentions } from "../../subjects/collection/mentioned-place.ts";
import { isWithin } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const removalOnMainPath: Evidence<InterruptedEntry, "yes" | "no"> = {
  id: "reachable/removal-on-main-path",
  asks: "Does the removal run whenever nothing fails: under no condition but one about the entry, or one that the insert stands under too?",
  levels: {
    yes: ["it is removed whenever nothing fails", "leak"],
    no: ["it is removed only under a condition, which may be the end of something else", "no leak"],
  },
  ask: (file, candidate) => ({ ...yesOrNo(isOnMainPath(file, candidate)), at: candidate.end.node }),
};

const BRANCHES = new Set<string>([
  "ConditionalExpression", "LogicalExpression", "SwitchCase", "CatchClause", "ForStatement", "ForOfStatement", "ForInStatement", "WhileStatement", "DoWhileStatement",
]);

function isOnMainPath(file: FileFacts, { end, insert, around, kept: { collection } }: InterruptedEntry): boolean {
  const isInside = isWithin(insert.node, around);
  for (let at: TSESTree.Node = end.node; at.parent != null; at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if (parent === around) return true;
    if (isInside && isWithin(insert.node, parent)) return parent.type !== "IfStatement" && !BRANCHES.has(parent.type);
    if (BRANCHES.has(parent.type)) return false;
    if (parent.type === "IfStatement" && !mentions(file, parent.test, collection.place)) return false;
    if (parent.type === "TryStatement" && parent.block !== at) return false;
  }
  return false;
}
