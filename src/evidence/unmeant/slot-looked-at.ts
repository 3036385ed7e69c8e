import type { TSESTree } from "@typescript-eslint/utils";

import type { ReplacedTarget } from "../../candidates/replaced-target.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { mentions } from "../../subjects/collection/mentioned-place.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { isFunction, isWithin } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const slotLookedAt: Evidence<ReplacedTarget, "yes" | "no"> = {
  id: "unmeant/slot-looked-at",
  asks: "Does the function look whether the slot is empty before it fills it?",
  levels: {
    yes: ["the slot is looked at before it is filled", "no leak"],
    no: ["nothing looks at the slot before it is filled", "leak"],
  },
  ask: (file, candidate) => shownAt(lookAt(file, candidate)),
};

/** A test of the slot that does not ask for the new object, around the assignment or with a way out before it. */
function lookAt(file: FileFacts, { slot, value, filling, host }: ReplacedTarget): TSESTree.Node | undefined {
  const given = file.places.placeOf(value);
  const isLook = (test: TSESTree.Node): boolean => mentions(file, test, slot) && (given === undefined || !mentions(file, test, given));
  for (let at: TSESTree.Node = filling; at.parent != null && !isFunction(at.parent); at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if (parent.type === "IfStatement" && !isWithin(at, parent.test) && isLook(parent.test)) return parent.test;
    if (parent.type === "LogicalExpression" && parent.right === at && isLook(parent.left)) return parent.left;
  }
  if (host.body.type !== "BlockStatement") return undefined;
  const way = host.body.body.find((one) => one.type === "IfStatement" && one.range[1] <= filling.range[0] && leavesFunction(one.consequent) && isLook(one.test));
  return way;
}
