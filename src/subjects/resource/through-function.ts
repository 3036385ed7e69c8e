/** Handles that a function of the file acquires and returns: whoever calls it has acquired them, `const every = (work) => setInterval(work, 1000)`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../../catalogue/entry.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf } from "../../facts/variables.ts";
import { enclosingFunction, unwrap, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

/** A call that acquires, as `Resource` says it. */
interface Acquired {
  readonly acquisition: CallNode;
  readonly pair: Pair;
  readonly confidence: Confidence;
}

/** How many functions of the file may stand between the API and who takes the handle. */
const MOST_FUNCTIONS = 3;

/** Collects the calls that acquire what one of `resources` is, by way of functions that only hand it on; those already among them are left out. */
export function collectHandedOn(file: FileFacts, resources: readonly Acquired[]): readonly Acquired[] {
  const known = new Set<CallNode>(resources.map(({ acquisition }) => acquisition));
  const all: Acquired[] = [];
  for (let step = 0, latest: readonly Acquired[] = resources; step < MOST_FUNCTIONS && latest.length > 0; step++) {
    latest = latest.flatMap((resource) => callsHanding(file, resource)).filter(({ acquisition }) => !known.has(acquisition));
    for (const { acquisition } of latest) known.add(acquisition);
    all.push(...latest);
  }
  return all;
}

/** The calls of the function that hands the handle on, as acquisitions of it. */
function callsHanding(file: FileFacts, { acquisition, pair, confidence }: Acquired): readonly Acquired[] {
  const { handle } = pair;
  const host = handle.from === "result" || handle.from === "awaited" ? enclosingFunction(acquisition) : undefined;
  const name = host === undefined || host.generator ? undefined : file.functions.factOf(host).name;
  if (host === undefined || name === undefined || ("element" in handle && handle.element !== undefined) || !isHandleHandedOn(file, host, acquisition)) return [];
  // What a timer runs, and when, is read where it is set.
  if (pair.id.startsWith("timers/") && !takesTheSame(host, acquisition)) return [];
  const handedOn: Pair = host.async && handle.from === "result" ? { ...pair, handle: { from: "awaited" } } : pair;
  const calls = file.calls.named(name).filter((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === host);
  return calls.map((call) => ({ acquisition: call, pair: handedOn, confidence }));
}

/** Whether all that the function returns is the handle, which it does nothing else with. */
function isHandleHandedOn(file: FileFacts, host: FunctionNode, acquisition: CallNode): boolean {
  const returned = file.functions.returnedBy(host);
  return returned.length === 1 && returned[0] !== undefined && comesFrom(file, returned[0], acquisition, host);
}

function comesFrom(file: FileFacts, value: TSESTree.Node, acquisition: CallNode, host: FunctionNode): boolean {
  const node = unwrap(value);
  if (node === acquisition) return true;
  if (node.type === "AwaitExpression") return unwrap(node.argument) === acquisition;
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const init = variable === undefined || functionOf(variable) !== host ? undefined : variable.defs[0]?.node;
  if (variable === undefined || init?.type !== "VariableDeclarator" || init.init === null || init.id.type !== "Identifier" || !comesFrom(file, init.init, acquisition, host)) return false;
  return variable.references.every(({ identifier, init: isFirst }) => isFirst === true || isOnlyUsed(identifier, node));
}

/** It is returned, or a member of it is used by the function itself. */
function isOnlyUsed(identifier: TSESTree.Node, returned: TSESTree.Node): boolean {
  const { parent } = wrapped(identifier);
  return identifier === returned || (parent?.type === "MemberExpression" && parent.object === wrapped(identifier));
}

/** Whether the arguments of the acquisition are those of its function, each in its place. */
function takesTheSame({ params }: FunctionNode, { arguments: given }: CallNode): boolean {
  return given.length > 0 && given.every((argument, index) => {
    const parameter = params[index];
    const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
    return argument.type === "Identifier" && name?.type === "Identifier" && name.name === argument.name;
  });
}
