import type { TSESTree } from "@typescript-eslint/utils";

import type { OfResource } from "../../candidates/of-resource.ts";
import { iteratingCalls } from "../../catalogue/words/starts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { callsOf } from "../../subjects/key/parameter-names.ts";
import { recurringCallOf } from "../../subjects/listener/recurring-run.ts";
import { calleeName, enclosingFunction, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { openComponent } from "../../syntax/component.ts";
import type { Evidence } from "../evidence.ts";

const MAXIMUM_DEPTH = 4;

interface Again {
  readonly level: "loop" | "client" | "event" | "callers" | "component";
  readonly at: TSESTree.Node;
}

export const runsAgain: Evidence<OfResource, Again["level"]> = {
  id: "repeats/runs-again",
  asks: "Does the file show that the function runs again?",
  levels: {
    loop: ["a loop runs the code again", "leak"],
    client: ["each client, connection or request runs the code", "leak"],
    event: ["an event that comes again and again runs the code", "leak"],
    component: ["the framework runs the script of the component for each of them, or for each request", "leak"],
    callers: ["the file calls the function with one thing and with another", "leak"],
  },
  ask(file, { node }) {
    const shown = againOf(file, node);
    return { level: shown?.level ?? "unknown", basis: shown?.level === "event" || shown?.level === "client" ? "named" : "shown", at: shown?.at };
  },
};

function againOf(file: FileFacts, node: TSESTree.Node, depth = 0): Again | undefined {
  if (isInLoop(node)) return { level: "loop", at: node };
  const host = enclosingFunction(node);
  if (host === undefined || depth > MAXIMUM_DEPTH) return undefined;
  if (openComponent(file.sourceCode.ast)?.setup === host) return { level: "component", at: node };
  const event = recurringCallOf(file, host);
  if (event !== undefined) return { level: event.isForClient ? "client" : "event", at: event.at };
  const calls = callsOf(file, host);
  const [first] = calls;
  const other = first === undefined ? undefined : calls.find((call) => givesOther(file, first, call));
  if (other !== undefined) return { level: "callers", at: other };
  const callback = callbackCallOf(file, host);
  if (callback !== undefined && iteratingCalls.test(calleeName(callback) ?? "")) return { level: "loop", at: callback };
  const next = calls.length === 1 ? first : callback;
  return next === undefined ? undefined : againOf(file, next, depth + 1);
}

/** The call that the function is given to where it is written. */
function callbackCallOf(file: FileFacts, host: FunctionNode): CallNode | undefined {
  const { role } = file.functions.factOf(host);
  return role === "callback" && host.parent.type === "CallExpression" ? host.parent : undefined;
}

/** Whether two calls are given something, and not the same. */
function givesOther({ sourceCode }: FileFacts, one: CallNode, other: CallNode): boolean {
  const textOf = (call: CallNode): string => call.arguments.map((argument) => sourceCode.getText(argument)).join();
  return one.arguments.length > 0 && other.arguments.length > 0 && textOf(one) !== textOf(other);
}
