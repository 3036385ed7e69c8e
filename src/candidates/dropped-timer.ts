/** One-shot timers whose handle is dropped: each may run on when its owner has ended. */
import type { FileFacts } from "../facts/file-facts.ts";
import { fateOf } from "../subjects/handle/handle-fate.ts";
import { lifeAround, lifeOfFactory, lifeThatReaches } from "../subjects/owner/lifecycle.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { lazy } from "../syntax/lazy.ts";
import { enclosingFunction, type FunctionNode } from "../syntax/tree.ts";
import type { OwnedResource } from "./kept-field.ts";

export interface DroppedTimer extends OwnedResource {
  /** The function that sets it. */
  readonly host: FunctionNode;
}

/** The timers whose handle nobody has. */
export function collectDroppedTimers(file: FileFacts, resources: readonly Resource[]): readonly DroppedTimer[] {
  return resources.flatMap((resource): DroppedTimer[] => {
    const { acquisition, pair } = resource;
    const host = enclosingFunction(acquisition);
    if (host === undefined || pair.endsByItself !== true || !pair.id.startsWith("timers/") || fateOf(file, resource).kind !== "discarded") return [];
    return [{ node: acquisition, resource, host, life: lazy(() => lifeAround(file, acquisition) ?? lifeThatReaches(file, host) ?? lifeOfFactory(file, host)) }];
  });
}
