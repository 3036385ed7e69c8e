import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldWay } from "../../candidates/held-way.ts";
import { isFunction, isWithin } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const otherState: Evidence<HeldWay, "yes" | "no"> = {
  id: "unreleased/other-state",
  asks: "Does each release stand in the other branch of a test that the acquisition stands under: one state puts on, the other takes off?",
  levels: {
    yes: ["one state puts it on, and the other takes it off", "no leak"],
    no: ["the releases do not belong to another state", "leak"],
  },
  ask: (_file, { node, isNamedAgain, releases }) => (isNamedAgain ? yesOrNo(releases.every((release) => isInOtherBranch(node, release))) : { level: "unknown", basis: "shown" }),
};

function isInOtherBranch(acquisition: TSESTree.Node, release: TSESTree.Node): boolean {
  for (let at = acquisition; at.parent != null && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type !== "IfStatement" && parent.type !== "ConditionalExpression") continue;
    const other = parent.consequent === at ? parent.alternate : parent.alternate === at ? parent.consequent : null;
    if (other !== null && isWithin(release, other)) return true;
  }
  return false;
}
