/**
 * Promise executors: several callbacks race to settle one promise, and the one that wins has to end what the others wait
 * on. `connect`, `error` and `timeout` are alternative ways out of one function, which its own graph does not show.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { areAlternatives } from "../../syntax/arms.ts";
import { calleeName, enclosingFunction, isFunction, isInFinalizer, isWithin, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { outlivesExecutor, type Outliving } from "./executor-target.ts";
import { canRemove, isOnAbort } from "../../subjects/listener/listeners.ts";
import { endsAny, endsTarget } from "./ended-target.ts";
import { findRelease } from "../../subjects/resource/releases.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { isLong } from "../../subjects/resource/timer-delay.ts";

/** A resource that a callback forgets when it settles the promise. */
export interface ForgottenOnSettle {
  readonly resource: Resource;
  readonly confidence: Confidence;
  /** The callback that settles without releasing. */
  readonly settler: TSESTree.Node;
  /** Where another callback releases it; undefined where none does. */
  readonly release: TSESTree.Node | undefined;
}

/** A callback that settles the promise: a function, or `resolve` and `reject` handed over as they are. */
interface Settler {
  readonly node: TSESTree.Node;
  /** The functions that run with it: itself and the local functions it calls. */
  readonly functions: ReadonlySet<FunctionNode>;
  /** The calls it is given to. */
  readonly of: ReadonlySet<CallNode>;
  /** Whether it waits for another promise, which settles only once: nothing but a signal is known to outlast that. */
  readonly isChained: boolean;
}

/** Collects, for every executor of the file, what some settling callback leaves behind. */
export function collectForgottenOnSettle(file: FileFacts, resources: readonly Resource[]): readonly ForgottenOnSettle[] {
  const found: ForgottenOnSettle[] = [];
  for (const executor of executorsOf(file)) {
    const own = resources.filter((resource) => isWaitedOn(resource) && enclosingFunction(resource.acquisition) === executor);
    if (own.length === 0) continue;
    const settlers = collectSettlers(file, executor);
    const verdicts = own.flatMap((resource) => judge(file, executor, resource, isOnAbort(file, resource) ? settlers : settlers.filter(({ isChained }) => !isChained)) ?? []);
    // Where nothing at all is released, one report says it for the whole executor.
    found.push(...verdicts.filter((verdict) => verdict.release !== undefined), ...verdicts.filter((verdict) => verdict.release === undefined).slice(0, 1));
  }
  return found;
}

/** Listeners and timers: what a callback waits on. What is opened to be used (a socket, a file) ends by its own rules. */
function isWaitedOn({ pair }: Resource): boolean {
  return pair.handle.from === "identity" || pair.id.startsWith("timers/");
}

function executorsOf(file: FileFacts): FunctionNode[] {
  return file.calls.named("Promise").flatMap((call) => {
    const [executor] = call.arguments;
    return call.type === "NewExpression" && executor !== undefined && isFunction(executor) ? [executor] : [];
  });
}

function judge(file: FileFacts, executor: FunctionNode, resource: Resource, settlers: readonly Settler[]): ForgottenOnSettle | undefined {
  if (settlers.length < 2) return undefined;
  const outliving = outlivesExecutor(file, resource, executor);
  if (outliving === "no") return undefined;
  const releases = releasesOf(file, resource, executor);
  if (releases === "unknown" || releases.some((release) => !settlers.some((settler) => runsIn(settler, release)) || isReleasedAtEnd(file, executor, release))) return undefined;
  // A signal aborts once: a listener that has run never runs again.
  const endsWithOwnCallback = resource.pair.endsByItself === true || isOnAbort(file, resource) || isOnError(resource) || /once/i.test(calleeName(resource.acquisition) ?? "");
  const forgetful = settlers.find((settler) => {
    if (areAlternatives(settler.node, resource.acquisition)) return false;
    if (isOfOwn(settler, resource) && (endsWithOwnCallback || releases.length === 0)) return false;
    if (endsEmitter(file, settler, resource) || endsTarget(file, settler.functions, resource) || releases.some((release) => followsFrom(file, release, settler))) return false;
    return !releases.some((release) => runsIn(settler, release) || isWithinReleaser(file, settler, release, executor));
  });
  if (forgetful === undefined) return undefined;
  const [release] = releases;
  const confidence = confidenceOf(file, resource, outliving, release !== undefined);
  return confidence === undefined ? undefined : { resource, confidence, settler: forgetful.node, release };
}

/** Whether the executor itself, an `async` one, calls the function of the release in a `finally` of its own. */
function isReleasedAtEnd(file: FileFacts, executor: FunctionNode, release: TSESTree.Node): boolean {
  const releaser = enclosingFunction(release);
  return file.calls.directlyIn(executor).some((call) => file.functions.calledFunction(call) === releaser && isInFinalizer(call));
}

/** A stream or socket that has failed is destroyed: its listener for `error` has run for the last time. */
function isOnError({ acquisition }: Resource): boolean {
  const [event] = acquisition.arguments;
  return event?.type === "Literal" && event.value === "error";
}

/** Whether the settler is what the resource itself calls back, or stands inside of it. */
function isOfOwn(settler: Settler, { acquisition }: Resource): boolean {
  return settler.of.has(acquisition) || acquisition.arguments.some((argument) => isWithin(settler.node, argument));
}

/** Whether the settler waits for the end of what the listener is put on: nothing is called any more. */
function endsEmitter(file: FileFacts, settler: Settler, { acquisition, pair }: Resource): boolean {
  if (pair.handle.from !== "identity") return false;
  const target = receiverOf(acquisition);
  return [...settler.of].some((call) => isEndingCall(call) && isSamePlace(file, receiverOf(call), target));
}

/** `error` and `kill()` are followed by `close`: a release in the handler of the end of the same emitter comes soon after. */
function followsFrom(file: FileFacts, release: TSESTree.Node, settler: Settler): boolean {
  const handler = enclosingFunction(release)?.parent;
  if (handler?.type !== "CallExpression" || !isEndingCall(handler)) return false;
  const emitter = receiverOf(handler);
  return [...settler.of].some((call) => isSamePlace(file, receiverOf(call), emitter)) || (emitter !== undefined && endsAny(file, settler.functions, emitter));
}

function isEndingCall(call: CallNode): boolean {
  const [event] = call.arguments;
  return /^(?:on|once|addListener|addEventListener)$/.test(calleeName(call) ?? "") && event?.type === "Literal" && endingEvents.has(String(event.value));
}

function isSamePlace(file: FileFacts, one: TSESTree.Node | undefined, other: TSESTree.Node | undefined): boolean {
  const [first, second] = [one, other].map((node) => (node === undefined ? undefined : file.places.placeOf(node)?.key));
  return first !== undefined && first === second;
}

/** Whether the callback around the settler has released before: `on("data", () => { release(); on("close", resolve); })`. */
function isWithinReleaser(file: FileFacts, settler: Settler, release: TSESTree.Node, executor: FunctionNode): boolean {
  const releaser = enclosingFunction(release);
  if (releaser === undefined || releaser === executor) return false;
  if (isWithin(settler.node, releaser)) return release.range[0] < settler.node.range[0];
  for (let around = enclosingFunction(settler.node); around !== undefined && around !== executor; around = enclosingFunction(around)) {
    if (file.calls.directlyIn(around).some((call) => call.range[1] <= settler.node.range[0] && file.functions.calledFunction(call) === releaser)) return true;
  }
  return false;
}

/** Whether a release runs when the settler does. One that runs in no settler stands in a function handed on to who knows whom. */
function runsIn(settler: Settler, release: TSESTree.Node): boolean {
  const owner = enclosingFunction(release);
  return owner !== undefined && settler.functions.has(owner);
}

/** A release in one callback proves that the others forget it; without one, only what surely lives on is worth a word. */
function confidenceOf(file: FileFacts, resource: Resource, outliving: Outliving, isReleased: boolean): Confidence | undefined {
  const isLongTimer = resource.pair.id === "timers/timeout" && isLong(file, resource.acquisition);
  if (outliving === "signal" || isLongTimer) return "certain";
  if (isReleased) return resource.pair.endsByItself === true || outliving === "perhaps" ? "likely" : "certain";
  // What nobody releases may well be meant to stay.
  return outliving === "given-signal" ? "likely" : undefined;
}

/** The releases of the resource inside the executor; unknown where its handle is given away. */
function releasesOf(file: FileFacts, resource: Resource, executor: FunctionNode): readonly TSESTree.Node[] | "unknown" {
  if (resource.pair.handle.from === "identity") {
    return file.nodes.calls.filter((call) => isWithin(call, executor) && resource.pair.releases.some((release) => canRemove(file, resource, call, release)));
  }
  const target = assignedTo(resource.acquisition);
  const variable = target === undefined ? undefined : file.variables.variableOf(target);
  if (target === undefined) return resource.acquisition.parent.type === "ExpressionStatement" ? [] : "unknown";
  if (variable === undefined || isGivenWithSettlers(file, variable, executor)) return "unknown";
  return variable.references.flatMap((reference) => findRelease(file, resource, reference.identifier as TSESTree.Node) ?? []);
}

/** `queue.push(new Request(resolve, reject, timer))`: who settles has the handle too. */
function isGivenWithSettlers(file: FileFacts, handle: Variable, executor: FunctionNode): boolean {
  const settling = settlingOf(file, executor);
  return handle.references.some(({ identifier }) => {
    const call = identifier.parent;
    const isArgument = (call.type === "CallExpression" || call.type === "NewExpression") && call.callee !== identifier;
    return isArgument && call.arguments.some((argument) => argument.type === "Identifier" && settling.has(file.variables.variableOf(argument)));
  });
}

/** The variables that settle the promise of an executor. */
function settlingOf(file: FileFacts, executor: FunctionNode): ReadonlySet<Variable | undefined> {
  return new Set(executor.params.slice(0, 2).flatMap((parameter) => (parameter.type === "Identifier" ? (file.variables.variableOf(parameter) ?? []) : [])));
}

function assignedTo(call: CallNode): TSESTree.Identifier | undefined {
  const { parent } = call;
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id;
  return parent.type === "AssignmentExpression" && parent.left.type === "Identifier" ? parent.left : undefined;
}

function collectSettlers(file: FileFacts, executor: FunctionNode): Settler[] {
  const settling = settlingOf(file, executor);
  const settlers = new Map<TSESTree.Node, { readonly node: TSESTree.Node; readonly functions: ReadonlySet<FunctionNode>; readonly of: Set<CallNode>; readonly isChained: boolean }>();
  const note = (node: TSESTree.Node, call: CallNode, functions: () => ReadonlySet<FunctionNode>): void => {
    const known = settlers.get(node) ?? { node, functions: functions(), of: new Set<CallNode>(), isChained: node.type === "Identifier" && calleeName(call) === "then" };
    known.of.add(call);
    settlers.set(node, known);
  };
  for (const call of file.nodes.calls) {
    if (!isWithin(call, executor) || call === executor.parent || isRemoval(call)) continue;
    for (const argument of call.arguments) {
      const node = unwrap(argument);
      const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
      if (variable !== undefined && settling.has(variable)) note(node, call, () => new Set());
      const callback = file.functions.functionValueOf(node);
      if (callback !== undefined && isWithin(callback, executor)) note(callback, call, () => reachedFrom(file, callback, executor));
    }
  }
  return [...settlers.values()].filter(({ functions }) => functions.size === 0 || callsAny(file, functions, settling));
}

/** `socket.off("error", reject)` takes a settler away. */
function isRemoval(call: CallNode): boolean {
  return /^(?:off|remove(?:Event)?Listener)$/.test(calleeName(call) ?? "");
}

/** The functions of the executor that run when `start` runs. */
function reachedFrom(file: FileFacts, start: FunctionNode, executor: FunctionNode): ReadonlySet<FunctionNode> {
  const reached = new Set<FunctionNode>([start]);
  for (const node of reached) {
    for (const call of file.calls.directlyIn(node)) {
      const callee = file.functions.calledFunction(call);
      if (callee !== undefined && isWithin(callee, executor) && reached.size < 50) reached.add(callee);
    }
  }
  return reached;
}

function callsAny(file: FileFacts, functions: ReadonlySet<FunctionNode>, settling: ReadonlySet<unknown>): boolean {
  return [...functions].some((owner) =>
    file.calls.directlyIn(owner).some((call) => {
      const callee = unwrap(call.callee);
      return callee.type === "Identifier" && settling.has(file.variables.variableOf(callee));
    }),
  );
}
