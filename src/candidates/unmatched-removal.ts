/** Removals of listeners that differ from an addition in one part, or lack one: each with the additions it may be meant for. */
import type { FileFacts } from "../facts/file-facts.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "../subjects/listener/listener-calls.ts";
import { compareCalls, onlyDifferenceOf, type Part } from "../subjects/listener/listener-match.ts";
import { listeningCallsOf } from "../subjects/listener/listening-calls.ts";
import type { Candidate } from "./candidate.ts";

/** A removal and an addition that it cannot undo. */
export interface UnmatchedRemoval extends Candidate {
  readonly kind: "listener";
  readonly removed: ListenerCall;
  readonly added: ListenerCall;
  /** What differs, or what the removal lacks. */
  readonly difference: Part | "no-event" | "no-listener";
  /** All listener calls of the file. */
  readonly calls: ListenerCalls;
  /** The removals that lack a part, and so remove nothing. */
  readonly malformed: ReadonlyMap<ListenerCall, unknown>;
}

type Lack = Pick<UnmatchedRemoval, "added" | "difference">;

const MOST_PAIRS = 200_000;

/** Collects them, those of one removal in one list. */
export function collectUnmatchedRemovals(file: FileFacts): readonly (readonly UnmatchedRemoval[])[] {
  const calls = collectListenerCalls(file);
  if (calls.removed.length === 0 || calls.added.length * calls.removed.length > MOST_PAIRS) return [];
  const malformed = new Map(calls.removed.flatMap((removed) => {
    const lack = lackOf(file, removed);
    return lack === undefined ? [] : [[removed, lack] as const];
  }));
  return calls.removed.map((removed) => {
    const lack = malformed.get(removed);
    const pairs = lack === undefined ? pairsOf(file, calls.added, removed) : [lack];
    return pairs.map((pair) => ({ kind: "listener", node: removed.call, removed, ...pair, calls, malformed }));
  });
}

function pairsOf(file: FileFacts, additions: readonly ListenerCall[], removed: ListenerCall): readonly Lack[] {
  if (removed.isOpen || removed.listener === undefined) return [];
  return additions.flatMap((added) => {
    const difference = added.verbs === removed.verbs ? onlyDifferenceOf(compareCalls(file, added, removed)) : undefined;
    return difference === undefined ? [] : [{ added, difference }];
  });
}

/** A removal without the event or without the listener that its verb needs. */
function lackOf(file: FileFacts, removed: ListenerCall): Lack | undefined {
  if (removed.isOpen || (removed.event === undefined) === (removed.listener === undefined)) return undefined;
  const { added } = listeningCallsOf(file);
  const meant = (part: "event" | "listener"): ListenerCall | undefined => added.find((addition) => {
    const comparison = compareCalls(file, addition, removed);
    return addition.verbs === removed.verbs && comparison.target === "same" && comparison[part] === "same" && (part === "event" || addition.event !== undefined);
  });
  const lack = (addition: ListenerCall | undefined, difference: Lack["difference"]): Lack | undefined => addition && { added: addition, difference };
  if (removed.verbs.family === "emitter" && removed.listener !== undefined) return added.some(({ event }) => event === undefined) ? undefined : lack(meant("listener"), "no-event");
  return removed.verbs.family === "dom" && removed.event !== undefined ? lack(meant("event"), "no-listener") : undefined;
}
