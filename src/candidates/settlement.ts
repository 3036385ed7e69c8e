/** Promise executors: what one sets up is to end when its promise settles, whichever callback settles it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { isOnAbort } from "../subjects/listener/listeners.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { collectSettlers, executorsOf, releasesInExecutor, runsIn, type Settler } from "../subjects/settler/settlers.ts";
import { enclosingFunction, type FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** What an executor sets up, and a callback that settles the promise and releases nothing itself. */
export interface Settlement extends Candidate {
  readonly resource: Resource;
  readonly executor: FunctionNode;
  readonly settler: Settler;
  /** All the callbacks that may settle the promise. */
  readonly settlers: readonly Settler[];
  readonly releases: readonly TSESTree.Node[];
  /** Whether nobody can tell the releases, since the handle goes elsewhere. */
  readonly isGivenAway: boolean;
}

/** Collects the settlements of each resource that two callbacks or more may outlive, one list a resource. */
export function collectSettlements(file: FileFacts, resources: readonly Resource[]): readonly (readonly Settlement[])[] {
  return executorsOf(file).flatMap((executor) => {
    const own = resources.filter((resource) => isWaitedOn(resource) && enclosingFunction(resource.acquisition) === executor);
    const all = own.length === 0 ? [] : collectSettlers(file, executor);
    return own.map((resource) => settlementsOf(file, resource, executor, isOnAbort(file, resource) ? all : all.filter(({ isChained }) => !isChained)));
  });
}

function settlementsOf(file: FileFacts, resource: Resource, executor: FunctionNode, settlers: readonly Settler[]): readonly Settlement[] {
  if (settlers.length < 2) return [];
  const found = releasesInExecutor(file, resource, executor);
  const releases = found === "unknown" ? [] : found;
  const forgetful = settlers.filter((settler) => !releases.some((release) => runsIn(settler, release)));
  return forgetful.map((settler) => ({ node: resource.acquisition, resource, executor, settler, settlers, releases, isGivenAway: found === "unknown" }));
}

/** Listeners and timers: what a callback waits on. What is opened to be used (a socket, a file) ends by its own rules. */
function isWaitedOn({ pair }: Resource): boolean {
  return pair.handle.from === "identity" || pair.id.startsWith("timers/");
}
