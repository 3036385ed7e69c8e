import type { TSESTree } from "@typescript-eslint/utils";

import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { cancellationEvents, cancellingVerbs } from "../../catalogue/words/listening.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, isFunction, receiverOf, type CallNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const cancellation: Evidence<DroppedSubscription, "foreign" | "ended"> = {
  id: "outlives/cancellation",
  asks: "Does it wait for the cancellation of a token, and who ends that?",
  levels: {
    foreign: ["it waits for a token that outlives the call and may never be cancelled", "leak"],
    ended: ["the token ends with the call that it is made for", "no leak"],
  },
  ask(file, { found: { call } }) {
    if (!cancellationEvents.test(calleeName(call) ?? "")) return { level: "unknown", basis: "named" };
    return { level: isGivenByCaller(file, call) ? "ended" : "foreign", basis: "named" };
  },
};

/** Whether the token is the parameter of a callback: whoever calls it makes and ends the token. */
function isGivenByCaller(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  if (receiver?.type === "MemberExpression" && isCancelledHere(file, receiver.object)) return true;
  const owner = receiver?.type === "Identifier" ? file.variables.variableOf(receiver)?.defs[0]?.node : undefined;
  return isFunction(owner) && owner.type !== "FunctionDeclaration" && file.functions.factOf(owner).name === undefined;
}

/** `source.token`, where the file cancels or disposes of `source`: the token ends with the work it is for. */
function isCancelledHere(file: FileFacts, source: TSESTree.Node): boolean {
  const key = file.places.placeOf(source)?.key;
  const isOfSource = (call: CallNode): boolean => {
    const receiver = receiverOf(call);
    return receiver !== undefined && file.places.placeOf(receiver)?.key === key;
  };
  return key !== undefined && cancellingVerbs.some((name) => file.calls.named(name).some(isOfSource));
}
