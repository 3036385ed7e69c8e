import type { TSESTree } from "@typescript-eslint/utils";

import type { LostHandle } from "../../candidates/lost-handle.ts";
import { listeningVerbs } from "../../catalogue/words/listening.ts";
import { openingMethods } from "../../catalogue/words/handle-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { optionsOf } from "../../facts/options.ts";
import { memberName, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

/** What lives long is meant to serve many calls, or those who listen on it; what serves one and is left serves nobody any more. */
export const leftAfterUse: Evidence<LostHandle, "yes" | "no"> = {
  id: "unmeant/left-after-use",
  asks: "Is it made for calls, used for those of this function alone and left, with nobody who listens on it?",
  levels: {
    yes: ["it has served its one use, and nobody listens on it or has it for another", "leak"],
    no: ["it may go on serving somebody", "open"],
  },
  ask(file, { resource: { acquisition, pair }, fate, holder }) {
    if (pair.servesCalls !== true || hearsAnswers(file, acquisition)) return { level: "no", basis: "shown" };
    const uses = fate.kind === "discarded" ? usesInChain(acquisition) : typeof holder === "object" ? methodCallsOf(holder.references.map(({ identifier }) => identifier)) : undefined;
    const isServed = uses?.every((call) => !listeningVerbs.test(memberName(call.callee) ?? "") && !hearsAnswers(file, call));
    return shownAt(isServed === true ? uses?.find((call) => !openingMethods.test(memberName(call.callee) ?? "")) : undefined);
  },
};

type MethodCall = TSESTree.CallExpression & { readonly callee: TSESTree.MemberExpression };

/** The calls of a chain: `new Channel(name).postMessage(text)`; undefined where the last may give the thing itself again, or a part of it. */
function usesInChain(acquisition: CallNode): readonly MethodCall[] | undefined {
  const calls: MethodCall[] = [];
  for (let call = methodCallOn(acquisition); call !== undefined; call = methodCallOn(call)) calls.push(call);
  const last = calls.at(-1);
  const { parent } = wrapped(last ?? acquisition);
  const isAwaited = parent?.type === "AwaitExpression";
  const isDropped = (isAwaited ? wrapped(parent).parent : parent)?.type === "ExpressionStatement";
  return isDropped || (isAwaited && last !== undefined && last.arguments.length > 0) ? calls : undefined;
}

/** The calls of methods of a variable; undefined where something else is done with it: a handler is set, a part taken. */
function methodCallsOf(identifiers: readonly TSESTree.Node[]): readonly MethodCall[] | undefined {
  const calls: MethodCall[] = [];
  for (const identifier of identifiers) {
    const { parent } = identifier;
    if (parent?.type === "VariableDeclarator" && parent.id === identifier) continue;
    const call = methodCallOn(identifier);
    if (call === undefined) return undefined;
    calls.push(call);
  }
  return calls;
}

function methodCallOn(value: TSESTree.Node): MethodCall | undefined {
  const outer = wrapped(value);
  const awaited = outer.parent?.type === "AwaitExpression" ? wrapped(outer.parent) : outer;
  const member = awaited.parent;
  if (member?.type !== "MemberExpression" || member.object !== awaited) return undefined;
  const call = wrapped(member).parent;
  return call?.type === "CallExpression" && unwrap(call.callee) === member ? (call as MethodCall) : undefined;
}

/** Whether a call hands over a function, by itself or among its options: who is called back is served later. */
function hearsAnswers(file: FileFacts, call: CallNode): boolean {
  return call.arguments.some((argument) => {
    if (file.functions.functionValueOf(argument) !== undefined) return true;
    return optionsOf(file, argument)?.properties.some((property) => property.type === "Property" && file.functions.functionValueOf(property.value) !== undefined) === true;
  });
}
