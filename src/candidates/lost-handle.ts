/** Handles: each one that the file acquires may be dropped, or left unreleased by what has it. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { Variable } from "../facts/variables.ts";
import type { HandleFate } from "../subjects/handle/handle-fate.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { isNamedInPlace, nameOfRepeated } from "../subjects/way/trace-repeated.ts";
import type { Trace } from "../subjects/way/trace.ts";
import type { OfResource } from "./of-resource.ts";

export interface LostHandle extends OfResource {
  /** Where the handle goes first. */
  readonly fate: HandleFate;
  /** Whether it is released by naming again what the acquisition named: its object, its argument. */
  readonly isNamedAgain: boolean;
  /** What has it: a variable, or what is named again; undefined where nothing does. */
  readonly holder: Variable | string | undefined;
  /** Whether nobody can release it any more. */
  readonly isDropped: boolean;
  /** What becomes of it in its variable, as far as that could be followed. */
  readonly trace: Trace | undefined;
  readonly graphs: Graphs;
}

/** The candidate that a handle is; undefined where it is released at once, or something that lives on has it, which is another question. */
export function lostHandleOf(file: FileFacts, graphs: Graphs, resource: Resource, fate: HandleFate, trace: Trace | undefined): LostHandle | undefined {
  if (fate.kind === "released" || fate.kind === "kept" || (trace !== undefined && trace.releases.length > 0)) return undefined;
  const { acquisition } = resource;
  const isNamedAgain = fate.kind === "unknown" && isRepeatable(resource);
  const holder = whatHas(file, resource, fate, isNamedAgain);
  const isDropped = fate.kind === "discarded" || (isNamedAgain && holder === undefined);
  return { node: acquisition, resource, owner: ownerOf(file, acquisition), fate, isNamedAgain, isDropped, holder, trace, graphs };
}

/** Whether what is released is there before the acquisition, which only names it. */
export function isRepeatable({ pair: { handle } }: Resource): boolean {
  return handle.from === "receiver" || handle.from === "argument";
}

/** Whether a release can do without the handle: it is there before the acquisition, or dropped where its maker takes it back (`mutex.release()`). */
export function isNamedByRelease(resource: Resource, { kind }: HandleFate): boolean {
  if (kind === "unknown") return isRepeatable(resource);
  return kind === "discarded" && resource.pair.releases.some(({ by }) => by === "receiver-method");
}

function whatHas(file: FileFacts, resource: Resource, fate: HandleFate, isNamedAgain: boolean): LostHandle["holder"] {
  if (isNamedAgain) return isNamedInPlace(resource) ? undefined : nameOfRepeated(file, resource);
  return fate.kind === "variable" || fate.kind === "parameter" ? fate.variable : undefined;
}
