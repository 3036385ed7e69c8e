/**
 * A set-up and its mirror image: one function adds several listeners, another removes them one by one and leaves some.
 * The removals of the siblings prove what the verbs do and which function ends what the first began.
 */
import type { Pair } from "../catalogue/entry.ts";
import { anything, memberOf } from "../catalogue/origin.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "../subjects/listener/listener-calls.ts";
import { compareCalls, isExact } from "../subjects/listener/listener-match.ts";
import type { Owner } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { enclosingFunction, statementListOf, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A listener that the function which removes its siblings leaves. */
export interface ForgottenListener extends Candidate {
  readonly added: ListenerCall;
  readonly resource: Resource;
  readonly owner: Owner;
  /** The listeners that its function adds by the same verb, and that are removed. */
  readonly siblings: readonly ListenerCall[];
  /** How many of its function's listeners stay. */
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
  if (removed.length < 2 || added.length * removed.length > MOST_PAIRS) return [];
  const undone = new Map<ListenerCall, ListenerCall>();
  for (const addition of added) {
    const removal = removed.find((candidate) => isExact(compareCalls(file, addition, candidate)));
    if (removal !== undefined) undone.set(addition, removal);
  }
  if (undone.size < 2) return [];
  const used = new Set(undone.values());
  const free = removed.filter((removal) => !used.has(removal));
  return added.flatMap((addition): ForgottenListener[] => {
    const setUp = enclosingFunction(addition.call);
    if (setUp === undefined || undone.has(addition) || addition.isOpen || statementListOf(addition.call) === undefined) return [];
    const beside = added.filter((other) => enclosingFunction(other.call) === setUp);
    const siblings = beside.filter((other) => undone.has(other) && other.verb === addition.verb);
    const mirror = mirrorOf(siblings, undone);
    if (mirror === undefined || mirror === setUp) return [];
    const owner: Owner = { kind: "instance", teardown: file.functions.factOf(mirror) };
    return [{ node: addition.call, added: addition, resource: resourceOf(addition), owner, siblings, staying: beside.filter((other) => !undone.has(other)).length, free, calls }];
  });
}

/** The one function in which at least two siblings are removed. */
function mirrorOf(siblings: readonly ListenerCall[], undone: ReadonlyMap<ListenerCall, ListenerCall>): FunctionNode | undefined {
  const mirrors = siblings.map((sibling) => enclosingFunction((undone.get(sibling) as ListenerCall).call));
  const [first] = mirrors;
  return mirrors.length >= 2 && first !== undefined && mirrors.every((mirror) => mirror === first) ? first : undefined;
}

function resourceOf({ call, verbs, verb }: ListenerCall): Resource {
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
