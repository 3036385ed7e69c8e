/** Timers and the calls that should clear them: a field that never gets its timer, the clear of another kind of timer, a callback in place of the handle. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { mentionsOf } from "../../subjects/listener/listener-uses.ts";
import { calleeName, enclosingFunction, isFunction, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";

/** A timer and the call that cannot clear it. */
export interface MismatchedTimer {
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
  readonly confidence: Confidence;
  /** Where the handle is kept, for `other-place`. */
  readonly kept?: Place;
}

/** The function that clears what each function starts; the two clears of timeouts and intervals stand for each other. */
const CLEARED_BY: ReadonlyMap<string, string> = new Map([
  ["setTimeout", "clearTimeout"],
  ["setInterval", "clearInterval"],
  ["setImmediate", "clearImmediate"],
  ["requestAnimationFrame", "cancelAnimationFrame"],
  ["requestIdleCallback", "cancelIdleCallback"],
]);
const CLEARS: ReadonlySet<string> = new Set(CLEARED_BY.values());
const TIMER_CALLS: ReadonlySet<string> = new Set([...CLEARED_BY.keys(), ...CLEARS]);

interface Timers {
  readonly started: readonly { readonly call: CallNode; readonly name: string }[];
  readonly cleared: readonly { readonly call: CallNode; readonly name: string; readonly handle: TSESTree.Node }[];
}

/** Collects the timers whose clear cannot reach them. */
export function collectMismatchedTimers(file: FileFacts): readonly MismatchedTimer[] {
  const timers = collectTimers(file);
  if (timers.started.length === 0) return [];
  const found: MismatchedTimer[] = [];
  for (const cleared of timers.cleared) {
    const verdict = findCallback(file, timers, cleared) ?? findOtherKind(file, timers, cleared) ?? findDropped(file, timers, cleared) ?? findElsewhere(file, timers, cleared);
    if (verdict !== undefined && !found.some((known) => known.started === verdict.started)) found.push(verdict);
  }
  return found;
}

function collectTimers(file: FileFacts): Timers {
  const started: { call: CallNode; name: string }[] = [];
  const cleared: { call: CallNode; name: string; handle: TSESTree.Node }[] = [];
  for (const call of file.calls.namedOneOf(TIMER_CALLS)) {
    const name = calleeName(call);
    if (name === undefined || call.type !== "CallExpression") continue;
    if (globalPathOf(file, call.callee)?.join(".") !== name) continue;
    if (CLEARED_BY.has(name)) started.push({ call, name });
    const [handle] = call.arguments;
    if (CLEARS.has(name) && handle !== undefined && call.arguments.length === 1) cleared.push({ call, name, handle });
  }
  return { started, cleared };
}

/** `cancelAnimationFrame(this.draw)` after `requestAnimationFrame(this.draw)`. */
function findCallback(file: FileFacts, { started }: Timers, { call, name, handle }: Timers["cleared"][number]): MismatchedTimer | undefined {
  if (file.functions.functionValueOf(handle) === undefined || isGivenTimer(file, handle)) return undefined;
  const place = file.places.placeOf(handle);
  const timer = started.find((one) => isSameKind(CLEARED_BY.get(one.name), name) && one.call.arguments[0] !== undefined && place !== undefined && file.places.placeOf(one.call.arguments[0])?.key === place.key);
  return timer && { kind: "timer", difference: "callback", started: timer.call, cleared: call, remedy: name, confidence: "certain" };
}

/** `clearTimeout(this.frame)` where `this.frame` holds what `requestAnimationFrame` gave, and nothing clears it rightly. */
function findOtherKind(file: FileFacts, { started, cleared }: Timers, { call, name, handle }: Timers["cleared"][number]): MismatchedTimer | undefined {
  const place = file.places.placeOf(handle);
  const values = place === undefined ? [] : valuesOf(file, place);
  if (place === undefined || values.length === 0) return undefined;
  const timers = values.map((value) => started.find((timer) => value !== undefined && timer.call === unwrap(value)));
  const [timer] = timers;
  if (timer === undefined || timers.some((one) => one?.name !== timer.name)) return undefined;
  const remedy = CLEARED_BY.get(timer.name);
  if (remedy === undefined || isSameKind(remedy, name)) return undefined;
  if (cleared.some((other) => isSameKind(other.name, remedy) && file.places.placeOf(other.handle)?.key === place.key)) return undefined;
  return { kind: "timer", difference: "other-kind", started: timer.call, cleared: call, remedy, confidence: "certain" };
}

/** `clearTimeout(this.timer); setTimeout(…)` where `this.timer` is never given a timer. */
function findDropped(file: FileFacts, { started }: Timers, { call, name, handle }: Timers["cleared"][number]): MismatchedTimer | undefined {
  const place = file.places.placeOf(handle);
  if (place === undefined || !isNeverGiven(file, place)) return undefined;
  const dropped = started.filter((timer) => isSameKind(CLEARED_BY.get(timer.name), name) && isDropped(timer.call));
  const beside = dropped.filter((timer) => enclosingFunction(timer.call) === enclosingFunction(call) && timer.call.range[0] > call.range[0]);
  const [timer] = beside;
  return timer === undefined || beside.length > 1 ? undefined : { kind: "timer", difference: "dropped", started: timer.call, cleared: call, remedy: name, confidence: "certain" };
}

/** `clearTimeout(this.timer)` where `this._timer` has it, which nothing clears. */
function findElsewhere(file: FileFacts, { started, cleared }: Timers, { call, name, handle }: Timers["cleared"][number]): MismatchedTimer | undefined {
  const place = file.places.placeOf(handle);
  if (place?.root.kind !== "instance" || !isNeverGiven(file, place)) return undefined;
  const { owner } = place.root;
  const kept = started.flatMap((timer) => {
    const assignment = wrapped(timer.call).parent;
    if (assignment?.type !== "AssignmentExpression" || !isSameKind(CLEARED_BY.get(timer.name), name)) return [];
    const target = file.places.placeOf(assignment.left);
    const isFree = target?.root.kind === "instance" && target.root.owner === owner && target.path.length === 1 && !cleared.some((other) => file.places.placeOf(other.handle)?.key === target.key);
    return isFree ? [{ call: timer.call, target, uses: mentionsOf(file, assignment.left) }] : [];
  });
  const [timer] = kept;
  // A field that is read anywhere may be cleared there under another name.
  if (timer === undefined || kept.length > 1 || timer.uses.some((use) => use.parent?.type !== "AssignmentExpression" || use.parent.left !== use)) return undefined;
  return { kind: "timer", difference: "other-place", started: timer.call, cleared: call, remedy: name, confidence: "certain", kept: timer.target };
}

/** A field or local that the file declares or tests and only ever empties; what other code may write is left alone. */
function isNeverGiven(file: FileFacts, place: Place): boolean {
  const isOwn = (place.root.kind === "instance" && place.path.length === 1) || (place.root.kind === "variable" && place.path.length === 0);
  if (!isOwn) return false;
  if (place.root.kind === "variable" && place.root.variable.defs[0]?.type !== "Variable") return false;
  const stores = file.stores.storesTo(place);
  const isDeclared = place.root.kind === "variable" || stores.length > 0 || file.stores.annotationOf(place) !== undefined;
  return isDeclared && stores.every(({ value }) => value !== undefined && isNothing(value));
}

function valuesOf(file: FileFacts, place: Place): readonly (TSESTree.Node | undefined)[] {
  return file.stores.storesTo(place).map(({ value }) => value).filter((value) => value === undefined || !isNothing(value));
}

function isNothing(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  if (node.type === "Literal") return node.value === null || node.value === 0 || node.value === false;
  return (node.type === "Identifier" && node.name === "undefined") || (node.type === "UnaryExpression" && (node.operator === "void" || node.operator === "-"));
}

function isGivenTimer(file: FileFacts, handle: TSESTree.Node): boolean {
  const place = file.places.placeOf(handle);
  return place !== undefined && file.stores.storesTo(place).some(({ value }) => value === undefined || (unwrap(value).type === "CallExpression" && !isFunction(unwrap(value))));
}

function isSameKind(one: string | undefined, other: string): boolean {
  const isPlain = (name: string | undefined): boolean => name === "clearTimeout" || name === "clearInterval";
  return one === other || (isPlain(one) && isPlain(other));
}

function isDropped(call: CallNode): boolean {
  return wrapped(call).parent?.type === "ExpressionStatement";
}
