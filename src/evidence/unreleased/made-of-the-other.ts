import type { TSESTree } from "@typescript-eslint/utils";

import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { freshnessOf, originsOf, storedIn } from "../../subjects/listener/listener-identity.ts";
import { isSamePlace } from "../../subjects/listener/listener-uses.ts";
import { walk } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const madeOfTheOther: Evidence<UnmatchedRemoval, "yes"> = {
  id: "unreleased/made-of-the-other",
  asks: "Is the added function made of the removed one: bound, wrapped or called by it?",
  levels: { yes: ["the added function is made of the removed one", "leak"] },
  ask: (file, { added, removed }) => yesOrUnknown(added.listener !== undefined && removed.listener !== undefined && wraps(file, added.listener, removed.listener)),
};

function wraps(file: FileFacts, listener: TSESTree.Node, given: TSESTree.Node): boolean {
  const makers = freshnessOf(file, listener) !== undefined ? [listener] : [...(originsOf(file, storedIn(listener)) ?? [])];
  const core = coreOf(file, given);
  return makers.some((maker) => namesListener(file, maker, core));
}

/** What a bound or wrapped function is made of: `this.onMove` for `this.onMove.bind(this)`. */
function coreOf(file: FileFacts, expression: TSESTree.Node): TSESTree.Node {
  const fresh = freshnessOf(file, expression);
  if (expression.type !== "CallExpression" || fresh === undefined) return expression;
  if (fresh === "bind") return expression.callee.type === "MemberExpression" ? expression.callee.object : expression;
  return expression.arguments[0] ?? expression;
}

function namesListener(file: FileFacts, maker: TSESTree.Node, core: TSESTree.Node): boolean {
  let isFound = false;
  walk(maker, file.visitorKeys, (node) => {
    isFound ||= node !== core && (node.type === "Identifier" || node.type === "MemberExpression") && isSamePlace(file, node, core);
    return !isFound;
  });
  return isFound;
}
