/**
 * Promise executors: several callbacks race to settle one promise. `connect`, `error` and `timeout` are alternative ways
 * out of one function, which its own graph does not show.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { eventRemovers } from "../../catalogue/words/event-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { canRemove } from "../listener/listeners.ts";
import { findRelease } from "../resource/releases.ts";
import type { Resource } from "../resource/resource.ts";

/** A callback that settles the promise: a function, or `resolve` and `reject` handed over as they are. */
export interface Settler {
  readonly node: TSESTree.Node;
  /** The functions that run with it: itself and the local functions it calls. */
  readonly functions: ReadonlySet<FunctionNode>;
  /** The calls it is given to. */
  readonly of: ReadonlySet<CallNode>;
  /** Whether it waits for another promise, which settles only once: nothing but a signal is known to outlast that. */
  readonly isChained: boolean;
}

/** The executors that a file writes in place. */
export function executorsOf(file: FileFacts): FunctionNode[] {
  return file.calls.named("Promise").flatMap((call) => {
    const [executor] = call.arguments;
    return call.type === "NewExpression" && executor !== undefined && isFunction(executor) ? [executor] : [];
  });
}

/** Collects the callbacks inside of an executor that settle its promise. */
export function collectSettlers(file: FileFacts, executor: FunctionNode): Settler[] {
  const settling = settlingOf(file, executor);
  const settlers = new Map<TSESTree.Node, { readonly node: TSESTree.Node; readonly functions: ReadonlySet<FunctionNode>; readonly of: Set<CallNode>; readonly isChained: boolean }>();
  const note = (node: TSESTree.Node, call: CallNode, functions: () => ReadonlySet<FunctionNode>): void => {
    const known = settlers.get(node) ?? { node, functions: functions(), of: new Set<CallNode>(), isChained: node.type === "Identifier" && calleeName(call) === "then" };
    known.of.add(call);
    settlers.set(node, known);
  };
  for (const call of file.nodes.calls) {
    if (!isWithin(call, executor) || call === executor.parent || takesSettlerAway(call)) continue;
    for (const argument of call.arguments) {
      const node = unwrap(argument);
      const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
      if (variable !== undefined && settling.has(variable)) note(node, call, () => new Set());
      const callback = file.functions.functionValueOf(node);
      if (callback !== undefined && isWithin(callback, executor)) note(callback, call, () => functionsRunBy(file, callback, executor));
    }
  }
  return [...settlers.values()].filter(({ functions }) => functions.size === 0 || callsAny(file, functions, settling));
}

/** `socket.off("error", reject)` takes a settler away. */
function takesSettlerAway(call: CallNode): boolean {
  return eventRemovers.has(calleeName(call) ?? "");
}

/** The functions of the executor that run when `start` runs. */
function functionsRunBy(file: FileFacts, start: FunctionNode, executor: FunctionNode): ReadonlySet<FunctionNode> {
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

/** Whether a release runs when the settler does. One that runs in no settler stands in a function handed on to who knows whom. */
export function runsIn(settler: Settler, release: TSESTree.Node): boolean {
  const owner = enclosingFunction(release);
  return owner !== undefined && settler.functions.has(owner);
}

/** The releases of the resource inside the executor; unknown where its handle is given away. */
export function releasesInExecutor(file: FileFacts, resource: Resource, executor: FunctionNode): readonly TSESTree.Node[] | "unknown" {
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
