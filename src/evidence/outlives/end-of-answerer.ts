import type { TSESTree } from "@typescript-eslint/utils";

import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { eventsHeardBy } from "../../subjects/listener/heard-events.ts";
import { listeningCallsOf } from "../../subjects/listener/listening-calls.ts";
import { enclosingFunction, memberName, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const endOfAnswerer: Evidence<AnsweredEntry, "replaced" | "heard" | "seen-to"> = {
  id: "outlives/end-of-answerer",
  asks: "Does the code hear that what should answer has ended, and go on with another without a look at the entries?",
  levels: {
    replaced: ["what should answer ends and is replaced, and the entries that wait for it stay", "leak"],
    heard: ["it is heard that what should answer has ended, and the entries are left alone", "open"],
    "seen-to": ["the end of what should answer sees to the entries", "no leak"],
  },
  ask(file, { end, kept: { operations } }) {
    const answer = listenerAround(file, end.node);
    const target = answer === undefined ? undefined : answer.type === "MemberExpression" ? answer.object : receiverOf(answer);
    if (answer === undefined || target === undefined) return { level: "unknown", basis: "shown" };
    const ends = endsHeardOn(file, target);
    const [first] = ends;
    if (first === undefined) return { level: "unknown", basis: "shown" };
    const reach = reachedFrom(file, ends.map(({ listener }) => listener));
    if (operations.some(({ node, kind }) => standsIn(node, reach) && (kind === "empty" || kind === "iterate" || (kind === "remove" && node !== end.node)))) return { level: "seen-to", basis: "shown", at: first.call };
    const maker = enclosingFunction(answer);
    const isReplaced = maker !== undefined && ends.some(({ listener }) => reachedFrom(file, [listener]).has(maker));
    return { level: isReplaced ? "replaced" : "heard", basis: "shown", at: first.call };
  },
};

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
  return [...called, ...assigned];
}
