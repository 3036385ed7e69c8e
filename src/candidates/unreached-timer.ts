/** Timers and the clears that may not reach them: a place that never gets its timer, the clear of another kind, a callback in place of the handle. */
import type { TSESTree } from "@typescript-eslint/utils";

import { clearedBy, clearsSame } from "../catalogue/data/timer-calls.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { globalPathOf } from "../facts/value-origin.ts";
import { calleeName, enclosingFunction, unwrap, wrapped, type CallNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A timer and a call that may not clear it. */
export interface UnreachedTimer extends Candidate {
  readonly kind: "timer";
  /**
   * `dropped`: its handle is not kept, though a clear asks for it; `other-place`: it is kept elsewhere;
   * `other-kind`: cleared by the wrong function; `callback`: the clear is given the callback.
   */
  readonly difference: "dropped" | "other-kind" | "other-place" | "callback";
  readonly started: CallNode;
  readonly cleared: CallNode;
  /** The function that would clear it. */
  readonly remedy: string;
  /** What the clear is given. */
  readonly handle: TSESTree.Node;
  readonly place: Place;
  /** Where the handle is kept, for `other-place`. */
  readonly kept?: Place;
  /** How many timers it may be as well. */
  readonly others: number;
  readonly timers: Timers;
}

/** A call that clears a timer, and what it is given. */
interface Clear {
  readonly call: CallNode;
  readonly name: string;
  readonly handle: TSESTree.Node;
}

interface Timers {
  readonly started: readonly { readonly call: CallNode; readonly name: string }[];
  readonly cleared: readonly Clear[];
}

type Found = Pick<UnreachedTimer, "difference" | "started" | "remedy" | "others" | "kept">;

const TIMER_CALLS: ReadonlySet<string> = new Set([...clearedBy.keys(), ...clearedBy.values()]);

/** Collects them, those of one clear in one list, the likeliest first. */
export function collectUnreachedTimers(file: FileFacts): readonly (readonly UnreachedTimer[])[] {
  const timers = collectTimers(file);
  if (timers.started.length === 0) return [];
  const clearedPlaces = new Set(timers.cleared.map(({ handle }) => file.places.placeOf(handle)?.key));
  return timers.cleared.map((clear) => {
    const place = file.places.placeOf(clear.handle);
    if (place === undefined) return [];
    const found = [findCallback(file, timers, clear, place), findOtherKind(file, timers, clear, place), findDropped(timers, clear), findElsewhere(file, timers, clear, place, clearedPlaces)];
    return found.flatMap((one) => (one === undefined ? [] : [{ kind: "timer" as const, node: one.difference === "dropped" ? one.started : clear.call, cleared: clear.call, handle: clear.handle, place, timers, ...one }]));
  });
}

function collectTimers(file: FileFacts): Timers {
  const started: { call: CallNode; name: string }[] = [];
  const cleared: Clear[] = [];
  for (const call of file.calls.namedOneOf(TIMER_CALLS)) {
    const name = calleeName(call);
    if (name === undefined || call.type !== "CallExpression") continue;
    if (globalPathOf(file, call.callee)?.join(".") !== name) continue;
    const [handle] = call.arguments;
    if (clearedBy.has(name)) started.push({ call, name });
    else if (handle !== undefined && call.arguments.length === 1) cleared.push({ call, name, handle });
  }
  return { started, cleared };
}

/** `cancelAnimationFrame(this.draw)` after `requestAnimationFrame(this.draw)`. */
function findCallback(file: FileFacts, { started }: Timers, { name, handle }: Clear, place: Place): Found | undefined {
  if (file.functions.functionValueOf(handle) === undefined) return undefined;
  const timer = started.find((one) => clearsSame(clearedBy.get(one.name), name) && one.call.arguments[0] !== undefined && file.places.placeOf(one.call.arguments[0])?.key === place.key);
  return timer && { difference: "callback", started: timer.call, remedy: name, others: 0 };
}

/** `clearTimeout(this.frame)` where `this.frame` holds what `requestAnimationFrame` gave. */
function findOtherKind(file: FileFacts, { started }: Timers, { name }: Clear, place: Place): Found | undefined {
  const values = file.stores.storesTo(place).map(({ value }) => value).filter((value) => value === undefined || !isEmptyHandle(value));
  const timers = values.map((value) => started.find((timer) => value !== undefined && timer.call === unwrap(value)));
  const [timer] = timers;
  if (timer === undefined || timers.some((one) => one?.name !== timer.name)) return undefined;
  const remedy = clearedBy.get(timer.name);
  return remedy === undefined || clearsSame(remedy, name) ? undefined : { difference: "other-kind", started: timer.call, remedy, others: 0 };
}

/** `clearTimeout(this.timer); setTimeout(…)`, whose handle goes nowhere. */
function findDropped({ started }: Timers, { call, name }: Clear): Found | undefined {
  const host = enclosingFunction(call);
  const beside = started.filter((timer) => clearsSame(clearedBy.get(timer.name), name) && wrapped(timer.call).parent?.type === "ExpressionStatement" && enclosingFunction(timer.call) === host && timer.call.range[0] > call.range[0]);
  const [timer] = beside;
  return timer && { difference: "dropped", started: timer.call, remedy: name, others: beside.length - 1 };
}

/** `clearTimeout(this.timer)` where `this._timer` has it, which nothing clears. */
function findElsewhere(file: FileFacts, { started }: Timers, { name }: Clear, { root }: Place, cleared: ReadonlySet<string | undefined>): Found | undefined {
  if (root.kind !== "instance") return undefined;
  const free = started.flatMap((timer) => {
    const assignment = wrapped(timer.call).parent;
    if (assignment?.type !== "AssignmentExpression" || !clearsSame(clearedBy.get(timer.name), name)) return [];
    const kept = file.places.placeOf(assignment.left);
    return kept?.root.kind === "instance" && kept.root.owner === root.owner && kept.path.length === 1 && !cleared.has(kept.key) ? [{ call: timer.call, kept }] : [];
  });
  const [timer] = free;
  return timer && { difference: "other-place", started: timer.call, remedy: name, kept: timer.kept, others: free.length - 1 };
}

/** Whether a value stands for no timer: nothing, zero, `false`. */
export function isEmptyHandle(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  if (node.type === "Literal") return node.value === null || node.value === 0 || node.value === false;
  return (node.type === "Identifier" && node.name === "undefined") || (node.type === "UnaryExpression" && (node.operator === "void" || node.operator === "-"));
}
