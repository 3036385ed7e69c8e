/**
 * Follows what has no handle of its own but is released by naming again what the acquisition named: the receiver of a
 * semaphore, the path of a watched file, the event and function of a listener. Where a function both acquires and
 * releases so, it owes the release on every way out.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { namesOf } from "../../catalogue/origin.ts";
import { takingBack } from "../../catalogue/words/releases.ts";
import type { Release } from "../../catalogue/entry.ts";
import { codeTextOf } from "../../facts/code-text.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { writesOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Graphs } from "./graphs.ts";
import { findHeldPaths, type HeldPath } from "./held-path.ts";
import type { Resource } from "../resource/resource.ts";
import { failuresOf } from "./failures.ts";
import { isRejectedByItself } from "../settler/own-rejection.ts";
import { executionAround } from "../../syntax/executor.ts";
import { completionOf, type Trace } from "./trace.ts";
import { flowOwnerOf } from "./graphs.ts";

/** Answers on which ways the function that acquires misses its own release; undefined where it has none. */
export function traceRepeated(file: FileFacts, graphs: Graphs, resource: Resource): Trace | undefined {
  const releases = namedReleasesOf(file, resource).own;
  const around = executionAround(resource.acquisition);
  const graph = releases.length === 0 ? undefined : graphs.graphOf(around?.host ?? flowOwnerOf(file, resource.acquisition));
  if (graph === undefined) return undefined;
  const acquiredAt = around?.promise ?? completionOf(graph, resource);
  if (graph.positionsOf(acquiredAt).length === 0) return undefined;
  const effects = new Map(releases.map((release) => [release as TSESTree.Node, "release" as const]));
  const heldPaths = findHeldPaths(file, graph, { acquiredAt, effects, handleKey: "the acquisition", emptyKeys: [] });
  // A second permit in a loop is a second permit, and a way back to the acquisition no leak.
  const isMissed = (way: HeldPath): boolean => (around === undefined ? way.leavesBy === "exit" || way.leavesBy === "exception" : failsBeside(file, resource, way));
  return { releases, escapes: false, heldPaths: heldPaths?.filter(isMissed) };
}

/** Whether something fails on the way, and not just the promise that the thing itself rejects. */
function failsBeside(file: FileFacts, { acquisition }: Resource, way: HeldPath): boolean {
  const failures = failuresOf(way);
  return failures.length > 0 && failures.every(({ node }) => !isRejectedByItself(file, acquisition, node));
}

/** The function that has to release: the one around the acquisition, or around the promise whose executor makes it. */
export function hostOf(file: FileFacts, { acquisition }: Resource): FunctionNode | undefined {
  const around = executionAround(acquisition)?.host ?? flowOwnerOf(file, acquisition);
  return isFunction(around) ? around : undefined;
}

/** What the messages call the thing: the receiver or argument that is named at both places. */
export function nameOfRepeated(file: FileFacts, resource: Resource): string {
  const node = namedNode(resource);
  return node === undefined ? (calleeName(resource.acquisition) ?? "it") : file.sourceCode.getText(node);
}

/** Whether the process keeps something for the argument, and the file never speaks of a release. */
export function isNeverNamedAgain(file: FileFacts, { confidence, pair }: Resource): boolean {
  if (pair.handle.from !== "argument" || pair.heldBy !== "process" || pair.longLived === true || confidence === "likely") return false;
  return pair.releases.flatMap(namesOfRelease).every((name) => !codeTextOf(file).includes(name));
}

/** Whether the argument to name again is a function written in the call, which nobody can name. */
export function isNamedInPlace(resource: Resource): boolean {
  const node = namedNode(resource);
  return node !== undefined && isFunction(unwrap(node));
}

/** Each acquisition is compared with each call that may release it; where there are more, nothing is known. */
const MOST_CALLS = 200;

/** The calls that name again what an acquisition named. */
export interface NamedReleases {
  /** Those that release it behind the acquisition, in the same function. */
  readonly own: readonly CallNode[];
  /** Those of other functions. */
  readonly later: readonly CallNode[];
  /** The first other one: perhaps of another thing, in other code, or before the acquisition, where it takes off an earlier one, which the next may replace for good. */
  readonly other: { readonly is: "perhaps" | "elsewhere" | "before"; readonly call: CallNode } | undefined;
}

const namedReleases = new WeakMap<Resource, NamedReleases>();

/** The releases of a thing that has no handle; none where too many calls have the name of its release. */
export function namedReleasesOf(file: FileFacts, resource: Resource): NamedReleases {
  const known = namedReleases.get(resource) ?? collectNamedReleases(file, resource);
  namedReleases.set(resource, known);
  return known;
}

function collectNamedReleases(file: FileFacts, resource: Resource): NamedReleases {
  const { acquisition } = resource;
  const owner = hostOf(file, resource);
  const own: CallNode[] = [];
  const later: CallNode[] = [];
  let other: NamedReleases["other"];
  for (const release of resource.pair.releases) {
    const calls = callsNamedLike(file, release);
    if (calls.length > MOST_CALLS) return { own: [], later: [], other };
    for (const call of calls) {
      const match = call === acquisition ? "no" : matchRelease(file, resource, call, release);
      if (match === "no" || isOfOtherHolder(file, resource, call)) continue;
      const is = match === "perhaps" ? match : enclosingFunction(call) !== owner ? "elsewhere" : call.range[0] < acquisition.range[0] ? "before" : "own";
      if (is === "own") own.push(call);
      else other ??= { is, call };
      if (is === "elsewhere") later.push(call);
    }
  }
  return { own, later, other };
}

/** Whether another function gives back there what it has taken itself: of what one holds at a time, that is none of this one's. */
function isOfOtherHolder(file: FileFacts, { acquisition, pair: { handle } }: Resource, release: CallNode): boolean {
  const around = enclosingFunction(release);
  if (handle.from === "identity" || handle.from === "argument" || around === enclosingFunction(acquisition)) return false;
  const given = receiverOf(release);
  return given !== undefined && file.calls.directlyIn(around).some((other) => {
    const taken = receiverOf(other);
    return other.range[0] < release.range[0] && takingBack(calleeName(other) ?? "").includes(calleeName(release) ?? "") && taken !== undefined && compare(file, taken, given) === "yes";
  });
}

/** Whether the function writes the acquisition twice, so that a release of the same name may be for the other one. */
export function isWrittenTwice(file: FileFacts, { acquisition }: Resource): boolean {
  const named = file.calls.named(calleeName(acquisition) ?? "");
  const known = repeated.get(named) ?? collectRepeated(file, named);
  repeated.set(named, known);
  return known.has(acquisition);
}

const repeated = new WeakMap<readonly CallNode[], ReadonlySet<CallNode>>();

/** The calls that their function writes twice, letter by letter. */
function collectRepeated(file: FileFacts, calls: readonly CallNode[]): ReadonlySet<CallNode> {
  const alike = new Map<FunctionNode | undefined, Map<string, CallNode[]>>();
  for (const call of calls) {
    const ofOwner = alike.get(enclosingFunction(call)) ?? new Map<string, CallNode[]>();
    alike.set(enclosingFunction(call), ofOwner);
    const text = file.sourceCode.getText(call);
    const list = ofOwner.get(text);
    if (list === undefined) ofOwner.set(text, [call]);
    else list.push(call);
  }
  return new Set([...alike.values()].flatMap((ofOwner) => [...ofOwner.values()].filter(({ length }) => length > 1).flat()));
}

function callsNamedLike(file: FileFacts, release: Release): readonly CallNode[] {
  const lists = namesOfRelease(release).map((name) => file.calls.named(name)).filter(({ length }) => length > 0);
  return lists.length < 2 ? (lists[0] ?? []) : [...new Set(lists.flat())];
}

function namesOfRelease(release: Release): readonly string[] {
  switch (release.by) {
    case "method":
    case "receiver-method":
      return [release.name];
    case "callee":
      return namesOf(release.callee);
    default:
      return [];
  }
}

type Match = "yes" | "no" | "perhaps";

function matchRelease(file: FileFacts, resource: Resource, call: CallNode, release: Release): Match {
  const named = namedNode(resource);
  const receiver = receiverOf(call);
  switch (release.by) {
    case "method":
      return named === undefined || receiver === undefined ? "no" : compare(file, named, receiver);
    case "callee":
      if (matchOrigin(file, call.callee, release.callee) === undefined) return "no";
      return compareNamed(file, resource, call, [[resource.pair.handle.from === "argument" ? resource.pair.handle.index : 0, release.argument]]);
    case "receiver-method": {
      const own = receiverOf(resource.acquisition);
      const isSame = own === undefined || receiver === undefined ? (own === receiver ? "yes" : "no") : compare(file, own, receiver);
      if (isSame !== "yes" || "all" in release) return isSame;
      if ("same" in release) return compareNamed(file, resource, call, release.same.map((index) => [index, index]));
      return compareNamed(file, resource, call, [[resource.pair.handle.from === "argument" ? resource.pair.handle.index : 0, release.argument]]);
    }
    default:
      return "no";
  }
}

function compareNamed(file: FileFacts, { acquisition }: Resource, call: CallNode, indices: readonly (readonly [number, number])[]): Match {
  let match: Match = "yes";
  for (const [here, there] of indices) {
    const [one, other] = [acquisition.arguments[here], call.arguments[there]];
    const found = one === undefined || other === undefined ? "perhaps" : compare(file, one, other);
    if (found === "no") return "no";
    if (found === "perhaps") match = "perhaps";
  }
  return match;
}

/** Whether two expressions name one value: the same place that nothing writes again, or the same text. */
function compare(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): Match {
  const [first, second] = [unwrap(one), unwrap(other)];
  if (first.type === "Literal" && second.type === "Literal") return first.value === second.value ? "yes" : "no";
  const [firstPlace, secondPlace] = [file.places.placeOf(first), file.places.placeOf(second)];
  if (firstPlace === undefined || secondPlace === undefined) return "perhaps";
  if (firstPlace.key !== secondPlace.key) return firstPlace.path.length > 0 && secondPlace.path.length > 0 ? "no" : "perhaps";
  const { root } = firstPlace;
  const isStable = root.kind !== "variable" || isWrittenOnce(root.variable);
  return isStable ? "yes" : "perhaps";
}

/** Whether a variable has one value, from its declaration on or from the one place that fills it. */
function isWrittenOnce(variable: Variable): boolean {
  const writes = writesOf(variable);
  return writes.every(({ init }) => init === true) || (writes.length === 1 && variable.defs[0]?.type === "Variable" && variable.defs.length === 1);
}

function namedNode({ acquisition, pair: { handle } }: Resource): TSESTree.Node | undefined {
  return handle.from === "argument" ? acquisition.arguments[handle.index] : receiverOf(acquisition);
}
