/** The functions by which a closure ends: what a factory hands out to stop it, what an effect returns, what a scope hook is given. */
import type { TSESTree } from "@typescript-eslint/utils";

import { effectCalls, endingEvents } from "../../catalogue/data/lifecycles.ts";
import { onePartNames } from "../../catalogue/words/owner-ends.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import { beginningCalls } from "../../catalogue/words/starts.ts";
import { endLists, listeningParts, wrappingCalls } from "../../catalogue/words/taking-over.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { collectHookEnds, hookOfScript } from "./component-life.ts";
import { teardownRankOf, type End } from "./teardown-names.ts";

/** A function of the file that may be an end to what surrounds it, and as what. */
interface PossibleEnd {
  readonly node: FunctionNode;
  /** The function right around it, whose end it is by its name. */
  readonly host: FunctionNode | undefined;
  readonly named: End | undefined;
  readonly isOfEffect: boolean;
}

const possible = new WeakMap<FileFacts, readonly PossibleEnd[]>();

/** The few functions that can be an end, found once a file: each factory would go through all functions of the file for its own. */
function possibleEnds(file: FileFacts): readonly PossibleEnd[] {
  const known = possible.get(file);
  if (known !== undefined) return known;
  const found = file.functions.all.flatMap(({ node, name }): PossibleEnd[] => {
    const named = namedEnd(file, node, name);
    const isOfEffect = isEffect(node);
    return named === undefined && !isOfEffect ? [] : [{ node, host: enclosingFunction(node), named, isOfEffect }];
  });
  possible.set(file, found);
  return found;
}

/** Collects the ends of what `factory` sets up. */
export function collectClosureEnds(file: FileFacts, factory: FunctionNode): readonly End[] {
  const ends: End[] = [...returnedCleanups(file, factory)];
  // A framework ends what the script of a component sets up, and knows no names.
  const isNamed = hookOfScript(file, factory) === undefined;
  for (const { node, host, named, isOfEffect } of possibleEnds(file)) {
    if (!isWithin(node, factory) || node === factory) continue;
    if (isNamed && named !== undefined && host === factory && !isAboutOne(file, node)) ends.push(named);
    if (isOfEffect) ends.push(...returnedCleanups(file, node));
  }
  return [...ends, ...collectHookEnds(file, factory)];
}

/** `cleanup(participantId)`, `destroy(one) { one.close(); delete this.all[one.id]; }`: a function that ends one of several things, not their owner. */
export function isAboutOne(file: FileFacts, node: FunctionNode): boolean {
  const [first] = node.params;
  if (first?.type !== "Identifier" || first.optional) return false;
  return onePartNames.test(first.name) || file.variables.variableOf(first)?.references.some(({ identifier }) => endsGiven(identifier) || isTakenOut(identifier)) === true;
}

/** `one.close()`. */
function endsGiven(given: TSESTree.Node): boolean {
  const member = wrapped(given).parent;
  const call = member?.type === "MemberExpression" && member.object === given && isReleaseName(memberName(member)) ? wrapped(member).parent : undefined;
  return call?.type === "CallExpression" && unwrap(call.callee) === member;
}

/** `delete this.all[one.id]`. */
function isTakenOut(given: TSESTree.Node): boolean {
  let key = wrapped(given);
  if (key.parent?.type === "MemberExpression" && key.parent.object === key) key = wrapped(key.parent);
  const entry = key.parent;
  return entry?.type === "MemberExpression" && entry.computed && entry.property === key && wrapped(entry).parent?.type === "UnaryExpression" && (wrapped(entry).parent as TSESTree.UnaryExpression).operator === "delete";
}

/** Whether the function is the callback of a framework effect. */
export function isEffect(node: FunctionNode): boolean {
  const call = wrapped(node).parent;
  return call?.type === "CallExpression" && call.arguments[0] === node && effectCalls.test(calleeName(call) ?? "");
}

/** Whether a callback runs when what surrounds it ends. */
export function isCleanupCallback(file: FileFacts, node: FunctionNode): boolean {
  const parent = wrapped(node).parent;
  if (parent?.type === "Property") return teardownRankOf(file, memberName(parent)) !== undefined && isArgument(parent.parent);
  let value = wrapped(node);
  for (let at = value.parent; at !== undefined; value = wrapped(at), at = value.parent) {
    if (at.type === "ArrayExpression" || at.type === "SpreadElement") continue;
    if ((at.type !== "CallExpression" && at.type !== "NewExpression") || at.callee === value) return false;
    if (isCleanupCall(file, at)) return true;
    // `register(source.onChange(() => …))` registers the subscription, not the callback.
    if (!wrappingCalls.test(calleeName(at) ?? "")) return false;
  }
  return false;
}

/** `toDisposable(…)`, `Disposable.create(…)`, `list.push(…)`, `socket.once("close", …)`. */
function isCleanupCall(file: FileFacts, call: CallNode): boolean {
  const receiver = receiverOf(call);
  const receiverName = receiver?.type === "Identifier" ? receiver.name : receiver?.type === "MemberExpression" ? memberName(receiver) : undefined;
  const name = calleeName(call) ?? "";
  return (file.catalogue.lifecycles.isCleanupCall(name) && !listeningParts.test(name)) || endLists.test(receiverName ?? "") || isEndingEvent(call);
}

function isArgument(object: TSESTree.Node): boolean {
  const parent = wrapped(object).parent;
  return parent?.type === "CallExpression" || parent?.type === "NewExpression" || parent?.type === "ArrayExpression";
}

/** `socket.once("close", …)`, `signal.addEventListener("abort", …)`. */
function isEndingEvent(call: CallNode): boolean {
  const [event] = call.arguments;
  return event?.type === "Literal" && typeof event.value === "string" && endingEvents.has(event.value);
}

/** The cleanup an effect returns. */
function returnedCleanups(file: FileFacts, effect: FunctionNode): End[] {
  if (!isEffect(effect)) return [];
  return returnedValues(file, effect).flatMap((value) => {
    const node = file.functions.functionValueOf(value);
    return node === undefined ? [] : [{ node, name: undefined, rank: "final" as const }];
  });
}

/** The values a function returns. */
export function returnedValues(file: FileFacts, node: FunctionNode): readonly TSESTree.Node[] {
  return file.functions.returnedBy(node);
}

/** The function as an end by its own name, or by the one under which it is handed out. */
function namedEnd(file: FileFacts, node: FunctionNode, own: string | undefined): End | undefined {
  const rank = teardownRankOf(file, own);
  if (rank !== undefined) return { node, name: own, rank };
  const name = handedOutAs(file, node);
  const handedOutRank = teardownRankOf(file, name);
  return handedOutRank === undefined ? undefined : { node, name, rank: handedOutRank };
}

/** A factory that returns a function which releases something: that function is its end. */
export function returnedStops(file: FileFacts, factory: FunctionNode): readonly End[] {
  return returnedValues(file, factory).flatMap((value): End[] => {
    const node = file.functions.functionValueOf(value);
    if (node === undefined || enclosingFunction(node) !== factory || !isFunction(node)) return [];
    const calls = file.nodes.calls.filter((call) => isWithin(call, node)).map((call) => calleeName(call));
    const isStop = calls.some((name) => isReleaseName(name)) && !calls.some((name) => beginningCalls.test(name ?? ""));
    return isStop ? [{ node, name: undefined, rank: "final" }] : [];
  });
}

/** `return { destroy: stopAll }`: the name by which a function of the factory is handed out as an end; undefined for others. */
export function handedOutAs(file: FileFacts, node: FunctionNode): string | undefined {
  const id = node.type === "FunctionDeclaration" ? node.id : node.parent.type === "VariableDeclarator" ? node.parent.id : null;
  if (id?.type !== "Identifier") return undefined;
  for (const reference of file.variables.variableOf(id)?.references ?? []) {
    const parent = reference.identifier.parent;
    if (parent.type === "Property" && parent.value === reference.identifier && teardownRankOf(file, memberName(parent)) !== undefined) return memberName(parent);
  }
  return undefined;
}
