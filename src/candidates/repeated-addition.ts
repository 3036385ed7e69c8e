/** Listeners that one function adds and another, which removes as well, adds a second time. */
import type { FileFacts } from "../facts/file-facts.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "../subjects/listener/listener-calls.ts";
import { freshnessOf } from "../subjects/listener/listener-identity.ts";
import { compareCalls, isExact } from "../subjects/listener/listener-match.ts";
import { enclosingFunction, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** An addition that repeats another one where a removal may be expected. */
export interface RepeatedAddition extends Candidate {
  readonly kind: "added-again";
  /** The call beside the removals. */
  readonly repeated: ListenerCall;
  readonly added: ListenerCall;
  /** The removals beside it, and the additions, itself among them. */
  readonly column: readonly ListenerCall[];
  readonly additions: readonly ListenerCall[];
  /** The functions around the two. */
  readonly mirror: FunctionNode;
  readonly setUp: FunctionNode | undefined;
  /** The verb that belongs there. */
  readonly removal: string;
  readonly calls: ListenerCalls;
}

const MOST_PAIRS = 100_000;

/** Collects them. */
export function collectRepeatedAdditions(file: FileFacts): readonly RepeatedAddition[] {
  const calls = collectListenerCalls(file);
  const { added, removed } = calls;
  if (removed.length === 0 || added.length < 2 || added.length * added.length > MOST_PAIRS) return [];
  // Only a function that removes as well can add in its place.
  const removing = new Set(removed.map(({ call }) => enclosingFunction(call)));
  return added.filter(({ call }) => removing.has(enclosingFunction(call))).flatMap((repeated) => candidateFor(file, calls, repeated) ?? []);
}

function candidateFor(file: FileFacts, calls: ListenerCalls, repeated: ListenerCall): RepeatedAddition | undefined {
  const mirror = enclosingFunction(repeated.call);
  if (mirror === undefined || repeated.isOpen || repeated.listener === undefined || freshnessOf(file, repeated.listener) !== undefined) return undefined;
  const beside = (call: ListenerCall): boolean => call.verbs === repeated.verbs && enclosingFunction(call.call) === mirror;
  const added = calls.added.find((addition) => addition !== repeated && enclosingFunction(addition.call) !== mirror && addition.verb === repeated.verb && isTwin(file, addition, repeated));
  if (added === undefined) return undefined;
  const column = calls.removed.filter(beside);
  // The verb that the neighbours use, where it undoes this one.
  const removal = column[0]?.verb ?? repeated.verbs.undoneBy.get(repeated.verb) ?? "off";
  return { kind: "added-again", node: repeated.call, repeated, added, column, additions: calls.added.filter(beside), mirror, setUp: enclosingFunction(added.call), removal, calls };
}

function isTwin(file: FileFacts, one: ListenerCall, other: ListenerCall): boolean {
  return !one.isOpen && one.listener !== undefined && one.verbs === other.verbs && isExact(compareCalls(file, one, other));
}
