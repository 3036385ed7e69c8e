/**
 * Resources the catalogue does not know, told by the code itself: a variable is given the result of a creating call and
 * the same function releases it by name. Whoever wrote `runner.release()` there owns `runner` there.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Handle, Pair } from "../../catalogue/entry.ts";
import { memoryOnlyClasses, memoryOnlyMakers } from "../../catalogue/data/memory-only.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import { chainingMethods, creatingVerbs, disposableLists, endsOfOneUse, otherEndsOfOneUse } from "../../catalogue/words/disposables.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { takingBack } from "../../catalogue/words/releases.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { sideBySideOf } from "./side-by-side.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { calleeName, enclosingFunction, isFunction, memberName, receiverOf, unwrap, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

/** Each of them is compared with all others. */
const MOST_ALIKE = 30;

/** Whether the file calls any of the verbs that can prove a pair: most files do not, and then no call need be asked. */
export function hasEvidence(file: FileFacts): boolean {
  return [...endsOfOneUse].some((name) => file.calls.named(name).length > 0);
}

/** The pair that the code itself proves, or that its other places make likely; undefined where nothing does. */
export function evidencePairOf(file: FileFacts, call: CallNode): { readonly pair: Pair; readonly confidence: Confidence } | undefined {
  const name = calleeName(call);
  const taken = name === undefined ? undefined : takenPairOf(file, call, name);
  if (taken !== undefined) return { pair: taken, confidence: "certain" };
  if (name === undefined || (call.type !== "NewExpression" && !creatingVerbs.test(name))) return undefined;
  if (holdsNothing(call, name)) return undefined;
  const value = wrapped(call);
  const isAwaited = value.parent?.type === "AwaitExpression" || sideBySideOf(value) !== undefined;
  const settled = value.parent?.type === "AwaitExpression" ? wrapped(value.parent) : value;
  const member = settled.parent?.type === "MemberExpression" && settled.parent.object === settled ? memberName(settled.parent) : undefined;
  // What a promise gives goes to the callbacks of its chain.
  const isDroppedAtOnce = member !== undefined && call.type === "CallExpression" && !chainingMethods.test(member);
  const isProven = isDroppedAtOnce ? isReleasedElsewhere(file, call) : isReleasedHere(file, call);
  const verb = isProven || isDroppedAtOnce ? undefined : verbOfOthers(file, call);
  if (!isProven && verb === undefined) return undefined;
  const handle: Handle = isAwaited ? { from: "awaited" } : { from: "result" };
  const pair: Pair = {
    id: "language/released-by-name",
    noun: `what \`${name}\` gives`,
    acquire: { form: call.type === "NewExpression" ? "new" : "call", callee: memberOf(anything, name) },
    handle,
    releases: [...new Set([...(verb === undefined ? [] : [verb]), ...endsOfOneUse, ...otherEndsOfOneUse])].map((method) => ({ by: "method", name: method })),
    heldBy: "process",
  };
  return { pair, confidence: verb === undefined ? "certain" : "likely" };
}

/** `lock.lock()` beside `lock.unlock()`: what is held is held from that call on, and not from when the lock was made. */
function takenPairOf(file: FileFacts, call: CallNode, name: string): Pair | undefined {
  const names = call.type === "CallExpression" ? takingBack(name).filter((back) => back !== "close" && endsOfOneUse.has(back)) : [];
  const receiver = names.length === 0 ? undefined : receiverOf(call);
  if (receiver !== undefined && isHeldForCall(file, call, receiver, names)) return takenPair(name, names);
  const variable = receiver?.type === "Identifier" ? file.variables.variableOf(receiver) : undefined;
  const release = variable === undefined || functionOf(variable) !== enclosingFunction(call) ? undefined : releaseOf(file, variable, call);
  return release === undefined || release.arguments.length > 0 || !names.includes(calleeName(release) ?? "") ? undefined : takenPair(name, [...endsOfOneUse, ...otherEndsOfOneUse]);
}

/** `await gate.acquire(); …; gate.release();` of a gate that is there for all calls: what the one holds the others wait for, and the call answers nothing that could give it back. */
function isHeldForCall(file: FileFacts, call: CallNode, receiver: TSESTree.Node, names: readonly string[]): boolean {
  const { parent } = wrapped(call);
  const place = parent?.type === "AwaitExpression" && wrapped(parent).parent?.type === "ExpressionStatement" ? file.places.placeOf(receiver) : undefined;
  const home = enclosingFunction(call);
  if (place === undefined || home === undefined) return false;
  const isGivenBack = (release: CallNode): boolean => {
    const of = receiverOf(release);
    return release.arguments.length === 0 && release.range[0] > call.range[1] && enclosingFunction(release) === home && of !== undefined && file.places.placeOf(of)?.key === place.key;
  };
  return names.some((name) => file.calls.named(name).some(isGivenBack));
}

function takenPair(name: string, ends: readonly string[]): Pair {
  return {
    id: "language/released-by-name",
    noun: `what \`${name}\` takes`,
    acquire: { form: "call", callee: memberOf(anything, name) },
    handle: { from: "receiver" },
    releases: ends.map((method) => ({ by: "method", name: method })),
    heldBy: "process",
  };
}

/** Whether the function takes what the variable holds by the verb that the release undoes. */
function isTakenLater(variable: Variable, release: CallNode): boolean {
  return variable.references.some(({ identifier }) => {
    const member = wrapped(identifier).parent;
    const use = member?.type === "MemberExpression" ? wrapped(member).parent : undefined;
    const isCall = member?.type === "MemberExpression" && use?.type === "CallExpression" && unwrap(use.callee) === member;
    return isCall && release.arguments.length === 0 && calleeName(release) !== "close" && takingBack(memberName(member) ?? "").includes(calleeName(release) ?? "");
  });
}

/** Whether what the call makes is only memory, and ends with its last reference. */
export function holdsNothing(call: CallNode, name: string): boolean {
  return call.type === "NewExpression" ? call.arguments.length === 0 && memoryOnlyClasses.test(name) : memoryOnlyMakers.test(name);
}

/** The release of the variable that gets the value, in the same function. */
function releaseHere(file: FileFacts, call: CallNode): CallNode | undefined {
  const holder = heldIn(file, call);
  const release = holder === undefined ? undefined : releaseOf(file, holder, call);
  return holder !== undefined && release !== undefined && !isTakenLater(holder, release) ? release : undefined;
}

function isReleasedHere(file: FileFacts, call: CallNode): boolean {
  return releaseHere(file, call) !== undefined;
}

/** Whether another call of the same function on the same object is released where it is made: then this value needs it too. */
function isReleasedElsewhere(file: FileFacts, call: CallNode): boolean {
  return callsAlike(file, call).some((other) => isReleasedHere(file, other));
}

/** The verb by which most other places that make this call release what it gives, where a variable of the function gets the value here and has no release at all. */
function verbOfOthers(file: FileFacts, call: CallNode): string | undefined {
  const holder = heldIn(file, call);
  // What a promise gives, or any other call that is told what to do, is another thing at each place.
  if (holder === undefined || functionOf(holder) !== enclosingFunction(call) || hasRelease(holder) || call.arguments.some((argument) => isFunction(unwrap(argument)))) return undefined;
  const others = callsAlike(file, call);
  if (others.length > MOST_ALIKE) return undefined;
  const released = others.filter((other) => isReleasedHere(file, other));
  const left = others.filter((other) => !released.includes(other) && hasNoRelease(file, other));
  const [example] = released;
  const release = example === undefined || released.length <= left.length ? undefined : releaseHere(file, example);
  return release === undefined ? undefined : calleeName(release);
}

/** The other calls of the same function on the same object. */
function callsAlike(file: FileFacts, call: CallNode): readonly CallNode[] {
  const callee = file.sourceCode.getText(call.callee);
  return file.calls.named(calleeName(call) ?? "").filter((other) => other !== call && other.type === call.type && file.sourceCode.getText(other.callee) === callee);
}

function hasNoRelease(file: FileFacts, call: CallNode): boolean {
  const holder = heldIn(file, call);
  return holder !== undefined && !hasRelease(holder);
}

function heldIn(file: FileFacts, call: CallNode): Variable | undefined {
  const value = wrapped(call);
  return holderOf(file, value.parent?.type === "AwaitExpression" ? wrapped(value.parent) : value);
}

function hasRelease({ references }: Variable): boolean {
  return references.some(({ identifier }) => {
    const { parent } = wrapped(identifier);
    return parent?.type === "MemberExpression" && (endsOfOneUse.has(memberName(parent) ?? "") || otherEndsOfOneUse.includes(memberName(parent) ?? ""));
  });
}

function holderOf(file: FileFacts, value: TSESTree.Node): Variable | undefined {
  const element = sideBySideOf(value)?.element;
  if (element?.type === "Identifier") return file.variables.variableOf(element);
  const parent = throughChoices(value).parent;
  const target = parent?.type === "VariableDeclarator" ? parent.id : parent?.type === "AssignmentExpression" ? parent.left : undefined;
  return target?.type === "Identifier" ? file.variables.variableOf(target) : undefined;
}

/** The outermost `a ?? b`, `a || b` or `c ? a : b` that may give the value. */
function throughChoices(value: TSESTree.Node): TSESTree.Node {
  const parent = value.parent;
  const isChoice = (parent?.type === "LogicalExpression" && parent.right === value) || (parent?.type === "ConditionalExpression" && parent.test !== value);
  return isChoice && parent !== undefined ? throughChoices(wrapped(parent)) : value;
}

/** A release of the variable in the function that acquires, or in a function that it has for that. */
function releaseOf(file: FileFacts, variable: Variable, call: CallNode): CallNode | undefined {
  const found: CallNode[] = [];
  for (const reference of variable.references) {
    const member = wrapped(reference.identifier).parent;
    if (member?.type !== "MemberExpression" || !endsOfOneUse.has(memberName(member) ?? "")) continue;
    const release = wrapped(member).parent;
    const isRelease = release?.type === "CallExpression" && unwrap(release.callee) === member && !givesBackCount(release);
    if (isRelease && isMadeIn(file, enclosingFunction(call), release) && isAfter(release, call)) found.push(release);
  }
  return isContainer(call) && found.every(isRollback) ? undefined : found[0];
}

/** Whether the function itself makes the release: in its own code, or by a function in it that it calls. */
function isMadeIn(file: FileFacts, home: FunctionNode | undefined, release: CallNode): boolean {
  const around = enclosingFunction(release);
  if (around === home) return true;
  if (around === undefined || home === undefined || enclosingFunction(around) !== home) return false;
  return file.calls.directlyIn(home).some((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === around);
}

/** `semaphore.release(1)` gives permits back, and the semaphore stays. */
function givesBackCount(release: TSESTree.CallExpression): boolean {
  const [first] = release.arguments;
  return first?.type === "Literal" && typeof first.value === "number";
}

/** What stands before the call releases what the variable had before; only a loop brings the value there. */
function isAfter(release: TSESTree.Node, call: CallNode): boolean {
  return release.range[0] > call.range[1] || isInLoop(call);
}

/** A list of disposables owns nothing by itself: disposed of only where things go wrong, it undoes what was half done. */
function isContainer(call: CallNode): boolean {
  return call.type === "NewExpression" && disposableLists.test(calleeName(call) ?? "");
}

/** Whether it stands in a handler, or before the early end of a branch. */
function isRollback(release: TSESTree.Node): boolean {
  for (let at = release; at.parent != null && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type === "CatchClause") return true;
    if (parent.type === "IfStatement" && parent.test !== at && leavesFunction(at)) return true;
  }
  return false;
}
