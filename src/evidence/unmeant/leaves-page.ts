import type { TSESTree } from "@typescript-eslint/utils";

import type { OfResource } from "../../candidates/of-resource.ts";
import { leavingVerbs } from "../../catalogue/words/ending.ts";
import { calleeName, enclosingFunction, memberName, receiverOf, unwrap } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

/** `await ping(); location.reload();`: whoever calls the function leaves the page then, which takes everything along. */
export const leavesPage: Evidence<OfResource, "yes"> = {
  id: "unmeant/leaves-page",
  asks: "Does whoever calls the function leave the page next?",
  levels: { yes: ["whoever calls the function leaves the page next", "no leak"] },
  ask(file, { node }) {
    const host = enclosingFunction(node);
    const calls = host === undefined ? [] : file.nodes.calls.filter((call) => file.functions.calledFunction(call) === host && enclosingFunction(call) !== host);
    return yesOrUnknown(calls.length > 0 && calls.every((call) => isBeforeLeaving(call)));
  },
};

function isBeforeLeaving(call: TSESTree.Node): boolean {
  for (let at = call; at.parent != null; at = at.parent) {
    const { parent } = at;
    if (parent.type !== "BlockStatement" && parent.type !== "Program") continue;
    const next = parent.body[parent.body.indexOf(at as TSESTree.Statement) + 1];
    const left = next?.type === "ExpressionStatement" ? unwrap(next.expression) : undefined;
    if (left?.type !== "CallExpression" || !leavingVerbs.test(calleeName(left) ?? "")) return false;
    const target = receiverOf(left);
    return target?.type === "Identifier" ? target.name === "location" : target?.type === "MemberExpression" && memberName(target) === "location";
  }
  return false;
}
