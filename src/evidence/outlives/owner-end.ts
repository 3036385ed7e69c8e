import { argumentsOfEnds } from "../../catalogue/words/owner-ends.ts";
import { lastEvents } from "../../catalogue/words/listening.ts";
import { applicationNames } from "../../catalogue/data/subscriptions.ts";
import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { isHidden } from "../../facts/hidden-member.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { isComponentOptions } from "../../subjects/owner/component-options.ts";
import { isSingleton, scopeOf } from "../../subjects/subscription/subscription-scope.ts";
import { enclosingFunction, isWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const ownerEnd: Evidence<StayingListener, "final" | "of-one-part" | "of-something-else" | "by-its-own-event" | "none"> = {
  id: "outlives/owner-end",
  asks: "What does the teardown of the owner end?",
  levels: {
    "final": ["its owner ends, and it stays", "leak"],
    "of-one-part": ["the teardown is told which one of several things to end", "open"],
    "of-something-else": ["what looks like the teardown ends something else", "open"],
    "by-its-own-event": ["only this very listener calls the teardown, when the program ends", "no leak"],
    "none": ["nothing ends its owner", "open"],
  },
  ask(file, { resource, owner: { teardown } }) {
    if (teardown === undefined) return { level: "none", basis: "shown" };
    if (isOnlyEnd(file, resource, teardown)) return { level: "by-its-own-event", basis: "shown", at: teardown.node };
    if (isToldWhat(teardown) && !mayBeLeftOut(teardown)) return { level: "of-one-part", basis: "named", at: teardown.node };
    const isFinal = isSureEnd(file, resource, teardown);
    return { level: isFinal ? "final" : "of-something-else", basis: isFinal ? "shown" : "named", at: teardown.node };
  },
};

/** `process.once("exit", () => this.dispose())`, where nobody else can call `dispose`: the owner lives as long as the process. */
function isOnlyEnd(file: FileFacts, { acquisition }: Resource, { node, name }: FunctionFact): boolean {
  const [event] = acquisition.arguments;
  if (name === undefined || event?.type !== "Literal" || !lastEvents.has(String(event.value)) || !isHidden(node)) return false;
  const calls = file.calls.named(name).filter((call) => file.functions.calledFunction(call) === node);
  return calls.length > 0 && calls.every((call) => isWithin(call, acquisition));
}

/** `unsubscribe(command)` ends one child, and its owner lives on. */
function isToldWhat({ node: { params: [first] } }: FunctionFact): boolean {
  return first !== undefined && !(first.type === "Identifier" && argumentsOfEnds.test(first.name)) && first.type !== "AssignmentPattern" && first.type !== "ObjectPattern";
}

/** What nobody need say may be how to end as well as what. */
function mayBeLeftOut({ node: { params: [first] } }: FunctionFact): boolean {
  return first?.type === "RestElement" || (first?.type === "Identifier" && first.optional);
}

/** A teardown that may be told what to end is none for sure; a table of functions and a class that exists once have no end of their own. */
function isSureEnd(file: FileFacts, { acquisition }: Resource, teardown: FunctionFact): boolean {
  const scope = scopeOf(file, acquisition);
  const { owner } = teardown;
  return !isToldWhat(teardown) && !(scope !== undefined && isSingleton(scope, applicationNames)) && !(owner?.type === "ObjectExpression" && enclosingFunction(owner) === undefined && !isComponentOptions(file, owner));
}
