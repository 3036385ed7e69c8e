/** The control-flow graphs of a file's functions, each built when an analysis first asks for it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { chainingMethods } from "../../catalogue/words/handle-calls.ts";
import { harmlessConstructors, harmlessGlobals, harmlessMethods, harmlessMethodsOf, loggers, neverReturning } from "../../catalogue/words/harmless-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { initializerOf } from "../../facts/variables.ts";
import { buildGraph } from "../../flow/build-graph.ts";
import type { FlowOracle, FlowOwner, Graph } from "../../flow/graph.ts";
import { calleeName, isFunction, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

export interface Graphs {
  /** The graph of a function or of the program; undefined where it is too large to build. */
  graphOf(owner: FlowOwner): Graph | undefined;
}

/** The code whose graph the node stands in. */
export function flowOwnerOf(file: FileFacts, node: TSESTree.Node): FlowOwner {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    if (at.type === "StaticBlock" || at.type === "PropertyDefinition" || at.type === "AccessorProperty") return at;
    if (at.type === "FunctionDeclaration" || at.type === "FunctionExpression" || at.type === "ArrowFunctionExpression") return at;
  }
  return file.program;
}

export function buildGraphs(file: FileFacts): Graphs {
  const graphs = new Map<FlowOwner, Graph | undefined>();
  const graphOf = (owner: FlowOwner): Graph | undefined => {
    if (!graphs.has(owner)) graphs.set(owner, buildGraph(owner, { visitorKeys: file.visitorKeys, oracle }));
    return graphs.get(owner);
  };
  const oracle = buildOracle(file, buildEndings(graphOf));
  return { graphOf };
}

/** How many functions deep a call is looked into for how it ends. */
const MAXIMUM_DEPTH = 4;

/** How a call of a function of the file may end. */
interface Endings {
  readonly mayFail: boolean;
  readonly mayReturn: boolean;
}

const ANY_ENDING: Endings = { mayFail: true, mayReturn: true };

/** Answers how the calls of a function end; one that is asked about itself may end in any way. */
function buildEndings(graphOf: (owner: FlowOwner) => Graph | undefined): (callee: FunctionNode) => Endings {
  const known = new Map<FunctionNode, Endings>();
  let depth = 0;
  return (callee) => {
    const answer = known.get(callee);
    if (answer !== undefined || depth >= MAXIMUM_DEPTH) return answer ?? ANY_ENDING;
    known.set(callee, ANY_ENDING);
    depth += 1;
    const graph = graphOf(callee);
    depth -= 1;
    const endings = graph === undefined ? ANY_ENDING : { mayFail: graph.throwExit.predecessors.length > 0, mayReturn: graph.exit.predecessors.length > 0 };
    known.set(callee, endings);
    return endings;
  };
}

/** What the graph is told about calls: which never come back, and which do not throw. */
function buildOracle(file: FileFacts, endingsOf: (callee: FunctionNode) => Endings): FlowOracle {
  const isHarmless = (node: TSESTree.Node, isAwaited: boolean): boolean => {
    const callee = node.type === "CallExpression" ? file.functions.calledFunction(node) : undefined;
    if (callee === undefined || callee.generator) return false;
    // The call of an async function gives a promise, whatever its body does.
    return (callee.async && !isAwaited) || ((callee.async || !isAwaited) && !endingsOf(callee).mayFail);
  };
  const neverReturnsFrom = (callee: FunctionNode): boolean => !callee.generator && !endingsOf(callee).mayReturn;
  const neverComesBack = (node: TSESTree.Node, isAwaited: boolean): boolean => {
    const callee = node.type === "CallExpression" ? file.functions.calledFunction(node) : undefined;
    if (callee !== undefined) return callee.async === isAwaited && neverReturnsFrom(callee);
    const handlers = isAwaited ? handlersOfChain(file, node) : [];
    return handlers.length > 0 && handlers.every((handler) => handler !== undefined && neverReturnsFrom(handler));
  };
  return {
    neverReturns(node) {
      if (node.type === "AwaitExpression") return neverComesBack(unwrap(node.argument), true);
      const path = globalPathOf(file, node.callee);
      return (path !== undefined && neverReturning.has(path.join("."))) || neverComesBack(node, false);
    },
    cannotThrow(node) {
      if (node.type === "CallExpression" || node.type === "NewExpression") return isBenign(file, node) || isHarmless(node, false);
      if (node.type === "AwaitExpression") return isWaitOnly(node) || isHarmless(unwrap(node.argument), true);
      // Iterating arrays, Maps and Sets does not throw, and little else is iterated without `await`.
      return node.type === "ForOfStatement" && !node.await;
    },
  };
}

/** What runs before a chain is fulfilled, one of it whatever comes: `.finally(f)`, `.then(f)` and `.then(f, g)`. */
function handlersOfChain(file: FileFacts, node: TSESTree.Node): readonly (FunctionNode | undefined)[] {
  const isChain = node.type === "CallExpression" && receiverOf(node) !== undefined && chainingMethods.has(calleeName(node) ?? "");
  return isChain ? node.arguments.map((handler) => file.functions.functionValueOf(handler)) : [];
}

/** `await new Promise((resolve) => …)`: a promise nobody can reject. */
function isWaitOnly(node: TSESTree.AwaitExpression): boolean {
  const promise = unwrap(node.argument);
  const [executor] = promise.type === "NewExpression" && calleeName(promise) === "Promise" ? promise.arguments : [];
  return isFunction(executor) && executor.params.length < 2;
}

function isBenign(file: FileFacts, call: CallNode): boolean {
  if (call.arguments.length === 0 && call.type === "NewExpression" && harmlessConstructors.has(calleeName(call) ?? "")) return true;
  const name = calleeName(call);
  if (name === undefined) return false;
  if (call.type === "NewExpression") return harmlessConstructors.has(name);
  const receiver = receiverOf(call);
  if (receiver === undefined) return isBenignGlobal(file, call) || isSettler(file, call);
  return harmlessMethods.has(name) || isBenignGlobal(file, call) || isLogger(receiver) || isHarmlessOfMade(file, receiver, name);
}

/** `decoder.decode(part)` of `new TextDecoder()`: what is made to be strict is told so by an option. */
function isHarmlessOfMade(file: FileFacts, receiver: TSESTree.Node, name: string): boolean {
  const variable = receiver.type === "Identifier" ? file.variables.variableOf(receiver) : undefined;
  const made = variable === undefined ? undefined : initializerOf(variable);
  if (made?.type !== "NewExpression" || made.arguments.length > 1) return false;
  return harmlessMethodsOf[globalPathOf(file, made.callee)?.join(".") ?? ""]?.has(name) === true;
}

function isBenignGlobal(file: FileFacts, call: CallNode): boolean {
  const path = globalPathOf(file, call.callee);
  return path !== undefined && harmlessGlobals.test(path.join("."));
}

/** The `resolve` and `reject` of a promise executor never throw. */
function isSettler(file: FileFacts, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== "Identifier") return false;
  const definition = file.variables.variableOf(callee)?.defs[0];
  if (definition?.type !== "Parameter") return false;
  const executor = definition.node.parent;
  return executor?.type === "NewExpression" && calleeName(executor) === "Promise";
}

function isLogger(receiver: TSESTree.Node): boolean {
  const name = receiver.type === "Identifier" ? receiver.name : receiver.type === "MemberExpression" && receiver.property.type === "Identifier" ? receiver.property.name : undefined;
  return name !== undefined && loggers.test(name);
}
