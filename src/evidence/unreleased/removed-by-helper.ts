import type { TSESTree } from "@typescript-eslint/utils";

import { eventRemovers } from "../../catalogue/words/event-calls.ts";
import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { listenerCallOf } from "../../subjects/listener/listener-calls.ts";
import { mentionsOf } from "../../subjects/listener/listener-uses.ts";
import { importedFunction } from "../../subjects/program/imported-function.ts";
import { calleeName, isFunction, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** `removeSafely(window, "message", this.handler)`: the verb stands in the helper, which another file has. */
export const removedByHelper: Evidence<StayingListener, "yes"> = {
  id: "unreleased/removed-by-helper",
  asks: "Is the listener given to a function of another file that takes what it is given off a target?",
  levels: { yes: ["a function of another file is given the listener, and takes it off", "no leak"] },
  ask(file, { resource: { acquisition } }) {
    const listener = listenerCallOf(file, acquisition)?.listener;
    const remover = listener === undefined ? undefined : findRemover(file, acquisition, listener);
    return remover === undefined ? { level: "unknown", basis: "project" } : { level: "yes", basis: "project", where: file.project.placeOf(remover) };
  },
};

function findRemover(file: FileFacts, acquisition: CallNode, listener: TSESTree.Node): Located | undefined {
  if (isFunction(listener)) return undefined;
  for (const mention of mentionsOf(file, listener)) {
    const value = wrapped(mention);
    const call = value.parent;
    if (call?.type !== "CallExpression" || call === acquisition || call.callee === value) continue;
    const index = call.arguments.indexOf(value as TSESTree.CallExpressionArgument);
    const helper = listenerCallOf(file, call) === undefined ? importedFunction(file, call) : undefined;
    const removal = helper === undefined ? undefined : removalOfParameter(helper.file, helper.node, index);
    if (helper !== undefined && removal !== undefined) return { file: helper.file, node: removal };
  }
  return undefined;
}

/** The call of a function that takes off the listener which it gets as its n-th parameter. */
function removalOfParameter(file: FileFacts, helper: FunctionNode, index: number): CallNode | undefined {
  const parameter = helper.params[index];
  const variable = parameter?.type === "Identifier" ? file.variables.variableOf(parameter) : undefined;
  const calls = (variable?.references ?? []).flatMap(({ identifier: { parent } }) => (parent.type === "CallExpression" ? [parent as CallNode] : []));
  return calls.find((call) => eventRemovers.has(calleeName(call) ?? ""));
}
