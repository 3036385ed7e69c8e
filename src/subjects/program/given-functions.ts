/** How often a call runs a function that it is given, by the name of what is called, or by what its own code does with it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { contextParameter, requestParameter } from "../../catalogue/words/callbacks.ts";
import { callsForOnce, eventsThatComeOnce, failureKeepers, failureParameter, listeningVerbs, pluginVerbs, repeatingCalls, routeVerbs } from "../../catalogue/words/project-files.ts";
import { recurringEvents } from "../../catalogue/words/listening.ts";
import { onceCalling } from "../../catalogue/words/starting-up.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { calleeName, enclosingFunction, isFunction, unwrap, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { importedFunction } from "./imported-function.ts";

/** `each`: once for each time the call is made; `often`: again and again after it; `event`: as often as something comes of which only the name is known. */
export type GivenRuns = "each" | "often" | "event" | "unknown";

/** With four parameters, the first of which is a failure, it is what Express calls for each request that fails. */
const MOST_RESULTS = 4;
/** How many functions deep a function that is handed on is followed. */
const DEEPEST = 3;

/** Answers how often a call runs what it is given as one of its arguments. */
export function runsGiven(file: FileFacts, call: CallNode, value: TSESTree.Node, depth = 0): GivenRuns {
  const byName = runsByName(call, value);
  if (byName !== "unknown" || depth > DEEPEST) return byName;
  if (isPlugin(file, call, value)) return "each";
  const index = call.arguments.indexOf(value as TSESTree.CallExpressionArgument);
  const isSpread = call.arguments.slice(0, index + 1).some(({ type }) => type === "SpreadElement");
  const own = isSpread ? undefined : file.functions.calledFunction(call);
  const callee = own !== undefined ? { file, node: own } : isSpread || call.type !== "CallExpression" ? undefined : importedFunction(file, call);
  return callee === undefined ? "unknown" : runsAsParameter(callee.file, callee.node, index, depth + 1);
}

function runsByName(call: CallNode, value: TSESTree.Node): GivenRuns {
  const name = calleeName(call) ?? "";
  const [first] = call.arguments;
  const text = first?.type === "Literal" && typeof first.value === "string" ? first.value : undefined;
  if (text !== undefined && eventsThatComeOnce.has(text)) return "each";
  if (listeningVerbs.test(name) && text !== undefined && !recurringEvents.test(text)) return "event";
  if (repeatingCalls.test(name) || (routeVerbs.test(name) && text?.startsWith("/") === true)) return "often";
  if (onceCalling.test(name) || callsForOnce.test(name) || (call.type === "NewExpression" && name === "Promise")) return "each";
  return call.type === "CallExpression" && call.arguments.at(-1) === value && !failureKeepers.test(name) && takesFailure(value) ? "each" : "unknown";
}

/** `(error, files) => …`: what is called back with a failure or a result gets one of them. */
function takesFailure(value: TSESTree.Node): boolean {
  const callback = unwrap(value);
  if (!isFunction(callback)) return false;
  const [first] = callback.params;
  return first?.type === "Identifier" && failureParameter.test(first.name) && callback.params.length < MOST_RESULTS;
}

/** `app.use(controller)`: a function that takes no request is one that adds something to the program, and runs when it is added. */
function isPlugin(file: FileFacts, call: CallNode, value: TSESTree.Node): boolean {
  if (call.type !== "CallExpression" || !pluginVerbs.test(calleeName(call) ?? "") || call.arguments[0] !== value) return false;
  const found = file.functions.functionValueOf(value) ?? file.project.definitionOf(value)?.node;
  const plugin = found !== undefined && isFunction(found) ? found : undefined;
  const [first] = plugin?.params ?? [];
  return first?.type === "Identifier" && !requestParameter.test(first.name) && !contextParameter.test(first.name) && !failureParameter.test(first.name) && !plugin?.params.some(isNext);
}

function isNext(parameter: TSESTree.Parameter): boolean {
  return parameter.type === "Identifier" && parameter.name === "next";
}

/** What a function does with one of its parameters, if all that it does is to call it. */
function runsAsParameter(file: FileFacts, host: FunctionNode, index: number, depth: number): GivenRuns {
  const parameter = host.params[index];
  const variable = parameter?.type === "Identifier" ? file.variables.variableOf(parameter) : undefined;
  const uses = variable?.references ?? [];
  if (uses.length === 0) return "unknown";
  const answers = uses.map(({ identifier }): GivenRuns => {
    const callee = wrapped(identifier);
    const call = callee.parent;
    if (call?.type !== "CallExpression") return isCallbackTest(callee) ? "each" : "unknown";
    if (call.callee === callee) return runsWithin(file, call, host, depth);
    const given = runsGiven(file, call, callee, depth);
    return given === "each" ? runsWithin(file, call, host, depth) : given;
  });
  return answers.find((answer) => answer !== "each") ?? "each";
}

/** `if (callback) …`, `callback && …`, `typeof callback`. */
function isCallbackTest(value: TSESTree.Node): boolean {
  const { parent } = value;
  return parent?.type === "UnaryExpression" || (parent?.type === "IfStatement" && parent.test === value) || (parent?.type === "LogicalExpression" && parent.left === value);
}

/** How often a node runs for each run of a function around it. */
function runsWithin(file: FileFacts, node: TSESTree.Node, around: FunctionNode, depth: number): GivenRuns {
  if (isInLoop(node)) return "often";
  const host = enclosingFunction(node);
  if (host === around || host === undefined) return host === around ? "each" : "unknown";
  const uses = depth > DEEPEST ? [] : namingsOf(file, host);
  const answers = uses.map((use): GivenRuns => {
    const { parent } = use;
    if (parent?.type !== "CallExpression" && parent?.type !== "NewExpression") return "unknown";
    const given = parent.callee === use ? "each" : runsGiven(file, parent, use, depth + 1);
    return given === "each" ? runsWithin(file, parent, around, depth + 1) : given;
  });
  return answers.length === 0 ? "unknown" : (answers.find((answer) => answer !== "each") ?? "each");
}

/** Where a function inside of another stands, or is named. */
function namingsOf(file: FileFacts, host: FunctionNode): readonly TSESTree.Node[] {
  const name = host.type === "FunctionDeclaration" ? host.id : wrapped(host).parent?.type === "VariableDeclarator" ? (wrapped(host).parent as TSESTree.VariableDeclarator).id : undefined;
  if (name == null) return [wrapped(host)];
  return (file.variables.variableOf(name)?.references ?? []).flatMap(({ init, identifier }) => (init === true ? [] : [wrapped(identifier)]));
}
