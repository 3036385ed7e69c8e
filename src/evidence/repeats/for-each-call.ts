import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf } from "../../facts/variables.ts";
import { handsListenerOn } from "../../subjects/listener/handed-listener.ts";
import { callAround } from "../../subjects/listener/lasting-target.ts";
import { runsAny, settlesPromise } from "../../subjects/listener/settling-listener.ts";
import { findWithin, isFunction, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Evidence } from "../evidence.ts";

export const forEachCall: Evidence<StayingListener, "settles" | "answers" | "keeps" | "hands-on"> = {
  id: "repeats/for-each-call",
  asks: "What of the one call that puts it on does the listener serve?",
  levels: {
    settles: ["it settles the promise of the call that puts it on", "leak"],
    answers: ["it calls a function that the call was given", "leak"],
    keeps: ["it keeps what the call was given", "leak"],
    "hands-on": ["the function does nothing but put its caller's function there", "open"],
  },
  ask(file, { resource }) {
    const { acquisition } = resource;
    if (settlesPromise(file, resource)) return { level: "settles", basis: "shown" };
    const host = callAround(file, acquisition);
    if (host === undefined) return { level: "unknown", basis: "shown" };
    // Who gives the listener itself can take it off as well.
    if (acquisition.arguments.some((argument) => isGivenTo(file, unwrap(argument), host) && argument !== acquisition.arguments[0])) return { level: "unknown", basis: "shown" };
    if (handsListenerOn(file, host)) return { level: "hands-on", basis: "shown", at: host };
    if (runsAny(file, acquisition, (callee) => isGivenTo(file, callee, host))) return { level: "answers", basis: "shown", at: host };
    return { level: keepsOf(file, acquisition, host) ? "keeps" : "unknown", basis: "shown", at: host };
  },
};

/** Whether an expression is a parameter of the host. */
function isGivenTo(file: FileFacts, node: TSESTree.Node, host: FunctionNode): boolean {
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  return variable?.defs[0]?.type === "Parameter" && functionOf(variable) === host;
}

/** Whether a listener that is written there reads a parameter of the host. */
function keepsOf(file: FileFacts, acquisition: CallNode, host: FunctionNode): boolean {
  return acquisition.arguments.some((argument) => {
    const listener = file.functions.functionValueOf(argument);
    return isFunction(listener) && findWithin(listener.body, file.visitorKeys, (node) => isGivenTo(file, node, host)) !== undefined;
  });
}
