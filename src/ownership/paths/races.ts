/** Timers that lose a race: `Promise.race([work, timeout])` settles with the work, and the timer of the timeout goes on. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { calleeName, decoratorsOf, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { isHidden } from "../../facts/hidden-member.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { isSingleton, scopeOf } from "../../subjects/subscription/subscription-scope.ts";
import { isLong, isNegligible } from "../../subjects/resource/timer-delay.ts";

/** A timer that a race leaves running. */
export interface LosingTimer {
  readonly resource: Resource;
  readonly race: CallNode;
  readonly confidence: Confidence;
}

/** Collects the one-shot timers whose handle is dropped inside a promise that only races. */
export function collectLosingTimers(file: FileFacts, resources: readonly Resource[]): readonly LosingTimer[] {
  const timers = resources.filter(({ pair, acquisition }) => pair.id === "timers/timeout" && isDropped(acquisition) && !isNegligible(file, acquisition));
  if (timers.length === 0) return [];
  return file.calls.named("race").flatMap((race) => {
    // What waits for the program's own end ends with it.
    if (waitsForEnd(race) || isInSetUpOfSingleton(file, race)) return [];
    const entrants = entrantsOf(race).flatMap((entrant) => promiseOf(file, entrant) ?? []);
    return timers.filter(({ acquisition }) => entrants.some((promise) => isWithin(acquisition, promise))).map((resource) => ({ resource, race, confidence: isLong(file, resource.acquisition) && !isInEnding(file, race) ? ("certain" as const) : ("likely" as const) }));
  });
}

/** A race that a class which exists once runs while it is set up: one timer in the life of the program, and over after a while. */
function isInSetUpOfSingleton(file: FileFacts, race: CallNode): boolean {
  const scope = scopeOf(file, race);
  return scope !== undefined && isSingleton(scope) && isInSetUp(file, race);
}

/** Whether only the constructor, or the method that a container calls after it, leads to the node. */
function isInSetUp(file: FileFacts, node: TSESTree.Node, depth = 0): boolean {
  for (let owner = enclosingFunction(node); owner !== undefined; owner = enclosingFunction(owner)) {
    const { role, name, owner: instance } = file.functions.factOf(owner);
    if (role === "immediate") continue;
    if (instance === undefined) return false;
    if (role === "constructor" || isCalledAfterConstruction(owner)) return true;
    const calls = name === undefined || depth > 2 || !isHidden(owner) ? [] : file.calls.named(name).filter((call) => receiverOf(call)?.type === "ThisExpression");
    return calls.length > 0 && calls.every((call) => isInSetUp(file, call, depth + 1));
  }
  return false;
}

function isCalledAfterConstruction({ parent }: FunctionNode): boolean {
  if (parent.type !== "MethodDefinition") return false;
  return decoratorsOf(parent).some(({ expression }) => expression.type === "CallExpression" && /^postConstruct$/i.test(calleeName(expression) ?? ""));
}

/** Whether an entrant is the end of the process, or of what keeps it alive. */
function waitsForEnd(race: CallNode): boolean {
  const isOfEnd = (entrant: TSESTree.Node): boolean => entrant.type === "CallExpression" && /^(?:terminate|shut_?down|exit|quit|kill)/i.test(calleeName(entrant) ?? "");
  return entrantsOf(race).some((entrant) => isOfEnd(unwrap(entrant)));
}

/** Whether the race is part of a function that ends something by its name. */
function isInEnding(file: FileFacts, race: CallNode): boolean {
  for (let at = enclosingFunction(race); at !== undefined; at = enclosingFunction(at)) {
    if (/^_?(?:terminat|shut_?down|exit|quit|kill|on_?exit|on_?quit)/i.test(file.functions.factOf(at).name ?? "")) return true;
  }
  return false;
}

function entrantsOf(race: CallNode): readonly TSESTree.Node[] {
  const callee = unwrap(race.callee);
  const [list] = race.arguments;
  const isRace = callee.type === "MemberExpression" && memberName(callee) === "race" && list?.type === "ArrayExpression" && list.elements.length > 1;
  return isRace ? list.elements.filter((element) => element !== null) : [];
}

/** The `new Promise(…)` an entrant is: as written, behind a constant, or made by a function of the file. */
function promiseOf(file: FileFacts, entrant: TSESTree.Node, depth = 0): TSESTree.Node | undefined {
  const node = unwrap(entrant);
  if (depth > 3) return undefined;
  if (node.type === "NewExpression") return calleeName(node) === "Promise" ? node : undefined;
  if (node.type === "Identifier") {
    const variable = file.variables.variableOf(node);
    const init = variable === undefined ? undefined : initializerOf(variable);
    return init === undefined ? undefined : promiseOf(file, init, depth + 1);
  }
  const made = node.type === "CallExpression" ? file.functions.calledFunction(node) : undefined;
  if (made === undefined) return undefined;
  if (made.body.type !== "BlockStatement") return promiseOf(file, made.body, depth + 1);
  const last = made.body.body.at(-1);
  return last?.type === "ReturnStatement" && last.argument !== null ? promiseOf(file, last.argument, depth + 1) : undefined;
}

/** `setTimeout(…)` as a statement, or as the whole body of an executor. */
function isDropped(call: CallNode): boolean {
  const { parent } = call;
  if (parent.type === "ExpressionStatement") return true;
  return parent.type === "ArrowFunctionExpression" && parent.body === call && isExecutor(enclosingFunction(call));
}

function isExecutor(node: TSESTree.Node | undefined): boolean {
  return isFunction(node) && node.parent.type === "NewExpression" && calleeName(node.parent) === "Promise";
}
