import type { TSESTree } from "@typescript-eslint/utils";

import type { RacingTimer } from "../../candidates/racing-timer.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isHidden } from "../../facts/hidden-member.ts";
import { isSingleton, scopeOf } from "../../subjects/subscription/subscription-scope.ts";
import { calleeName, decoratorsOf, enclosingFunction, receiverOf, type FunctionNode } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const singletonSetUp: Evidence<RacingTimer, "yes"> = {
  id: "repeats/singleton-set-up",
  asks: "Does the race run while a class is set up that by its name exists once?",
  levels: { yes: ["the race runs once, while a class is set up that by its name exists once", "no leak"] },
  ask(file, { race }) {
    const scope = scopeOf(file, race);
    return yesOrUnknown(scope !== undefined && isSingleton(scope) && isInSetUp(file, race), "named");
  },
};

/** Whether only the constructor, or the method that a container calls after it, leads to the node. */
function isInSetUp(file: FileFacts, node: TSESTree.Node, depth = 0): boolean {
  for (let owner = enclosingFunction(node); owner !== undefined; owner = enclosingFunction(owner)) {
    const { role, name, owner: instance } = file.functions.factOf(owner);
    if (role === "immediate") continue;
    if (instance === undefined) return false;
    if (role === "constructor" || isCalledAfterConstruction(owner)) return true;
    const calls = name === undefined || depth > 2 || !isHidden(owner) ? [] : file.calls.named(name).filter((call) => receiverOf(call)?.type === "ThisExpression");
    return calls.length > 0 && calls.every((call) => isInSetUp(file, call, depth + 1));
  }
  return false;
}

function isCalledAfterConstruction({ parent }: FunctionNode): boolean {
  if (parent.type !== "MethodDefinition") return false;
  return decoratorsOf(parent).some(({ expression }) => expression.type === "CallExpression" && /^postConstruct$/i.test(calleeName(expression) ?? ""));
}
