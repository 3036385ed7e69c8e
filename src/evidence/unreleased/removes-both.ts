import type { SiblingEntry } from "../../candidates/forgotten-sibling.ts";
import { removalsIn } from "../../candidates/staying-entry.ts";
import { reaches } from "../../facts/reached-code.ts";
import type { FunctionNode } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const removesBoth: Evidence<SiblingEntry & { readonly around: FunctionNode }, "yes" | "no"> = {
  id: "unreleased/removes-both",
  asks: "Does the function that removes from the sibling come by a removal of this collection, itself or in what it calls?",
  levels: {
    yes: ["the function that removes from its sibling removes from its collection as well", "no leak"],
    no: ["the function that removes from its sibling removes nothing from its collection", "leak"],
  },
  ask: (file, { kept, around }) => ({ ...yesOrNo(reaches(file, around, removalsIn(kept.operations).map(({ node }) => node))), at: around }),
};
