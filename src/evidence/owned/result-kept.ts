import type { TSESTree } from "@typescript-eslint/utils";

import type { Candidate } from "../../candidates/candidate.ts";
import { enclosingEffect } from "../../subjects/owner/effects.ts";
import { calleeName, wrapped, type CallNode } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** A call whose result is put somewhere gives a handle; that of `addEventListener` is returned for brevity as well. */
export const resultKept: Evidence<Candidate & { readonly resource: { readonly acquisition: CallNode } }, "yes" | "no"> = {
  id: "owned/result-kept",
  asks: "Is the result of the call kept, as a handle would be?",
  levels: {
    yes: ["the result of the call is kept, as a handle would be", "no leak"],
    no: ["nobody keeps the result of the call", "open"],
  },
  ask: (_file, { resource: { acquisition } }) => yesOrNo(isResultKept(acquisition)),
};

function isResultKept(acquisition: CallNode): boolean {
  const value = wrapped(acquisition);
  const { parent } = value;
  if (parent?.type === "CallExpression" || parent?.type === "NewExpression") return parent.callee !== value;
  if (parent?.type === "ReturnStatement") return calleeName(acquisition) !== "addEventListener";
  if (parent?.type === "ArrowFunctionExpression") return isMeantAnswer(parent) && calleeName(acquisition) !== "addEventListener";
  return parent !== undefined && ["ArrayExpression", "AssignmentExpression", "VariableDeclarator", "PropertyDefinition", "Property"].includes(parent.type);
}

/**
 * Whether what an arrow function without a body gives is meant: it is by a function with a name of its own, and by an effect, which takes it
 * for its cleanup. What is handed on elsewhere is written so for brevity.
 */
function isMeantAnswer(arrow: TSESTree.ArrowFunctionExpression): boolean {
  const { parent } = wrapped(arrow);
  const isHandedOn = parent?.type === "CallExpression" || parent?.type === "NewExpression";
  return !isHandedOn || enclosingEffect(arrow.body)?.arguments[0] === arrow;
}
