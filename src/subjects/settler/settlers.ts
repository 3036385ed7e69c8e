/**
 * Several callbacks race to end one wait. `connect`, `error` and `timeout` are alternative ways out of one function, which
 * its own graph does not show.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { eventRemovers } from "../../catalogue/words/event-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { optionsOf } from "../../facts/options.ts";
import type { Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isWithin, unwrap, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { canRemove } from "../listener/listeners.ts";
import { findRelease } from "../resource/releases.ts";
import type { Resource } from "../resource/resource.ts";
import type { Wait } from "./waits.ts";

/** What a callback is given to: a call, or the member of an object, as in `socket.onerror = …`. */
export type Hearer = CallNode | TSESTree.AssignmentExpression;

/** A callback that settles the wait: a function, or `resolve` and `reject` handed over as they are. */
export interface Settler {
  readonly node: TSESTree.Node;
  /** The functions that run with it: itself and the local functions it calls. */
  readonly functions: ReadonlySet<FunctionNode>;
  /** What it is given to. */
  readonly of: ReadonlySet<Hearer>;
  /** Whether it waits for another promise, which settles only once: nothing but a signal is known to outlast that. */
  readonly isChained: boolean;
}

/** Collects the callbacks inside of a function that settle its wait. */
export function collectSettlers(file: FileFacts, { home, settling }: Wait): Settler[] {
  const settlers = new Map<TSESTree.Node, Settler & { readonly of: Set<Hearer> }>();
  const note = (given: TSESTree.Node, hearer: Hearer): void => {
    const node = unwrap(given);
    const callback = file.functions.functionValueOf(node);
    if (isWrapping(file, hearer, settling)) return;
    const isInner = callback !== undefined && callback !== home && isWithin(callback, home);
    const isSettling = node.type === "Identifier" && settling.has(file.variables.variableOf(node));
    if (!isInner && !isSettling) return;
    const key = isInner ? callback : node;
    const isChained = node.type === "Identifier" && hearer.type !== "AssignmentExpression" && calleeName(hearer) === "then";
    const known = settlers.get(key) ?? { node: key, functions: isInner ? functionsRunBy(file, callback, home) : new Set(), of: new Set<Hearer>(), isChained };
    known.of.add(hearer);
    settlers.set(key, known);
  };
  for (const call of file.nodes.calls) {
    if (isWithin(call, home) && call !== home.parent && !takesSettlerAway(call)) for (const argument of call.arguments) for (const given of [argument, ...handlersIn(file, argument)]) note(given, call);
  }
  for (const assignment of file.nodes.assignments) if (isWithin(assignment, home) && assignment.left.type === "MemberExpression") note(assignment.right, assignment);
  return [...settlers.values()].filter(({ functions }) => functions.size === 0 || callsAny(file, functions, settling));
}

/** `once(callback)` gives a name that is called instead. */
function isWrapping(file: FileFacts, { parent }: Hearer, settling: Wait["settling"]): boolean {
  return parent.type === "VariableDeclarator" && settling.has(file.variables.variableOf(parent.id));
}

/** The callbacks among the properties of an argument, and of objects among these: `dialog.open({ onPick() { … }, on: { close: finish } })`. */
function handlersIn(file: FileFacts, argument: TSESTree.Node, depth = 0): readonly TSESTree.Node[] {
  const properties = optionsOf(file, argument)?.properties ?? [];
  return properties.flatMap((property) => {
    if (property.type !== "Property" || property.kind !== "init") return [];
    return depth < 1 && property.value.type === "ObjectExpression" ? handlersIn(file, property.value, depth + 1) : [property.value];
  });
}

/** `socket.off("error", reject)` takes a settler away. */
function takesSettlerAway(call: CallNode): boolean {
  return eventRemovers.has(calleeName(call) ?? "");
}

/** The functions inside of `home` that run when `start` runs. */
export function functionsRunBy(file: FileFacts, start: FunctionNode, home: FunctionNode): ReadonlySet<FunctionNode> {
  const reached = new Set<FunctionNode>([start]);
  for (const node of reached) {
    for (const call of file.calls.directlyIn(node)) {
      const callee = file.functions.calledFunction(call);
      if (callee !== undefined && isWithin(callee, home) && callee !== home && reached.size < 50) reached.add(callee);
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

/** Whether a release runs when the settler does. One that runs in no settler stands in a function handed on to who knows whom. */
export function runsIn(settler: Settler, release: TSESTree.Node): boolean {
  const owner = enclosingFunction(release);
  return owner !== undefined && settler.functions.has(owner);
}

/** The releases of the resource inside the function that waits; unknown where its handle is given away. */
export function releasesInWait(file: FileFacts, resource: Resource, wait: Wait): readonly TSESTree.Node[] | "unknown" {
  if (resource.pair.handle.from === "identity") {
    return file.nodes.calls.filter((call) => isWithin(call, wait.home) && resource.pair.releases.some((release) => canRemove(file, resource, call, release)));
  }
  const target = assignedTo(resource.acquisition);
  const variable = target === undefined ? undefined : file.variables.variableOf(target);
  if (target === undefined) return resource.acquisition.parent.type === "ExpressionStatement" ? [] : "unknown";
  if (variable === undefined || isGivenWithSettlers(file, variable, wait)) return "unknown";
  // Of a promise nothing but its callbacks has what the executor sets up; what another function sets up it may hand out.
  if (wait.kind !== "promise" && variable.references.some(({ identifier }) => leavesWait(identifier))) return "unknown";
  return variable.references.flatMap((reference) => findRelease(file, resource, reference.identifier as TSESTree.Node) ?? []);
}

/** `return timer`, `this.timer = timer`, `{ timer }`. */
function leavesWait(identifier: TSESTree.Node): boolean {
  const value = wrapped(identifier);
  const { parent } = value;
  if (parent?.type === "AssignmentExpression") return parent.right === value;
  return parent?.type === "ReturnStatement" || parent?.type === "Property" || parent?.type === "ArrayExpression" || (parent?.type === "ArrowFunctionExpression" && parent.body === value);
}

/** `queue.push(new Request(resolve, reject, timer))`: who settles has the handle too. */
function isGivenWithSettlers(file: FileFacts, handle: Variable, { settling }: Wait): boolean {
  return handle.references.some(({ identifier }) => {
    const property = identifier.parent;
    // `this.tasks.set(id, { resolve, reject, timer })`.
    if (property.type === "Property" && property.parent.type === "ObjectExpression" && property.parent.properties.some((other) => other.type === "Property" && other.value.type === "Identifier" && settling.has(file.variables.variableOf(other.value)))) return true;
    const call = identifier.parent;
    const isArgument = (call.type === "CallExpression" || call.type === "NewExpression") && call.callee !== identifier;
    return isArgument && call.arguments.some((argument) => argument.type === "Identifier" && settling.has(file.variables.variableOf(argument)));
  });
}

function assignedTo(call: CallNode): TSESTree.Identifier | undefined {
  const { parent } = call;
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id;
  return parent.type === "AssignmentExpression" && parent.left.type === "Identifier" ? parent.left : undefined;
}
