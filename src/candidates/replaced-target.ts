/** Listeners on what a slot is given, which are only ever taken off what the slot has last. */
import type { FileFacts } from "../facts/file-facts.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "../subjects/listener/listener-calls.ts";
import { listenedSlotOf, removalsFrom, type ListenedSlot } from "../subjects/listener/listened-slot.ts";
import { ownerOf, type Owner } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { enclosingFunction } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";
import { resourceOfListener } from "./forgotten-listener.ts";

/** A listener whose object may give way to another one before anything removes it. */
export interface ReplacedTarget extends Candidate, ListenedSlot {
  readonly added: ListenerCall;
  readonly resource: Resource;
  readonly owner: Owner;
  /** The removals from what the slot has. */
  readonly removals: readonly ListenerCall[];
  readonly calls: ListenerCalls;
}

const MOST_PAIRS = 20_000;

/** Collects them. */
export function collectReplacedTargets(file: FileFacts): readonly ReplacedTarget[] {
  const calls = collectListenerCalls(file);
  const { added, removed } = calls;
  if (removed.length === 0 || added.length * removed.length > MOST_PAIRS) return [];
  return added.flatMap((addition): ReplacedTarget[] => {
    const found = addition.isOpen || addition.listener === undefined ? undefined : listenedSlotOf(file, addition);
    if (found === undefined || file.functions.factOf(found.host).role === "constructor") return [];
    const removals = removalsFrom(file, found.slot, addition, removed).filter(({ call }) => enclosingFunction(call) !== found.host || call.range[1] <= found.filling.range[0]);
    return removals.length === 0 ? [] : [{ node: addition.call, added: addition, resource: resourceOfListener(addition), owner: ownerOf(file, addition.call), ...found, removals, calls }];
  });
}
