import type { ReplacedTarget } from "../../candidates/replaced-target.ts";
import { compareCalls, isSameApartFromTarget } from "../../subjects/listener/listener-match.ts";
import { enclosingFunction, isFunction } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import { shownAt, type Evidence } from "../evidence.ts";

export const askedOfNewcomer: Evidence<ReplacedTarget, "yes" | "no"> = {
  id: "unreleased/asked-of-newcomer",
  asks: "Does the function, under some condition, ask the new object to remove what only the old one has?",
  levels: {
    yes: ["a removal from the new object is a mistake of its own, and another rule's to tell", "no leak"],
    no: ["it does not ask the new object", "leak"],
  },
  ask(file, { added, host, value, calls: { removed } }) {
    const given = file.places.placeOf(value)?.key;
    const mistaken = removed.find((one) => {
      if (one.target === undefined || enclosingFunction(one.call) !== host || !standsUnderTest(one.call) || file.places.placeOf(one.target)?.key !== given) return false;
      return isSameApartFromTarget(compareCalls(file, added, one));
    });
    return shownAt(mistaken?.call);
  },
};

function standsUnderTest(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node = node; at.parent != null && !isFunction(at.parent); at = at.parent) if (at.parent.type === "IfStatement" || at.parent.type === "LogicalExpression" || at.parent.type === "ConditionalExpression") return true;
  return false;
}
