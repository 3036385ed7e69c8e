/** Edges on which nothing is held, by what the code asks of the handle there, or does with it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { openingMethods } from "../../catalogue/words/handle-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Edge } from "../../flow/graph.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { calleeName, isWithin, receiverOf, unwrap } from "../../syntax/tree.ts";
import { failsAtUse, tellsUsedUp, type UsedHandle } from "./used-up.ts";

/** The place of the variable that has the handle, and what the steps of its owner do to it. */
export interface HandleOnPath {
  readonly handleKey: string;
  readonly effects: ReadonlyMap<TSESTree.Node, "release" | "escape" | "lose">;
  /** How it tells that it has been used up, where it does. */
  readonly used?: UsedHandle | undefined;
}

/** Answers whether no path goes along an edge with the handle held. */
export function isClosedEdge(file: FileFacts, edge: Edge, handle: HandleOnPath): boolean {
  const { used } = handle;
  if (edge.kind === "exception") return isFailedOpening(file, edge, handle) || (used !== undefined && failsAtUse(file, edge, used));
  if (used !== undefined && tellsUsedUp(file, edge, used)) return true;
  return edge.condition !== undefined && (isOthers(file, edge, handle) || lacksMethod(file, edge, handle) || hasEnded(file, edge, handle) || isOfNoType(file, edge, handle));
}

/** `await handle.connect()` that fails has opened nothing. */
function isFailedOpening(file: FileFacts, edge: Edge, { handleKey }: HandleOnPath): boolean {
  const node = edge.from.steps.at(-1)?.node;
  const call = node?.type === "AwaitExpression" ? unwrap(node.argument) : node;
  if (call?.type !== "CallExpression" || !openingMethods.test(calleeName(call) ?? "")) return false;
  const receiver = receiverOf(call);
  return receiver !== undefined && file.places.placeOf(receiver)?.key === handleKey;
}

/** `if (handle !== this.shared)`: where the two are the same, the handle is somebody else's. */
function isOthers(file: FileFacts, edge: Edge, { handleKey }: HandleOnPath): boolean {
  const test = edge.condition === undefined ? undefined : unwrap(edge.condition);
  if (test?.type !== "BinaryExpression" || !/^[!=]==?$/.test(test.operator)) return false;
  const sides = [test.left, test.right].map((side) => file.places.placeOf(side)?.key);
  const isComparison = sides.includes(handleKey) && sides.every((key) => key !== undefined && key !== "global:undefined");
  return isComparison && (edge.kind === "true") === test.operator.startsWith("=");
}

/** `handle.close?.()`, `"close" in handle`: what the code releases by a method has that method. */
function lacksMethod(file: FileFacts, edge: Edge, { handleKey }: HandleOnPath): boolean {
  const test = edge.kind === "false" && edge.condition !== undefined ? unwrap(edge.condition) : undefined;
  if (test?.type === "BinaryExpression" && test.operator === "in") return file.places.placeOf(test.right)?.key === handleKey;
  const method = edge.test === "presence" && edge.kind === "false" && edge.condition !== undefined ? unwrap(edge.condition) : undefined;
  return method?.type === "MemberExpression" && file.places.placeOf(method.object)?.key === handleKey;
}

/** `if (child.exitCode === null) child.kill()`: where the handle says of itself that there is nothing to release, it has ended. */
function hasEnded(file: FileFacts, { condition, kind }: Edge, { handleKey, effects }: HandleOnPath): boolean {
  if (condition === undefined || (kind !== "true" && kind !== "false") || !isAboutState(file, condition, handleKey)) return false;
  const releases = [...effects].flatMap(([node, effect]) => (effect === "release" ? node : []));
  return leadsAround(condition, kind === "true", (part) => releases.some((release) => isWithin(release, part)));
}

/** Whether the outcome of a test, or of the part of one, is what makes the code go around the releases that it guards. */
function leadsAround(test: TSESTree.Node, holds: boolean, releasesIn: (part: TSESTree.Node) => boolean): boolean {
  const { parent } = test;
  if (parent?.type === "UnaryExpression" && parent.operator === "!") return leadsAround(parent, !holds, releasesIn);
  // A part of a conjunction that fails makes the whole fail, and one of a disjunction that holds makes it hold.
  if (parent?.type === "LogicalExpression" && parent.operator === (holds ? "||" : "&&")) return (parent.left === test && releasesIn(parent.right)) || leadsAround(parent, holds, releasesIn);
  if ((parent?.type !== "IfStatement" && parent?.type !== "ConditionalExpression") || parent.test !== test) return false;
  const [taken, left] = holds ? [parent.consequent, parent.alternate] : [parent.alternate, parent.consequent];
  return left !== null && releasesIn(left) && (taken === null || !releasesIn(taken));
}

/** `handle.connected`, `handle.exitCode === null`: a member of the handle, alone or compared with a literal. */
function isAboutState(file: FileFacts, condition: TSESTree.Node, handleKey: string): boolean {
  const test = unwrap(condition);
  const [asked, other] = test.type === "BinaryExpression" ? [unwrap(test.left), unwrap(test.right)] : [test, undefined];
  if (other !== undefined && other.type !== "Literal" && !(other.type === "Identifier" && other.name === "undefined")) return false;
  return asked.type === "MemberExpression" && file.places.placeOf(asked.object)?.key === handleKey;
}

/**
 * `typeof handle === "number" ? close(handle) : undefined`, `if (typeof handle !== "number") return; close(handle)`: the type
 * under which the code releases the handle is the one that it has, and where there is another, there is none.
 */
function isOfNoType(file: FileFacts, { condition, kind }: Edge, { handleKey, effects }: HandleOnPath): boolean {
  if (condition === undefined || (kind !== "true" && kind !== "false") || typeTested(file, condition, handleKey) !== (kind === "false")) return false;
  const releases = [...effects].flatMap(([node, effect]) => (effect === "release" ? node : []));
  if (leadsAround(condition, kind === "true", (part) => releases.some((release) => isWithin(release, part)))) return true;
  const { parent } = condition;
  return parent?.type === "IfStatement" && parent.test === condition && kind === "true" && leavesFunction(parent.consequent) && releases.some((release) => release.range[0] > parent.range[1]);
}

/** Whether a test that holds says that the handle is of the type it names; undefined where it asks for no type, or for nothing. */
function typeTested(file: FileFacts, condition: TSESTree.Node, handleKey: string): boolean | undefined {
  const test = unwrap(condition);
  if (test.type !== "BinaryExpression" || !/^[!=]==?$/.test(test.operator)) return undefined;
  const sides = [test.left, test.right].map(unwrap);
  const asked = sides.find((side) => side.type === "UnaryExpression" && side.operator === "typeof");
  const named = sides.find((side) => side.type === "Literal");
  if (asked?.type !== "UnaryExpression" || named?.type !== "Literal" || named.value === "undefined") return undefined;
  // What lacks the method of its release is another thing: `typeof worker.end === "function"`.
  const argument = unwrap(asked.argument);
  const subject = argument.type === "MemberExpression" && named.value === "function" ? argument.object : argument;
  return file.places.placeOf(subject)?.key === handleKey ? test.operator.startsWith("=") : undefined;
}
