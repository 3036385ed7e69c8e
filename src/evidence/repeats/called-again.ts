import type { TSESTree } from "@typescript-eslint/utils";

import type { Refilled } from "../../candidates/kept-field.ts";
import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { beginningEvents, connectionEvents, eventsOfProcess, reconnectingOptions, reconnectingPackages, repeatedActs } from "../../catalogue/words/listening.ts";
import { iteratingCalls } from "../../catalogue/words/starts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { optionsOf } from "../../facts/options.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { lookBefore } from "../../subjects/handle/field-looks.ts";
import type { FieldUse } from "../../subjects/handle/field-uses.ts";
import { eventsHeardBy } from "../../subjects/listener/heard-events.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { calleeName, enclosingFunction, memberName, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const calledAgain: Evidence<Refilled, "teardown" | "loop" | "callers" | "event" | "act"> = {
  id: "repeats/called-again",
  asks: "Does the file show that the method runs again?",
  levels: {
    teardown: ["it is acquired by a teardown, which callers repeat", "leak"],
    loop: ["the method is called in a loop", "leak"],
    callers: ["the method is called from several places", "leak"],
    event: ["an event that comes again and again calls it", "leak"],
    act: ["an act that anybody may repeat calls it", "leak"],
  },
  ask(file, { method, uses }) {
    if (teardownRankOf(file, file.functions.factOf(method).name) === "final") return { level: "teardown", basis: "named", at: method };
    const event = eventsHeardBy(file, method).find(({ name, isOnce, at }) => !isOnce && name !== undefined && (!beginningEvents.test(name) || (isToldAgain(file, name, at) && !isEndedByEvent(file, uses()))) && !endingEvents.has(name) && !eventsOfProcess.test(name));
    if (event !== undefined) return { level: repeatedActs.test(event.name ?? "") ? "act" : "event", basis: "named", at: event.at };
    const calls = callsOfMethod(file, method);
    const free = calls.filter((call) => !isPrepared(file, uses(), call));
    const inLoop = free.find((call) => runsInLoop(file, uses(), call));
    if (inLoop !== undefined) return { level: "loop", basis: "shown", at: inLoop };
    return { level: calls.length > 1 && free.length === calls.length ? "callers" : "unknown", basis: "shown", at: calls[1] };
  },
};

/** `client.on("connect", …)` of a client that connects again by itself. */
function isToldAgain(file: FileFacts, name: string, at: TSESTree.Node): boolean {
  const client = at.type === "CallExpression" ? receiverOf(at) : undefined;
  const place = client === undefined ? undefined : file.places.placeOf(client);
  const made = place === undefined || !connectionEvents.test(name) ? [] : file.stores.storesTo(place).map(({ value }) => (value === undefined ? undefined : unwrap(value)));
  return made.length > 0 && made.every((value) => (value?.type === "CallExpression" || value?.type === "NewExpression") && reconnectingPackages.has(file.imports.importedValueOf(value.callee)?.module ?? "") && !isToldNotToReconnect(file, value));
}

/** `{ reconnectPeriod: 0 }`, `{ reconnection: false }`. */
function isToldNotToReconnect(file: FileFacts, { arguments: given }: CallNode): boolean {
  return given.some((argument) => optionsOf(file, argument)?.properties.some((property) => property.type === "Property" && reconnectingOptions.test(memberName(property) ?? "") && property.value.type === "Literal" && !property.value.value) === true);
}

/** What is told of the end of each connection releases what its beginning has set up. */
function isEndedByEvent(file: FileFacts, uses: readonly FieldUse[]): boolean {
  return uses.some(({ kind, node }) => {
    const host = kind === "release" ? enclosingFunction(node) : undefined;
    return host !== undefined && eventsHeardBy(file, host).length > 0;
  });
}

function callsOfMethod(file: FileFacts, method: FunctionNode): readonly CallNode[] {
  return file.nodes.calls.filter((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === method && calleeName(call) !== "bind");
}

/** Whether a loop stands around the call, or around the only call of the method that it stands in. */
function runsInLoop(file: FileFacts, uses: readonly FieldUse[], call: TSESTree.Node, depth = 0): boolean {
  if (isInLoop(call) || isInIteration(call)) return true;
  const caller = enclosingFunction(call);
  if (caller === undefined || depth > 2) return false;
  return callsOfMethod(file, caller).some((one) => !isPrepared(file, uses, one) && runsInLoop(file, uses, one, depth + 1));
}

/** Whether the caller releases or tests the field first, or leaves early, or runs only once. */
function isPrepared(file: FileFacts, uses: readonly FieldUse[], call: TSESTree.Node): boolean {
  const caller = enclosingFunction(call);
  if (caller === undefined || lookBefore(file, uses, caller, call) !== undefined) return true;
  return caller.body.type === "BlockStatement" && caller.body.body.some((statement) => statement.type === "IfStatement" && statement.range[1] <= call.range[0] && leavesFunction(statement.consequent));
}

/** `channels.forEach((channel) => this.render(channel))`. */
function isInIteration(call: TSESTree.Node): boolean {
  const iteration = enclosingFunction(call)?.parent;
  return iteration?.type === "CallExpression" && iteratingCalls.test(calleeName(iteration) ?? "");
}
