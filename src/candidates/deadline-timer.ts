/** Deadlines: dropped timers that abort a call which somebody waits for. Once that is over, the timer has nothing left to cut short. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { fateOf } from "../subjects/handle/handle-fate.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { abortedByTimer, usesOfSignal } from "../subjects/resource/timer-abort.ts";
import { settlementOf, type Settling } from "../subjects/settler/awaited-call.ts";
import { enclosingFunction, type CallNode } from "../syntax/tree.ts";
import type { OfResource } from "./of-resource.ts";

export interface DeadlineTimer extends OfResource {
  /** The call that it is to cut short. */
  readonly guarded: CallNode;
  /** How that is waited for. */
  readonly settling: Settling;
  /** Where the controller or its signal goes besides. */
  readonly elsewhere: TSESTree.Node | undefined;
}

/** Collects them: the controller is a variable of the function that sets the timer, and the timer's handle nobody reads. */
export function collectDeadlineTimers(file: FileFacts, resources: readonly Resource[]): readonly DeadlineTimer[] {
  return resources.flatMap((resource): DeadlineTimer[] => {
    const { acquisition, pair } = resource;
    const controller = pair.id === "timers/timeout" && isUnread(file, resource) ? abortedByTimer(file, acquisition) : undefined;
    if (controller === undefined) return [];
    const { calls, elsewhere } = usesOfSignal(file, controller, acquisition);
    for (const guarded of calls) {
      const settling = enclosingFunction(guarded) === enclosingFunction(acquisition) ? settlementOf(file, guarded) : undefined;
      if (settling !== undefined) return [{ node: acquisition, resource, owner: ownerOf(file, acquisition), guarded, settling, elsewhere: elsewhere ?? calls.find((call) => call !== guarded && settlementOf(file, call) === undefined) }];
    }
    return [];
  });
}

function isUnread(file: FileFacts, resource: Resource): boolean {
  const fate = fateOf(file, resource);
  return fate.kind === "discarded" || (fate.kind === "variable" && !fate.variable.references.some((reference) => reference.isRead()));
}
