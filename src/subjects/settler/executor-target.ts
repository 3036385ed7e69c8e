/** Whether what an executor acquires lives on once its promise has settled. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { functionOf, initializerOf } from "../../facts/variables.ts";
import { enclosingFunction, receiverOf, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import { isOnAbort, targetLifetimeOf } from "../listener/listeners.ts";
import { signalLifeOf } from "../listener/signal-life.ts";
import type { Resource } from "../resource/resource.ts";

/**
 * `yes`: it is on something that outlives the call for sure; `signal`: on an abort signal that is kept, which as a rule
 * outlives it and never fires; `given-signal`: on one that the caller gives, who may make one for each call; `perhaps`: on
 * a parameter, which may end with the call; `no`: on something made for this call.
 */
export type Outliving = "yes" | "signal" | "given-signal" | "perhaps" | "no";

/** Answers how surely the acquisition outlives the promise. */
export function outlivesExecutor(file: FileFacts, resource: Resource, executor: FunctionNode): Outliving {
  if (resource.pair.handle.from !== "identity") return "yes";
  const receiver = receiverOf(resource.acquisition);
  const place = receiver === undefined ? undefined : file.places.placeOf(receiver);
  const value = place?.root.kind === "variable" ? initializerOf(place.root.variable) : undefined;
  const isMadeHere = value?.type === "NewExpression" && isForOneRun(file, executor, enclosingFunction(value));
  if (receiver !== undefined && isOnAbort(file, resource) && !isMadeHere) {
    const life = signalLifeOf(file, receiver);
    // What is made before a loop, and once for the promises of all its turns, is kept for them.
    if (life === "made" && value?.type !== "NewExpression") return "no";
    if (life === "given") return "given-signal";
    return life === undefined && place?.root.kind === "variable" && functionOf(place.root.variable) !== undefined ? "given-signal" : "signal";
  }
  if (place === undefined) return "no";
  if (place.root.kind === "instance" || place.root.kind === "static") return "yes";
  const lifetime = targetLifetimeOf(file, resource);
  if (lifetime === "process") return "yes";
  if (place.root.kind !== "variable") return "no";
  const maker = functionOf(place.root.variable);
  const isGiven = place.root.variable.defs[0]?.type === "Parameter";
  const isLocal = maker !== undefined && !isGiven && (maker === executor || maker === enclosingFunction(executor));
  return isLocal || lifetime === "own" ? "no" : "perhaps";
}

/** Functions may call each other in a circle. */
const MAXIMUM_DEPTH = 8;

/** Whether each call of the maker runs the executor once at most: what it makes has no second promise. */
function isForOneRun(file: FileFacts, executor: FunctionNode, maker: FunctionNode | undefined): boolean {
  let at = executor;
  for (let depth = 0; depth < MAXIMUM_DEPTH && at !== maker; depth += 1) {
    const call = at === executor ? wrapped(at).parent : onlyCallOf(file, at);
    const host = call === undefined || isInLoop(call) ? undefined : enclosingFunction(call);
    if (host === undefined) return false;
    at = host;
  }
  return at === maker;
}

/** The one call of a function that has a name and no other use. */
function onlyCallOf(file: FileFacts, node: FunctionNode): TSESTree.Node | undefined {
  const name = node.type === "FunctionDeclaration" ? node.id : node.parent.type === "VariableDeclarator" ? node.parent.id : undefined;
  const variable = name?.type === "Identifier" ? file.variables.variableOf(name) : undefined;
  const [use, ...others] = variable?.references.filter(({ init }) => init !== true) ?? [];
  const call = use?.identifier.parent;
  return others.length === 0 && call?.type === "CallExpression" && call.callee === use?.identifier ? call : undefined;
}
