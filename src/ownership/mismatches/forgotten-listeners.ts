/**
 * A set-up and its mirror image: one function adds several listeners, another removes them one by one and forgets some.
 * The removals of the siblings prove what the verbs do and which function ends what the first began.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import { enclosingFunction, memberName, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import type { Owner } from "../../subjects/owner/owner.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { mayHaveSignal } from "../../subjects/listener/capture-flag.ts";
import { collectListenerCalls, type ListenerCall } from "../../subjects/listener/listener-calls.ts";
import { compareCalls, compareTargets, isExact, mayMatch, onlyDifferenceOf } from "../../subjects/listener/listener-match.ts";

/** A listener that the function which removes its siblings leaves. */
export interface ForgottenListener {
  readonly resource: Resource;
  readonly owner: Owner;
  readonly confidence: Confidence;
  readonly target: TSESTree.Node | undefined;
}

const MOST_PAIRS = 20_000;

/** Collects them. */
export function collectForgottenListeners(file: FileFacts): readonly ForgottenListener[] {
  const { added, removed, cleared } = collectListenerCalls(file);
  if (removed.length < 2 || cleared.length > 0 || added.length * removed.length > MOST_PAIRS) return [];
  const undone = new Map<ListenerCall, ListenerCall>();
  for (const addition of added) {
    const removal = removed.find((candidate) => isExact(compareCalls(file, addition, candidate)));
    if (removal !== undefined) undone.set(addition, removal);
  }
  if (undone.size < 2) return [];
  const free = removed.filter((removal) => ![...undone.values()].includes(removal));
  return added.flatMap((addition) => {
    const setUp = enclosingFunction(addition.call);
    if (setUp === undefined || undone.has(addition) || !isPlain(file, addition)) return [];
    // A removal that differs in one part is a mistake of its own, and another rule's to tell.
    if (free.map((removal) => compareCalls(file, addition, removal)).some((comparison) => mayMatch(comparison) || onlyDifferenceOf(comparison) !== undefined)) return [];
    const siblings = added.filter((other) => enclosingFunction(other.call) === setUp && undone.has(other) && other.verb === addition.verb);
    const mirror = mirrorOf(siblings, undone);
    const forgotten = added.filter((other) => enclosingFunction(other.call) === setUp && !undone.has(other)).length;
    if (mirror === undefined || mirror === setUp || forgotten > siblings.length || !isOfSiblings(file, addition, siblings)) return [];
    // What listens to itself takes the listener along when it goes; only where it is set up again does another one come.
    const isOfTarget = addition.target !== undefined && valueLifetimeOf(file, addition.target) === "own";
    return [forgottenBy(file, addition, mirror, isOfTarget ? "likely" : "certain")];
  });
}

/** A statement of its own that nothing bounds: no signal, no `once`. */
function isPlain(file: FileFacts, addition: ListenerCall): boolean {
  const { call, isOpen, third, verb } = addition;
  const options = third === undefined ? undefined : unwrap(third);
  const isOnce = /once/i.test(verb) || (options?.type === "ObjectExpression" && options.properties.some((property) => property.type === "Property" && memberName(property) === "once"));
  return !isOpen && !isOnce && wrapped(call).parent?.type === "ExpressionStatement" && !mayHaveSignal(file, addition);
}

/** The one function in which at least two siblings are removed. */
function mirrorOf(siblings: readonly ListenerCall[], undone: ReadonlyMap<ListenerCall, ListenerCall>): FunctionNode | undefined {
  const mirrors = siblings.map((sibling) => enclosingFunction((undone.get(sibling) as ListenerCall).call));
  const [first] = mirrors;
  return mirrors.length >= 2 && first !== undefined && mirrors.every((mirror) => mirror === first) ? first : undefined;
}

/** On the same object as a sibling, on a part of it, or on something that lives as long. */
function isOfSiblings(file: FileFacts, addition: ListenerCall, siblings: readonly ListenerCall[]): boolean {
  if (siblings.some((sibling) => compareTargets(file, addition.target, sibling.target) === "same")) return true;
  const key = addition.target === undefined ? undefined : file.places.placeOf(addition.target)?.key;
  if (key === undefined || addition.target === undefined) return false;
  const isPart = siblings.some(({ target }) => target !== undefined && key.startsWith(`${file.places.placeOf(target)?.key ?? "?"}.`));
  return isPart || valueLifetimeOf(file, addition.target) === "process";
}

function forgottenBy(file: FileFacts, { call, target, verbs, verb }: ListenerCall, mirror: FunctionNode, confidence: Confidence): ForgottenListener {
  const pair: Pair = {
    id: "language/mirrored-listener",
    noun: "a listener",
    acquire: { form: "call", callee: memberOf(anything, verb) },
    handle: { from: "identity" },
    releases: [{ by: "receiver-method", name: verbs.undoneBy.get(verb) ?? "off", same: verbs.withoutEvent && call.arguments.length === 1 ? [0] : [0, 1] }],
    heldBy: "receiver",
  };
  return { resource: { acquisition: call, pair, confidence: "certain" }, owner: { kind: "instance", teardown: file.functions.factOf(mirror) }, confidence, target };
}
