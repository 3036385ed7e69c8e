import type { TSESTree } from "@typescript-eslint/utils";

import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { standsIn } from "../../facts/reach.ts";
import { callbackOf } from "../../subjects/resource/timer-callback.ts";
import { guardsOf } from "../../syntax/guards.ts";
import { findWithin, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const flagIgnored: Evidence<DroppedTimer, "ignored" | "on-condition" | "heeded" | "none"> = {
  id: "unreleased/flag-ignored",
  asks: "Does the end only write a flag of the loop, and does that flag keep the loop from setting its timer again?",
  levels: {
    ignored: ["the end writes a flag of the loop, and the loop sets its timer again whatever the flag says", "leak"],
    "on-condition": ["the end writes a flag of the loop, and another test decides whether the loop sets its timer again", "open"],
    heeded: ["the loop looks at what the end writes before it sets its timer again", "no leak"],
    none: ["the end writes no flag of the loop", "open"],
  },
  ask(file, { node, host, resource, life }) {
    const { reach } = life();
    const callback = callbackOf(file, resource.acquisition);
    if (callback === undefined || reach.has(host) || (callback !== host && !callsAtOnce(file, callback, host))) return { level: "unknown", basis: "shown" };
    const written = writtenIn(file, reach);
    const at = findWithin(host.body, file.sourceCode.visitorKeys, (inner) => isName(inner) && written.has(file.places.placeOf(inner)?.key ?? ""));
    if (at === undefined) return { level: "none", basis: "shown" };
    const guards = guardsOf(node).filter(({ test }) => !isSetAgain(file, test, written, host));
    const isHeeded = guards.some(({ test }) => mayHeed(file, test, reach, written));
    return { level: isHeeded ? "heeded" : guards.length > 0 ? "on-condition" : "ignored", basis: "shown", at };
  },
};

/** `() => void tick()`: the callback does nothing but to call the loop. */
function callsAtOnce(file: FileFacts, callback: FunctionNode, host: FunctionNode): boolean {
  const calls = file.calls.directlyIn(callback);
  const [call] = calls;
  return call !== undefined && calls.length === 1 && guardsOf(call).length === 0 && call.type === "CallExpression" && file.functions.calledFunction(call) === host;
}

function writtenIn(file: FileFacts, reach: ReadonlySet<FunctionNode>): ReadonlySet<string> {
  return new Set(file.nodes.assignments.filter((assignment) => standsIn(assignment, reach)).flatMap(({ left }) => file.places.writtenPlaceOf(left)?.key ?? []));
}

function isName(node: TSESTree.Node): boolean {
  return node.type === "Identifier" || node.type === "MemberExpression";
}

/** Whether a test may tell the loop that it is over. What a call answers nobody knows. */
function mayHeed(file: FileFacts, test: TSESTree.Node, reach: ReadonlySet<FunctionNode>, written: ReadonlySet<string>): boolean {
  return findWithin(test, file.sourceCode.visitorKeys, (node) => {
    if (node.type === "CallExpression") return true;
    const key = isName(node) ? file.places.placeOf(node)?.key : undefined;
    return key !== undefined && (written.has(key) || isNamedByEnd(file, key, reach));
  }) !== undefined;
}

/** Whether the test is of a flag alone that the loop writes itself before, as a step of its own: `running = true; … if (running)`. */
function isSetAgain(file: FileFacts, test: TSESTree.Node, written: ReadonlySet<string>, { body }: FunctionNode): boolean {
  const key = file.places.placeOf(test)?.key;
  if (key === undefined || !written.has(key) || body.type !== "BlockStatement") return false;
  return body.body.some((statement) => {
    const step = statement.type === "ExpressionStatement" && statement.range[1] <= test.range[0] ? unwrap(statement.expression) : undefined;
    return step?.type === "AssignmentExpression" && file.places.writtenPlaceOf(step.left)?.key === key;
  });
}

/** Whether the end names it at all, or something of it: `controller.abort()` may be what the loop asks for. */
function isNamedByEnd(file: FileFacts, key: string, reach: ReadonlySet<FunctionNode>): boolean {
  return [...reach].some((node) => findWithin(node.body, file.sourceCode.visitorKeys, (inner) => isName(inner) && file.places.placeOf(inner)?.key === key) !== undefined);
}
