import type { TSESTree } from "@typescript-eslint/utils";

import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { endListening, eventOfVerb } from "../../catalogue/words/callbacks.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isHidden } from "../../facts/hidden-member.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { eventsHeardBy } from "../../subjects/listener/heard-events.ts";
import { listeningCallsOf } from "../../subjects/listener/listening-calls.ts";
import { tellsEnd } from "../../subjects/collection/heard-end.ts";
import { calleeName, enclosingFunction, isWithin, memberName, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const endOfAnswerer: Evidence<AnsweredEntry, "replaced" | "one-of-many" | "heard" | "seen-to"> = {
  id: "outlives/end-of-answerer",
  asks: "Does the code hear that what should answer has ended, and go on with another without a look at the entries?",
  levels: {
    replaced: ["what should answer ends and is replaced, and the entries that wait for it stay", "leak"],
    "one-of-many": ["what should answer is one of several that come and go, and the entries that wait for it stay", "leak"],
    heard: ["it is heard that what should answer has ended, and the entries are left alone", "open"],
    "seen-to": ["the end of what should answer sees to the entries", "no leak"],
  },
  ask(file, { end, kept: { operations, collection } }) {
    const answer = listenerAround(file, end.node);
    const target = answer === undefined ? undefined : thingBehind(answer.type === "MemberExpression" ? answer.object : receiverOf(answer));
    if (answer === undefined || target === undefined) return { level: "unknown", basis: "shown" };
    const ends = endsHeardOn(file, target);
    const [first] = ends;
    if (first === undefined) return { level: "unknown", basis: "shown" };
    const reach = reachedFrom(file, ends.map(({ listener }) => listener));
    if (operations.some(({ node, kind }) => standsIn(node, reach) && (kind === "empty" || kind === "iterate" || (kind === "remove" && node !== end.node)))) return { level: "seen-to", basis: "shown", at: first.call };
    const maker = enclosingFunction(answer);
    const isReplaced = maker !== undefined && ends.some(({ listener }) => reachedFrom(file, [listener]).has(maker));
    const isOne = maker !== undefined && !isWithin(collection.creation.site, maker) && isGivenToEach(file, target, maker);
    return { level: isReplaced ? "replaced" : isOne ? "one-of-many" : "heard", basis: "shown", at: first.call };
  },
};

/** `port` of `port.onMessage`, which listeners are put on. */
function thingBehind(target: TSESTree.Node | undefined): TSESTree.Node | undefined {
  const node = target === undefined ? undefined : unwrap(target);
  return node?.type === "MemberExpression" && eventOfVerb.test(memberName(node) ?? "") ? node.object : node;
}

/** Whether a function that may run again, and is not a part of the making of its object, is given the thing each time. */
function isGivenToEach(file: FileFacts, target: TSESTree.Node, maker: FunctionNode): boolean {
  const variable = target.type === "Identifier" ? file.variables.variableOf(target) : undefined;
  const { role } = file.functions.factOf(maker);
  return variable?.defs[0]?.type === "Parameter" && variable.defs[0].node === maker && role !== "constructor" && role !== "immediate" && !isHidden(maker);
}

/** What puts the function around a node on an event, or a function that calls it: a call, or the member `socket.onmessage` that it is assigned to. */
function listenerAround(file: FileFacts, node: TSESTree.Node): CallNode | TSESTree.MemberExpression | undefined {
  const host = enclosingFunction(node);
  if (host === undefined) return undefined;
  const callers = file.nodes.calls.filter((call) => file.functions.calledFunction(call) === host).map(enclosingFunction);
  for (const one of [host, ...callers]) {
    const at = one === undefined ? undefined : eventsHeardBy(file, one)[0]?.at;
    if (at?.type === "CallExpression" || at?.type === "MemberExpression") return at;
  }
  return undefined;
}

interface HeardEnd {
  readonly call: TSESTree.Node;
  readonly listener: FunctionNode;
}

function endsHeardOn(file: FileFacts, target: TSESTree.Node): readonly HeardEnd[] {
  const text = file.sourceCode.getText(target);
  const assigned = file.nodes.assignments.flatMap(({ left, right }): HeardEnd[] => {
    const name = left.type === "MemberExpression" ? /^on([a-z]+)$/.exec(memberName(left) ?? "")?.[1] : undefined;
    const listener = left.type === "MemberExpression" && endingEvents.has(name ?? "") && file.sourceCode.getText(left.object) === text ? file.functions.functionValueOf(right) : undefined;
    return listener === undefined ? [] : [{ call: left, listener }];
  });
  const called = listeningCallsOf(file).added.flatMap(({ call, event, listener, target: other }): HeardEnd[] => {
    const name = event === undefined ? undefined : unwrap(event);
    const node = listener === undefined ? undefined : file.functions.functionValueOf(listener);
    const isEnd = name?.type === "Literal" && typeof name.value === "string" && endingEvents.has(name.value);
    return isEnd && node !== undefined && other !== undefined && file.sourceCode.getText(other) === text ? [{ call, listener: node }] : [];
  });
  const told = file.calls.whose((name) => endListening.has(name) || eventOfVerb.test(name)).flatMap((call): HeardEnd[] => {
    const slot = eventOfVerb.test(calleeName(call) ?? "") ? call.callee : receiverOf(call);
    const node = slot === undefined ? undefined : unwrap(slot);
    const listener = call.arguments[0] === undefined ? undefined : file.functions.functionValueOf(call.arguments[0]);
    const isEnd = node?.type === "MemberExpression" && tellsEnd(memberName(node) ?? "") && file.sourceCode.getText(node.object) === text;
    return isEnd && listener !== undefined ? [{ call, listener }] : [];
  });
  return [...called, ...assigned, ...told];
}
