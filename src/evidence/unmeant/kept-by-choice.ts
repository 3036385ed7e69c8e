import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { keepingSetting } from "../../catalogue/words/meant-to-stay.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { isFunction, memberName } from "../../syntax/tree.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const keptByChoice: Evidence<GrowingCollection, "yes"> = {
  id: "unmeant/kept-by-choice",
  asks: "Does a setting by its name turn the keeping on, which whoever has no use for the entries leaves off?",
  levels: { yes: ["a setting turns the keeping on", "no leak"] },
  ask: (_file, { insert }) => yesAt(findChoice(insert), "named"),
};

/** `if (this.keepResults) this.results[id] = result`: whoever has no use for the entries turns them off. */
function findChoice({ node }: Operation): TSESTree.Node | undefined {
  for (let at = node; at.parent != null && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type !== "IfStatement" || parent.consequent !== at) continue;
    const name = parent.test.type === "MemberExpression" ? memberName(parent.test) : parent.test.type === "Identifier" ? parent.test.name : undefined;
    if (keepingSetting.test(wordsOf(name ?? "")[0] ?? "")) return parent;
  }
  return undefined;
}
