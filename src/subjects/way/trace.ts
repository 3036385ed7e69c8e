/** Follows a handle that a local variable holds from its acquisition to every way out of its owner. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingSources } from "../../catalogue/words/handle-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import type { FlowOwner, Graph } from "../../flow/graph.ts";
import { executionAround } from "../../syntax/executor.ts";
import { enclosingFunction, isFunction, isWithin, wrapped } from "../../syntax/tree.ts";
import { flowOwnerOf, type Graphs } from "./graphs.ts";
import type { HandleFate } from "../handle/handle-fate.ts";
import { sideBySideOf } from "../resource/side-by-side.ts";
import { collectHandleEffects, type EffectKind, type HandleEffect } from "../handle/handle-uses.ts";
import { findHeldPaths, type HeldPath } from "./held-path.ts";
import { workOn } from "./path-work.ts";
import type { Resource } from "../resource/resource.ts";

export interface Trace {
  /** The releases of the handle, wherever they stand. */
  readonly releases: readonly TSESTree.Node[];
  /** Whether somebody else may own it somewhere. */
  readonly escapes: boolean;
  /** The ways out on which it is still held, those by exception last; undefined where there were too many to try. */
  readonly heldPaths: readonly HeldPath[] | undefined;
  /** The paths hold if a call that was awaited only used the handle, which is likely where the function releases it after. */
  readonly isLent?: true;
}

const STRENGTH: Record<EffectKind, number> = { lose: 0, release: 1, escape: 2 };
const ORDER: readonly HeldPath["leavesBy"][] = ["again", "exit", "overwritten", "exception"];

/** Where a handle comes into a variable: by the acquisition, or as the parameter of a callback. */
export interface Arrival {
  readonly variable: Variable;
  readonly owner: FlowOwner;
  /** Its acquisition, the entry of the callback, or what runs the acquisition for the owner. */
  readonly at: "acquisition" | "entry" | TSESTree.Node;
  /** The error parameter of the callback. */
  readonly failure: Variable | undefined;
}

/** The arrival that a fate tells; undefined where no local variable gets the handle. */
export function arrivalOf(file: FileFacts, resource: Resource, fate: HandleFate): Arrival | undefined {
  if (fate.kind === "variable") return { variable: fate.variable, owner: flowOwnerOf(file, resource.acquisition), at: "acquisition", failure: undefined };
  return fate.kind === "parameter" ? { variable: fate.variable, owner: fate.callback, at: "entry", failure: fate.failure } : undefined;
}

/**
 * The arrival of what the executor of a promise puts into a variable of the function around it, which goes on when `new Promise(…)` is
 * through. Undefined where the executor, or a callback in it, has to do with the handle once more: then that is where it may end.
 */
export function arrivalInExecutor({ acquisition }: Resource, fate: HandleFate): Arrival | undefined {
  const { root, path } = fate.kind === "kept" ? fate.place : NO_PLACE;
  const around = root?.kind === "variable" && path.length === 0 ? executionAround(acquisition) : undefined;
  if (around === undefined || root?.kind !== "variable" || functionOf(root.variable) !== around.host) return undefined;
  const inside = root.variable.references.filter(({ identifier }) => isWithin(identifier, around.executor));
  return inside.length === 1 ? { variable: root.variable, owner: around.host, at: around.promise, failure: undefined } : undefined;
}

const NO_PLACE = { root: undefined, path: [] } as const;

/** Answers what becomes of the handle; undefined where a use stands outside the graph, or there is no graph. */
export function traceVariable(file: FileFacts, graphs: Graphs, resource: Resource, { variable, owner, at, failure }: Arrival): Trace | undefined {
  const graph = graphs.graphOf(owner);
  if (graph === undefined || !workOn(graph).spend(1)) return undefined;
  const found = collectHandleEffects(file, resource, variable, isFunction(owner) ? owner : undefined);
  const sources = resource.pair.usedUp === undefined ? [] : file.calls.namedOneOf(endingSources).filter((call) => enclosingFunction(call) === owner);
  const ends = sources.map((at): HandleEffect => ({ kind: "release", at }));
  const effects = effectsByStep(graph, [...found, ...ends]);
  if (effects === undefined) return undefined;
  const acquiredAt = at === "acquisition" ? completionOf(graph, resource) : at;
  if (acquiredAt !== "entry" && graph.positionsOf(acquiredAt).length === 0) return undefined;
  const releases = found.filter((effect) => effect.kind === "release").map((effect) => effect.at);
  const escapes = found.some((effect) => effect.kind === "escape");
  const handleKey = file.places.placeOfVariable(variable).key;
  const used = resource.pair.usedUp === undefined ? undefined : { key: handleKey, by: resource.pair.usedUp };
  const emptyKeys = failure === undefined ? [] : [file.places.placeOfVariable(failure).key];
  const pathsUnder = (assumed: ReadonlyMap<TSESTree.Node, EffectKind>): readonly HeldPath[] | undefined => findHeldPaths(file, graph, { acquiredAt, effects: assumed, handleKey, emptyKeys, used });
  const heldPaths = pathsUnder(effects)?.toSorted((one, other) => ORDER.indexOf(one.leavesBy) - ORDER.indexOf(other.leavesBy));
  const lentPaths = heldPaths?.length === 0 && releases.length > 0 && found.some(({ isAwaited }) => isAwaited) ? pathsUnder(effectsByStep(graph, [...found.filter(({ isAwaited }) => isAwaited !== true), ...ends]) ?? effects) : undefined;
  // Every way that goes on from the call comes to a release, so that the function never meant to give the handle away.
  const isLent = lentPaths !== undefined && lentPaths.length > 0 && lentPaths.every(({ leavesBy }) => leavesBy === "exception");
  return isLent ? { releases, escapes, heldPaths: lentPaths, isLent } : { releases, escapes, heldPaths };
}

/** The strongest effect on each step; undefined where one stands outside of the graph. */
function effectsByStep(graph: Graph, found: readonly HandleEffect[]): ReadonlyMap<TSESTree.Node, EffectKind> | undefined {
  const effects = new Map<TSESTree.Node, EffectKind>();
  for (const effect of found) {
    const node = stepNodeOf(graph, effect.at);
    if (node === "unreached") continue;
    if (node === undefined) return undefined;
    const before = effects.get(node);
    if (before === undefined || STRENGTH[effect.kind] > STRENGTH[before]) effects.set(node, effect.kind);
  }
  return effects;
}

/** The node whose completion acquires: the `await` of the call where there is one, since a rejection acquires nothing. */
export function completionOf(graph: Graph, resource: Resource): TSESTree.Node {
  const choice = choiceAround(resource.acquisition);
  const parent = sideBySideOf(choice)?.awaited ?? choice.parent;
  const isAwaited = parent?.type === "AwaitExpression" && graph.positionsOf(parent).length > 0;
  return isAwaited ? parent : resource.acquisition;
}

/** `await (custom ? custom.open(path) : open(path))`: the choice that gives what the call gives. */
function choiceAround(node: TSESTree.Node): TSESTree.Node {
  const value = wrapped(node);
  const { parent } = value;
  const isChosen = (parent?.type === "ConditionalExpression" && parent.test !== value) || (parent?.type === "LogicalExpression" && parent.right === value);
  return isChosen && parent !== undefined ? choiceAround(parent) : value;
}

/** Nodes that have a step wherever they can be reached. */
const ALWAYS_STEPS = new Set<string>(["CallExpression", "NewExpression", "AwaitExpression", "YieldExpression", "ReturnStatement", "ThrowStatement", "AssignmentExpression", "VariableDeclarator"]);
/** Code that belongs to another graph, though it stands in no other function. */
const OTHER_OWNERS = new Set<string>(["StaticBlock", "PropertyDefinition", "AccessorProperty"]);

/** The nearest node around an effect that the graph has a step for; `unreached` where no way leads to it. */
function stepNodeOf(graph: Graph, node: TSESTree.Node): TSESTree.Node | "unreached" | undefined {
  let isUnreached = false;
  for (let at: TSESTree.Node | undefined = node; at !== undefined && at !== graph.owner; at = at.parent ?? undefined) {
    if (OTHER_OWNERS.has(at.type)) return undefined;
    if (!isUnreached && graph.positionsOf(at).length > 0) return at;
    isUnreached ||= ALWAYS_STEPS.has(at.type);
  }
  return isUnreached ? "unreached" : undefined;
}
