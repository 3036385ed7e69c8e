/**
 * A set-up and its mirror image: one function adds several listeners, another removes them one by one and leaves some.
 * The removals of the siblings prove what the verbs do and which function ends what the first began.
 */
import type { Pair } from "../catalogue/entry.ts";
import { anything, memberOf } from "../catalogue/origin.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { isHidden } from "../facts/hidden-member.ts";
import { calledFrom } from "../facts/reach.ts";
import { runCountOf } from "../facts/run-count.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "../subjects/listener/listener-calls.ts";
import { isTakenFromKept } from "../subjects/listener/kept-target.ts";
import { areMirroredParameters, compareCalls, compareTargets, isExact, isSameApartFromTarget } from "../subjects/listener/listener-match.ts";
import type { Owner } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { guardsOf } from "../syntax/guards.ts";
import { enclosingFunction, statementListOf, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A listener that the function which removes its siblings leaves. */
export interface ForgottenListener extends Candidate {
  readonly added: ListenerCall;
  readonly resource: Resource;
  readonly owner: Owner;
  /** The listeners by the same verb that its function adds, or one that runs with it adds to the same object, and that are removed. */
  readonly siblings: readonly ListenerCall[];
  /** The removals of the siblings. */
  readonly removals: readonly ListenerCall[];
  /** How many of the listeners among them stay. */
  readonly staying: number;
  /** The removals that are for none of the listeners. */
  readonly free: readonly ListenerCall[];
  readonly calls: ListenerCalls;
}

const MOST_PAIRS = 20_000;

/** Collects them. */
export function collectForgottenListeners(file: FileFacts): readonly ForgottenListener[] {
  const calls = collectListenerCalls(file);
  const { added, removed } = calls;
  if (removed.length === 0 || added.length < 2 || added.length * removed.length > MOST_PAIRS) return [];
  const undone = new Map<ListenerCall, ListenerCall>();
  for (const addition of added) {
    const removal = removed.find((candidate) => isExact(compareCalls(file, addition, candidate))) ?? removed.find((candidate) => isMirrored(file, addition, candidate));
    if (removal !== undefined) undone.set(addition, removal);
  }
  if (undone.size === 0) return [];
  const used = new Set(undone.values());
  const free = removed.filter((removal) => !used.has(removal));
  return added.flatMap((addition): ForgottenListener[] => {
    const setUp = enclosingFunction(addition.call);
    if (setUp === undefined || undone.has(addition) || addition.isOpen || statementListOf(addition.call) === undefined) return [];
    const own = added.filter((other) => enclosingFunction(other.call) === setUp);
    // What another function adds is a sibling only where its own function removes none.
    const beside = own.some((other) => undone.has(other)) ? own : [...own, ...companionsOf(file, added, addition, setUp)];
    const siblings = beside.filter((other) => isOfOneKind(other, addition) && isUndoneByAnother(file, other, undone.get(other)));
    const mirror = mirrorOf(siblings, undone);
    // Who takes off what it has put on itself does so for its own sake.
    if (mirror === undefined || mirror === setUp || siblings.some(({ call }) => enclosingFunction(call) === mirror)) return [];
    const owner: Owner = { kind: "instance", teardown: file.functions.factOf(mirror) };
    const removals = siblings.map((sibling) => undone.get(sibling) as ListenerCall);
    return [{ node: addition.call, added: addition, resource: resourceOfListener(addition), owner, siblings, removals, staying: beside.filter((other) => !undone.has(other)).length, free, calls }];
  });
}

/** Whether one verb takes both off, however often each is called. */
function isOfOneKind(one: ListenerCall, { verb, verbs }: ListenerCall): boolean {
  const removal = verbs.undoneBy.get(verb);
  return one.verb === verb || (removal !== undefined && one.verbs === verbs && one.verbs.undoneBy.get(one.verb) === removal);
}

/** Whether a listener is removed, and not by itself: one that takes itself off when it has heard enough says nothing of the others. */
function isUndoneByAnother(file: FileFacts, { listener }: ListenerCall, removal: ListenerCall | undefined): boolean {
  if (removal === undefined) return false;
  const heard = listener === undefined ? undefined : file.functions.functionValueOf(listener);
  return heard === undefined || heard !== enclosingFunction(removal.call);
}

/** Both take what they listen to as a parameter, or the one keeps it and the other takes it from there, and all else is the same. */
function isMirrored(file: FileFacts, addition: ListenerCall, removal: ListenerCall): boolean {
  if (!isSameApartFromTarget(compareCalls(file, addition, removal))) return false;
  return areMirroredParameters(file, addition.target, removal.target) || isTakenFromKept(file, addition, removal);
}

/** The listeners that other functions add to the same target, if the one function runs the other. What a constructor adds, or code that runs once, may be for good where the rest is for a while. */
function companionsOf(file: FileFacts, added: readonly ListenerCall[], addition: ListenerCall, setUp: FunctionNode): readonly ListenerCall[] {
  const { role } = file.functions.factOf(setUp);
  if (role === "constructor" || file.functions.membersOf(setUp).length > 0 || runCountOf(file, addition.call) === "once") return [];
  const isBeside = (host: FunctionNode): boolean => host !== setUp && (calledFrom(file, [setUp]).has(host) || calledFrom(file, [host]).has(setUp) || isSetUpWith(file, setUp, host));
  return added.filter((other) => {
    const host = enclosingFunction(other.call);
    return host !== undefined && compareTargets(file, addition.target, other.target) === "same" && isBeside(host);
  });
}

/** Whether one function, and none but that, calls the one as well as the other, under no condition: both are parts of one set-up. */
function isSetUpWith(file: FileFacts, one: FunctionNode, other: FunctionNode): boolean {
  const [caller, ...others] = callersOfPart(file, one);
  const [callerOfOther, ...othersOfOther] = callersOfPart(file, other);
  return caller !== undefined && others.length === 0 && callerOfOther === caller && othersOfOther.length === 0;
}

/** The functions that call a hidden function; whether or not it is called is settled by none but itself. */
function callersOfPart(file: FileFacts, node: FunctionNode): readonly (FunctionNode | undefined)[] {
  const { name } = file.functions.factOf(node);
  if (name === undefined || !isHidden(node)) return [];
  return file.calls.named(name).filter((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === node).map((call) => (guardsOf(call).length === 0 ? enclosingFunction(call) : undefined));
}

/** The one function in which the siblings are removed. */
function mirrorOf(siblings: readonly ListenerCall[], undone: ReadonlyMap<ListenerCall, ListenerCall>): FunctionNode | undefined {
  const mirrors = siblings.map((sibling) => enclosingFunction((undone.get(sibling) as ListenerCall).call));
  const [first] = mirrors;
  return first !== undefined && mirrors.every((mirror) => mirror === first) ? first : undefined;
}

/** The listener that a call adds, as a resource that the removal of its verb releases. */
export function resourceOfListener({ call, verbs, verb }: ListenerCall): Resource {
  const pair: Pair = {
    id: "language/mirrored-listener",
    noun: "a listener",
    acquire: { form: "call", callee: memberOf(anything, verb) },
    handle: { from: "identity" },
    releases: [{ by: "receiver-method", name: verbs.undoneBy.get(verb) ?? "off", same: verbs.withoutEvent && call.arguments.length === 1 ? [0] : [0, 1] }],
    heldBy: "receiver",
  };
  return { acquisition: call, pair, confidence: "certain" };
}
