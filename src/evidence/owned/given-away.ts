import type { TSESTree } from "@typescript-eslint/utils";

import type { ReleaseByHand } from "../../candidates/release-by-hand.ts";
import { wrapped } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** Returned, stored or put into something: whoever has it then may use it after the block. */
export const givenAway: Evidence<ReleaseByHand, "yes" | "no"> = {
  id: "owned/given-away",
  asks: "Is the handle returned, stored or put into something?",
  levels: {
    yes: ["the handle is returned, stored or put into something, and may be used after the block", "no leak"],
    no: ["nobody else has the handle", "leak"],
  },
  ask(_file, { variable }) {
    const at = variable.references.find(({ identifier }) => isPassedOn(identifier))?.identifier;
    return { ...yesOrNo(at !== undefined), at };
  },
};

function isPassedOn(identifier: TSESTree.Node): boolean {
  const parent = wrapped(identifier).parent;
  switch (parent?.type) {
    case "ReturnStatement":
    case "YieldExpression":
    case "ArrayExpression":
    case "SpreadElement":
    case "ExportSpecifier":
      return true;
    case "ArrowFunctionExpression":
      return parent.body === wrapped(identifier);
    case "Property":
      return parent.value === wrapped(identifier);
    case "AssignmentExpression":
      return parent.right === wrapped(identifier);
    default:
      return false;
  }
}
