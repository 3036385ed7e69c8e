/**
 * Follows what has no handle of its own but is released by naming again what the acquisition named: the receiver of a
 * semaphore, the path of a watched file, the event and function of a listener. Where a function both acquires and
 * releases so, it owes the release on every way out.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { namesOf } from "../../catalogue/origin.ts";
import type { Release } from "../../catalogue/entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FlowOwner } from "../../flow/graph.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { calleeName, enclosingFunction, isFunction, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";
import type { Graphs } from "./graphs.ts";
import { findHeldPaths } from "./held-path.ts";
import type { Resource } from "../resource.ts";
import { completionOf, type Trace } from "./trace.ts";

/** Answers on which ways the function that acquires misses its own release; undefined where it has none, or other code may release too. */
export function traceRepeated(file: FileFacts, graphs: Graphs, resource: Resource, owner: FlowOwner): Trace | undefined {
  const releases = collectOwnReleases(file, resource, isFunction(owner) ? owner : undefined);
  const graph = releases.length === 0 ? undefined : graphs.graphOf(owner);
  if (graph === undefined || !isAlone(file, resource)) return undefined;
  const acquiredAt = completionOf(graph, resource);
  if (graph.positionsOf(acquiredAt).length === 0) return undefined;
  const effects = new Map(releases.map((release) => [release as TSESTree.Node, "release" as const]));
  const heldPaths = findHeldPaths(file, graph, { acquiredAt, effects, handleKey: "the acquisition", emptyKeys: [] });
  // A second permit in a loop is a second permit, and a way back to the acquisition no leak.
  return { releases, escapes: false, heldPaths: heldPaths?.filter(({ leavesBy }) => leavesBy === "exit" || leavesBy === "exception") };
}

/** What the messages call the thing: the receiver or argument that is named at both places. */
export function nameOfRepeated(file: FileFacts, resource: Resource): string {
  const node = namedNode(resource);
  return node === undefined ? (calleeName(resource.acquisition) ?? "it") : file.sourceCode.getText(node);
}

/** Whether the process keeps something for the argument, and the file never speaks of a release. */
export function isNeverNamedAgain(file: FileFacts, { confidence, pair }: Resource): boolean {
  if (pair.handle.from !== "argument" || pair.heldBy !== "process" || pair.longLived === true || confidence === "likely") return false;
  const tokens = file.sourceCode.ast.tokens;
  return pair.releases.flatMap(namesOfRelease).every((name) => tokens.every(({ value }) => !value.includes(name)));
}

/** Whether the argument to name again is a function written in the call, which nobody can name. */
export function isNamedInPlace(resource: Resource): boolean {
  const node = namedNode(resource);
  return node !== undefined && isFunction(unwrap(node));
}

/** The releases in the function itself; none where a call that goes by the name of a release stands elsewhere, or is perhaps another's. */
function collectOwnReleases(file: FileFacts, resource: Resource, owner: TSESTree.Node | undefined): readonly CallNode[] {
  const found: CallNode[] = [];
  for (const release of resource.pair.releases) {
    for (const call of callsNamedLike(file, release)) {
      if (call === resource.acquisition) continue;
      const match = matchRelease(file, resource, call, release);
      if (match === "no") continue;
      // A release before the acquisition takes off an earlier one, which the next may replace for good.
      if (match === "perhaps" || enclosingFunction(call) !== owner || call.range[0] < resource.acquisition.range[0]) return [];
      found.push(call);
    }
  }
  return found;
}

/** Whether the file names the acquisition once, so that a release of the same name can be for this one only. */
function isAlone(file: FileFacts, { acquisition }: Resource): boolean {
  const owner = enclosingFunction(acquisition);
  const text = file.sourceCode.getText(acquisition);
  return file.calls.named(calleeName(acquisition) ?? "").every((other) => other === acquisition || enclosingFunction(other) !== owner || file.sourceCode.getText(other) !== text);
}

function callsNamedLike(file: FileFacts, release: Release): readonly CallNode[] {
  return [...new Set(namesOfRelease(release).flatMap((name) => file.calls.named(name)))];
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
      return compareArguments(file, resource, call, [[resource.pair.handle.from === "argument" ? resource.pair.handle.index : 0, release.argument]]);
    case "receiver-method": {
      const own = receiverOf(resource.acquisition);
      const isSame = own === undefined || receiver === undefined ? (own === receiver ? "yes" : "no") : compare(file, own, receiver);
      if (isSame !== "yes" || "all" in release) return isSame;
      if ("same" in release) return compareArguments(file, resource, call, release.same.map((index) => [index, index]));
      return compareArguments(file, resource, call, [[resource.pair.handle.from === "argument" ? resource.pair.handle.index : 0, release.argument]]);
    }
    default:
      return "no";
  }
}

function compareArguments(file: FileFacts, { acquisition }: Resource, call: CallNode, indices: readonly (readonly [number, number])[]): Match {
  const matches = indices.map(([here, there]): Match => {
    const [one, other] = [acquisition.arguments[here], call.arguments[there]];
    return one === undefined || other === undefined ? "perhaps" : compare(file, one, other);
  });
  return matches.find((match) => match === "no") ?? matches.find((match) => match === "perhaps") ?? "yes";
}

/** Whether two expressions name one value: the same place that nothing writes again, or the same text. */
function compare(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): Match {
  const [first, second] = [unwrap(one), unwrap(other)];
  if (first.type === "Literal" && second.type === "Literal") return first.value === second.value ? "yes" : "no";
  const [firstPlace, secondPlace] = [file.places.placeOf(first), file.places.placeOf(second)];
  if (firstPlace === undefined || secondPlace === undefined) return "perhaps";
  if (firstPlace.key !== secondPlace.key) return firstPlace.path.length > 0 && secondPlace.path.length > 0 ? "no" : "perhaps";
  const { root } = firstPlace;
  const isStable = root.kind !== "variable" || root.variable.references.every((reference) => !reference.isWrite() || reference.init === true);
  return isStable ? "yes" : "perhaps";
}

function namedNode({ acquisition, pair: { handle } }: Resource): TSESTree.Node | undefined {
  return handle.from === "argument" ? acquisition.arguments[handle.index] : receiverOf(acquisition);
}
