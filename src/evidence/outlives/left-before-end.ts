import type { LostHandle } from "../../candidates/lost-handle.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isParameter, type Variable } from "../../facts/variables.ts";
import { failuresOf } from "../../subjects/way/failures.ts";
import type { HeldPath } from "../../subjects/way/held-path.ts";
import { calleeName, enclosingFunction, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

type Level = "by-choice" | "by-consumer" | "by-failure" | "no";

export const leftBeforeEnd: Evidence<LostHandle, Level> = {
  id: "outlives/left-before-end",
  asks: "Is it left before it has been used up?",
  levels: {
    "by-choice": ["the function itself leaves before it has been used up", "leak"],
    "by-consumer": ["whoever takes what it yields may stop before it has been used up", "leak"],
    "by-failure": ["the caller's function, or a `throw`, makes the function leave before it has been used up", "leak"],
    "no": ["it is used until nothing is left, and then ends by itself", "no leak"],
  },
  ask(file, { resource: { acquisition, pair }, fate, holder, trace }) {
    if (pair.usedUp === undefined) return { level: "unknown", basis: "proved" };
    if (fate.kind === "discarded") return { level: isUsedOnce(fate.at, pair.usedUp.method) ? "by-choice" : "unknown", basis: "shown", at: fate.at };
    const isFollowed = typeof holder === "object" && trace?.heldPaths !== undefined && isReadInPlace(holder, acquisition, pair.usedUp.method);
    if (!isFollowed) return { level: "unknown", basis: "shown" };
    const ways = trace.heldPaths.flatMap((way) => levelOfWay(file, way) ?? []);
    const level = (["by-choice", "by-consumer", "by-failure"] as const).find((one) => ways.includes(one));
    const at = level === undefined ? undefined : trace.heldPaths.find((way) => levelOfWay(file, way) === level)?.step?.node;
    return { level: level ?? "no", basis: "shown", at };
  },
};

/** `await stream.getReader().read()`. */
function isUsedOnce(dropped: LostHandle["node"], method: string): boolean {
  return dropped.type === "MemberExpression" && memberName(dropped) === method;
}

/** Whether each use is a call where it stands, and each reading is awaited: then its answers are seen. */
function isReadInPlace(holder: Variable, acquisition: LostHandle["node"], method: string): boolean {
  const owner = enclosingFunction(acquisition);
  let isRead = false;
  const areSeen = holder.references.every(({ identifier, init }) => {
    if (init === true) return true;
    const member = wrapped(identifier).parent;
    const call = member?.type === "MemberExpression" ? wrapped(member).parent : undefined;
    if (call?.type !== "CallExpression" || unwrap(call.callee) !== member) return false;
    if (calleeName(call) !== method) return enclosingFunction(identifier) === owner;
    isRead = true;
    return enclosingFunction(identifier) === owner && wrapped(call).parent?.type === "AwaitExpression";
  });
  return areSeen && isRead;
}

/** How a way leaves, where the code shows that it does: of a failing call that nobody wrote down nothing is told. */
function levelOfWay(file: FileFacts, way: HeldPath): Exclude<Level, "no"> | undefined {
  const failures = failuresOf(way);
  if (failures.length === 0) return way.edges.some(({ kind, from }) => kind === "return" && from.steps.at(-1)?.node.type === "YieldExpression") ? "by-consumer" : "by-choice";
  const isShown = failures.every(({ action, node }) => action === "throw" || (node.type === "CallExpression" && isParameter(file.variables, unwrap(node.callee))) || isAwaitOfCallersOwn(file, node));
  return isShown ? "by-failure" : undefined;
}

/** `await visit(item)`. */
function isAwaitOfCallersOwn(file: FileFacts, node: LostHandle["node"]): boolean {
  const call = node.type === "AwaitExpression" ? unwrap(node.argument) : undefined;
  return call?.type === "CallExpression" && isParameter(file.variables, unwrap(call.callee));
}
