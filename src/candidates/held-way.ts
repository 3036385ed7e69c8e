/** Ways out of a function on which what it acquired is still held, while another way releases it or hands it over. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Variable } from "../facts/variables.ts";
import { fateOf } from "../subjects/handle/handle-fate.ts";
import { iterationsOver } from "../subjects/handle/iterators.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";
import { failuresOf, isShownFailure } from "../subjects/way/failures.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import type { HeldPath } from "../subjects/way/held-path.ts";
import { isRejectedByItself } from "../subjects/settler/own-rejection.ts";
import { arrivalOf, traceVariable, type Arrival, type Trace } from "../subjects/way/trace.ts";
import { nameOfRepeated, traceRepeated } from "../subjects/way/trace-repeated.ts";
import { enclosingFunction } from "../syntax/tree.ts";
import type { OfNamed } from "./of-resource.ts";

export interface HeldWay extends OfNamed {
  readonly way: HeldPath;
  /** What has the handle, or what is named again. */
  readonly variable: string;
  /** The releases on other ways; none where it is only handed over there. */
  readonly releases: readonly TSESTree.Node[];
  /** Whether the way is one only if a call that was awaited gave the handle back. */
  readonly isLent: boolean;
  /** Whether the executor of a promise set it up. */
  readonly isOfExecutor?: true;
}

/** The ways out that a trace holds; none where nothing releases it anywhere, which is another mistake. */
export function heldWaysOf(file: FileFacts, resource: Resource, variable: string, trace: Trace, isNamedAgain = false): readonly HeldWay[] {
  const { heldPaths = [], releases, escapes, isLent = false } = trace;
  if (heldPaths.length === 0 || (releases.length === 0 && !escapes)) return [];
  const owner = ownerOf(file, resource.acquisition);
  return heldPaths.map((way) => ({ node: resource.acquisition, resource, owner, way, variable, releases, isLent, isNamedAgain }));
}

/**
 * The ways on which something fails before the function around an executor comes to its release. That the promise of the executor itself
 * is rejected is a failure only where something else than the thing rejects it: what has come to its end holds nothing.
 */
export function heldWaysInExecutor(file: FileFacts, graphs: Graphs, resource: Resource, arrival: Arrival): readonly HeldWay[] {
  const trace = traceVariable(file, graphs, resource, arrival);
  if (trace === undefined || trace.releases.length === 0) return [];
  const heldPaths = trace.heldPaths?.filter((way) => failuresOf(way).length > 0 && failuresOf(way).every(({ node }) => !isRejectedByItself(file, resource.acquisition, node)));
  return heldWaysOf(file, resource, arrival.variable.name, { ...trace, heldPaths }).map((way) => ({ ...way, isOfExecutor: true }));
}

/** The ways out of what has no handle. */
export function heldWaysOfNamed(file: FileFacts, graphs: Graphs, resource: Resource): readonly HeldWay[] {
  const trace = traceRepeated(file, graphs, resource);
  return trace === undefined ? [] : heldWaysOf(file, resource, nameOfRepeated(file, resource), trace, true);
}

/**
 * The ways on which the `next()` of an iterator fails with the handle that it closes at the end, also one that it opens itself the first time: who iterates does not call
 * `return()` then. It is likely only, since somebody may yet iterate by hand.
 */
export function heldWaysOfIterator(file: FileFacts, graphs: Graphs, resource: Resource, variable: Variable): readonly HeldWay[] {
  return [...iterationsOver(variable)].flatMap((next) => {
    const trace = traceVariable(file, graphs, resource, { variable, owner: next, at: enclosingFunction(resource.acquisition) === next ? "acquisition" : "entry", failure: undefined });
    if (trace === undefined || trace.releases.length === 0) return [];
    const heldPaths = trace.heldPaths?.filter(({ leavesBy, edges }) => leavesBy === "exception" && edges.every((edge) => edge.kind !== "exception" || isShownFailure(file, edge)));
    return heldWaysOf(file, { ...resource, confidence: "likely" }, variable.name, { ...trace, heldPaths });
  });
}

/** What a test puts in place and takes away again itself must also go when the test fails; one list a resource. */
export function collectHeldWaysInTest(file: FileFacts, graphs: Graphs): readonly (readonly HeldWay[])[] {
  return collectResources(file).filter(({ pair }) => pair.tier === "tests").map((resource) => {
    const arrival = arrivalOf(file, resource, fateOf(file, resource));
    const trace = arrival === undefined ? undefined : traceVariable(file, graphs, resource, arrival);
    return arrival === undefined || trace === undefined ? [] : heldWaysOf(file, resource, arrival.variable.name, trace);
  });
}
