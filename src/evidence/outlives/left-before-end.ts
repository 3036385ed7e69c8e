import type { TSESTree } from "@typescript-eslint/utils";

import type { LostHandle } from "../../candidates/lost-handle.ts";
import { methodsRunningAtOnce } from "../../catalogue/words/handle-calls.ts";
import { shapeOfType } from "../../facts/declared-types.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isParameter, type Variable } from "../../facts/variables.ts";
import { failuresOf } from "../../subjects/way/failures.ts";
import type { HeldPath } from "../../subjects/way/held-path.ts";
import { annotationOf } from "../../syntax/annotations.ts";
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
  const areSeen = holder.references.every((reference) => {
    const { identifier } = reference;
    if (reference.isWriteOnly()) return true;
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
  const isShown = failures.every(({ action, node }) => action === "throw" || isCallOfCallersOwn(file, node) || isAwaitOfCallersOwn(file, node));
  return isShown ? "by-failure" : undefined;
}

/** `await visit(item)`. */
function isAwaitOfCallersOwn(file: FileFacts, node: LostHandle["node"]): boolean {
  const call = node.type === "AwaitExpression" ? unwrap(node.argument) : undefined;
  return call !== undefined && isCallOfCallersOwn(file, call);
}

/** `visit(item)`, `visitor.item(item)` of an object whose type says that the caller writes its methods, `items.forEach((item) => visit(item))`. */
function isCallOfCallersOwn(file: FileFacts, call: TSESTree.Node): boolean {
  if (call.type !== "CallExpression") return false;
  const callee = unwrap(call.callee);
  if (isParameter(file.variables, callee)) return true;
  if (callee.type !== "MemberExpression") return false;
  const [callback] = methodsRunningAtOnce.has(memberName(callee) ?? "") ? call.arguments : [];
  const run = callback === undefined ? undefined : file.functions.functionValueOf(callback);
  if (run !== undefined) return file.calls.directlyIn(run).some((inner) => inner.type === "CallExpression" && isParameterOfOther(file, unwrap(inner.callee), run));
  return callback !== undefined && isParameter(file.variables, unwrap(callback)) ? true : isMethodOfCallers(file, callee);
}

/** Whether it is a parameter of a function around the one. */
function isParameterOfOther(file: FileFacts, node: TSESTree.Node, run: TSESTree.Node): boolean {
  const variable = node.type === "Identifier" && isParameter(file.variables, node) ? file.variables.variableOf(node) : undefined;
  return variable?.defs[0]?.node !== run && variable !== undefined;
}

/** A method of a parameter whose declared type the file has: an object of functions that the caller writes. */
function isMethodOfCallers(file: FileFacts, { object, property }: TSESTree.MemberExpression): boolean {
  const receiver = unwrap(object);
  const [identifier] = (isParameter(file.variables, receiver) ? file.variables.variableOf(receiver) : undefined)?.identifiers ?? [];
  const type = identifier === undefined ? undefined : annotationOf(identifier);
  return property.type === "Identifier" && type !== undefined && shapeOfType(file, type)?.methods.has(property.name) === true;
}
