/** Additions and removals of listeners that are known to be for each other: what one of them needs, or does, it needs and does no second time. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { collectListenerCalls, type ListenerCall } from "./listener-calls.ts";
import { compareCalls, isExact } from "./listener-match.ts";

const taken = new WeakMap<ListenerCall, boolean>();

/** Whether a removal is exactly for a listener that the file adds, and so for no other one that it only might be for. */
export function undoesExactly(file: FileFacts, removed: ListenerCall): boolean {
  const known = taken.get(removed) ?? collectListenerCalls(file).added.some((added) => isExact(compareCalls(file, added, removed)));
  taken.set(removed, known);
  return known;
}

const undone = new WeakMap<ListenerCall, boolean>();

/** Whether some removal of the file is exactly for a listener, so that it waits for no other one. */
export function isUndoneExactly(file: FileFacts, added: ListenerCall): boolean {
  const known = undone.get(added) ?? collectListenerCalls(file).removed.some((removed) => isExact(compareCalls(file, added, removed)));
  undone.set(added, known);
  return known;
}
