import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { callAround, isForManyCalls, isSameEachCall } from "../../subjects/listener/lasting-target.ts";
import { targetOfListener } from "../../subjects/listener/listener-calls.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { guardsOf } from "../../syntax/guards.ts";
import { calleeName, findWithin, isWithin, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Evidence } from "../evidence.ts";

export const targetKept: Evidence<StayingListener, "yes" | "until-its-end" | "until-ready" | "no"> = {
  id: "outlives/target-kept",
  asks: "Is the target the same for each call of the function that puts the listener on?",
  levels: {
    "yes": ["each call puts one more on the same target", "leak"],
    "until-its-end": ["the call waits for the end of the target, or ends it", "no leak"],
    "until-ready": ["it waits only where the target is not ready yet, and else its work is done at once", "no leak"],
    "no": ["it is not put on the same target call after call", "open"],
  },
  ask(file, { target, resource: { acquisition } }) {
    const host = target === undefined ? undefined : callAround(file, acquisition);
    if (target === undefined || host === undefined || !isSameEachCall(file, target, host) || !isForManyCalls(file, host)) return { level: "no", basis: "shown" };
    if (waitsUntilReady(file, acquisition, target)) return { level: "until-ready", basis: "shown", at: host };
    return { level: waitsForEnd(acquisition) || endsTargetOf(file, acquisition, host) ? "until-its-end" : "yes", basis: "shown", at: host };
  },
};

/** `view.isReady ? show() : view.on("ready", show)`: the target is asked whether the event has come, and then nobody waits for it. */
function waitsUntilReady(file: FileFacts, acquisition: CallNode, target: TSESTree.Node): boolean {
  const key = file.places.placeOf(target)?.key;
  const waiting = acquisition.arguments.map((argument) => file.functions.functionValueOf(argument)).find((listener) => listener !== undefined);
  if (key === undefined || waiting === undefined) return false;
  return guardsOf(acquisition).some(({ test }) => {
    const { parent: choice } = test;
    if ((choice?.type !== "IfStatement" && choice?.type !== "ConditionalExpression") || !asksOf(file, test, key)) return false;
    const otherwise = isWithin(acquisition, choice.consequent) ? choice.alternate : choice.consequent;
    return otherwise !== null && file.nodes.calls.some((call) => isWithin(call, otherwise) && file.functions.calledFunction(call) === waiting);
  });
}

function asksOf(file: FileFacts, test: TSESTree.Node, key: string): boolean {
  return findWithin(test, file.visitorKeys, (node) => node.type === "MemberExpression" && file.places.placeOf(node.object)?.key === key) !== undefined;
}

function waitsForEnd({ arguments: [event] }: CallNode): boolean {
  const name = event === undefined ? undefined : unwrap(event);
  return name?.type === "Literal" && endingEvents.has(String(name.value));
}

/** `close() { return new Promise((resolve) => { this.server.on("error", …); this.server.close(resolve); }); }`. */
function endsTargetOf(file: FileFacts, acquisition: CallNode, host: FunctionNode): boolean {
  const target = targetOfListener(file, acquisition);
  const key = target === undefined ? undefined : file.places.placeOf(target)?.key;
  return file.nodes.calls.some((call) => {
    if (call.range[0] < host.range[0] || call.range[1] > host.range[1] || teardownRankOf(file, calleeName(call)) !== "final") return false;
    const held = receiverOf(call);
    const heldKey = held === undefined ? undefined : file.places.placeOf(held)?.key;
    return heldKey !== undefined && key !== undefined && (key === heldKey || key.startsWith(`${heldKey}.`));
  });
}
