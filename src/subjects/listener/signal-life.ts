/** Abort signals that listeners wait on: who has made the signal, and whether the listener serves one call that is over before it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { madeForWork } from "../../catalogue/words/listening.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { declaratorOf, functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { isExecutor } from "../../syntax/executor.ts";
import { calleeName, enclosingFunction, isFunction, isNothing, isWithin, memberName, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";

/**
 * - `made`: for the call that puts the listener on, and gone with it;
 * - `kept`: by an object or module for many calls;
 * - `given`: by a caller, who may keep it for many calls.
 */
export type SignalLife = "made" | "kept" | "given";

const MAXIMUM_DEPTH = 6;

/** Answers whose signal an expression is, seen from where it stands; undefined where nothing tells. */
export function signalLifeOf(file: FileFacts, signal: TSESTree.Node, depth = 0): SignalLife | undefined {
  const node = unwrap(signal);
  if (depth > MAXIMUM_DEPTH) return undefined;
  switch (node.type) {
    case "LogicalExpression":
      return longer(signalLifeOf(file, node.left, depth + 1), signalLifeOf(file, node.right, depth + 1));
    case "ConditionalExpression":
      return longer(signalLifeOf(file, node.consequent, depth + 1), signalLifeOf(file, node.alternate, depth + 1));
    case "NewExpression":
    case "ObjectExpression":
      return "made";
    case "CallExpression":
      return globalPathOf(file, node.callee)?.[0] === "AbortSignal" ? "made" : undefined;
    case "Identifier":
    case "MemberExpression":
      return lifeOfPlace(file, node, depth);
    default:
      return undefined;
  }
}

/** Of two that it may be the one that lives longer. */
function longer(one: SignalLife | undefined, other: SignalLife | undefined): SignalLife | undefined {
  return [one, other].find((life) => life === "given") ?? [one, other].find((life) => life === "kept") ?? one ?? other;
}

function lifeOfPlace(file: FileFacts, node: TSESTree.Identifier | TSESTree.MemberExpression, depth: number): SignalLife | undefined {
  const place = file.places.placeOf(node);
  if (place === undefined) return node.type === "MemberExpression" ? signalLifeOf(file, node.object, depth + 1) : undefined;
  switch (place.root.kind) {
    case "global":
      return undefined;
    case "static":
      return "kept";
    case "instance":
      return lifeOfField(file, place, node, depth);
    case "variable":
      return lifeOfVariable(file, place.root.variable, node, depth);
  }
}

/** A field with a controller that other code than the function around has made, or with what a constructor was given. */
function lifeOfField(file: FileFacts, place: Place, node: TSESTree.Node, depth: number): SignalLife | undefined {
  const [name] = place.path;
  if (name === undefined) return undefined;
  const field = file.places.memberOf(file.places.placeOfOwner((place.root as Extract<Place["root"], { kind: "instance" }>).owner, false), name);
  const lives = file.stores.storesTo(field).filter(({ value }) => value === undefined || !isNothing(value)).map(({ value, site }) => {
    if (site.type === "TSParameterProperty") return "given";
    const life = value === undefined ? undefined : signalLifeOf(file, value, depth + 1);
    if (life !== "made") return life;
    return isInSameCall(site, node) ? "made" : "kept";
  });
  const [first] = lives;
  return lives.includes("made") ? "made" : first !== undefined && lives.every((life) => life === first) ? first : undefined;
}

function isInSameCall(site: TSESTree.Node, node: TSESTree.Node): boolean {
  const host = enclosingFunction(site);
  return host !== undefined && isWithin(node, host);
}

function lifeOfVariable(file: FileFacts, variable: Variable, node: TSESTree.Node, depth: number): SignalLife | undefined {
  const [definition] = variable.defs;
  const owner = functionOf(variable);
  if (definition?.type === "ImportBinding") return "kept";
  // Who calls a callback makes a signal for each call as a rule.
  if (definition?.type === "Parameter") return isFunction(definition.node) && file.functions.factOf(definition.node).role === "callback" ? undefined : "given";
  const loop = definition?.type === "Variable" ? definition.node.parent.parent : undefined;
  if (loop?.type === "ForOfStatement" && loop.left === definition?.node.parent) return signalLifeOf(file, loop.right, depth + 1) === "given" ? "given" : undefined;
  const value = initializerOf(variable) ?? patternSource(variable);
  if (value === undefined) return undefined;
  if (isNothing(value) || (value.type === "ObjectExpression" && value.properties.length === 0)) return undefined;
  const life = signalLifeOf(file, value, depth + 1);
  if (life !== "made") return life;
  return owner === undefined ? "kept" : isOfCallAround(file, owner, node) ? "made" : "kept";
}

/** Finds what a pattern takes apart: `init` in `const { signal } = init ?? {}`. */
export function patternSource(variable: Variable): TSESTree.Node | undefined {
  const declarator = declaratorOf(variable);
  const init = declarator?.init == null ? undefined : unwrap(declarator.init);
  if (declarator?.id.type !== "ObjectPattern" || init === undefined) return undefined;
  return init.type === "LogicalExpression" ? unwrap(init.left) : init;
}

/** Whether the function that has the variable runs for the same call: nothing but executors and callbacks stands between. */
function isOfCallAround(file: FileFacts, owner: FunctionNode, node: TSESTree.Node): boolean {
  let at = enclosingFunction(node);
  while (at !== undefined && at !== owner && isOfSameCall(file, at)) at = enclosingFunction(at);
  return at === owner;
}

function isOfSameCall(file: FileFacts, node: FunctionNode): boolean {
  const { role } = file.functions.factOf(node);
  return role === "callback" || role === "immediate";
}

/** Whether the listener serves a call that ends: it settles a promise that stands around it, or ends what the call has made and keeps for itself. */
export function servesEndingCall(file: FileFacts, acquisition: TSESTree.CallExpression): boolean {
  const around = callsAround(acquisition);
  const isEnding = around.some((node) => node.async || isExecutor(node));
  return acquisition.arguments.some((argument) => {
    const used = [...variablesOf(file, argument)].filter((variable) => around.some((node) => node === functionOf(variable)));
    if (used.some((variable) => isExecutorParameter(variable))) return true;
    // `return own.signal`: two signals made one, for as long as the new one is of use.
    if (!isEnding) return used.some((variable) => initializerOf(variable)?.type === "NewExpression" && isOnlyForCall(variable) && handsOutSignal(variable));
    const made = used.filter((variable) => isOfThisCall(variable) || isFlagOf(around, variable) || isAwaitedIn(around, variable));
    return made.length > 0 && made.every((variable) => isOnlyForCall(variable));
  });
}

function handsOutSignal(variable: Variable): boolean {
  return variable.references.some(({ identifier: { parent } }) => parent.type === "MemberExpression" && memberName(parent) === "signal" && parent.parent.type === "ReturnStatement");
}

function callsAround(node: TSESTree.Node): readonly FunctionNode[] {
  const around: FunctionNode[] = [];
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) around.push(at);
  return around;
}

function isExecutorParameter(variable: Variable): boolean {
  const [definition] = variable.defs;
  return definition?.type === "Parameter" && isFunction(definition.node) && isExecutor(definition.node);
}

/** The variables that a listener reads, as it is written, named, or made by a call: `makeAbort(controller)`, `controller.abort.bind(controller)`. */
function variablesOf(file: FileFacts, argument: TSESTree.Node): ReadonlySet<Variable> {
  const node = unwrap(argument);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const written = file.functions.functionValueOf(node)?.body ?? (variable === undefined ? undefined : initializerOf(variable)) ?? node;
  const found = new Set<Variable>();
  walk(written, file.visitorKeys, (one) => {
    const read = one.type === "Identifier" ? file.variables.variableOf(one) : undefined;
    if (read !== undefined && !(one.parent?.type === "MemberExpression" && one.parent.property === one && !one.parent.computed)) found.add(read);
    return true;
  });
  return found;
}

/** Whether a variable has what the call has made, or a controller that it was given for its own work. */
function isOfThisCall(variable: Variable): boolean {
  const made = initializerOf(variable);
  if (made !== undefined) return (made.type === "NewExpression" || made.type === "CallExpression") && madeForWork.has(calleeName(made) ?? "");
  const reads = (name: string): boolean => variable.references.some(({ identifier: { parent } }) => parent.type === "MemberExpression" && memberName(parent) === name);
  return variable.defs[0]?.type === "Parameter" && reads("signal") && (reads("abort") || variable.references.some(({ identifier: { parent } }) => parent.type === "CallExpression"));
}

/** Whether it is a variable of an async function that others than its declaration write: what the call tells itself. */
function isFlagOf(around: readonly FunctionNode[], variable: Variable): boolean {
  const host = functionOf(variable);
  return variable.defs[0]?.type === "Variable" && host?.async === true && around.includes(host) && variable.references.some((reference) => reference.isWrite() && reference.init !== true);
}

/** Whether an async function waits for what it has been given: `reader`, where `await reader.read()` is to be cut short. */
function isAwaitedIn(around: readonly FunctionNode[], variable: Variable): boolean {
  const host = functionOf(variable);
  return variable.defs[0]?.type === "Parameter" && host?.async === true && variable.references.some(({ identifier: { parent } }) => {
    const call = parent.type === "MemberExpression" ? parent.parent : undefined;
    return call?.type === "CallExpression" && call.callee === parent && call.parent.type === "AwaitExpression" && around.includes(host) && enclosingFunction(call) === host;
  });
}

/** Whether nothing returns, stores or collects what the variable has: who would get it may wait for the signal as long as that lives. */
function isOnlyForCall(variable: Variable): boolean {
  return variable.references.every(({ identifier }) => {
    const { parent } = identifier;
    if (parent.type === "ReturnStatement" || parent.type === "ArrayExpression" || parent.type === "SpreadElement") return false;
    if (parent.type === "AssignmentExpression") return parent.right !== identifier;
    if (parent.type === "Property") return parent.value !== identifier;
    return !(parent.type === "ArrowFunctionExpression" && parent.body === identifier);
  });
}
