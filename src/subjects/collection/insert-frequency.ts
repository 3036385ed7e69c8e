/** How often the code around an insert runs while its container lives. */
import type { TSESTree } from "@typescript-eslint/utils";

import { contextParameter, decoratorKey, decoratorTarget, eventRegistrations, requestParameter, runOnce, runPerEvent, startsOfProgram, transparent } from "../../catalogue/words/callbacks.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { functionOf } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, type FunctionNode } from "../../syntax/tree.ts";
import { collectCallers } from "../../facts/callers.ts";
import { methodOfObject } from "../../facts/object-owners.ts";
import { isNothing, type Collection } from "./collection.ts";
import { isModuleWrapper } from "./container-lifetime.ts";
import { isRunByEvents } from "./event-runs.ts";
import { isStartupName } from "../../catalogue/words/starting-up.ts";

/** From seldom to often: while the module loads or its owner is made; while the program starts; not known; per call, event or request. */
export type Frequency = "once" | "startup" | "unknown" | "often";

const RANK: readonly Frequency[] = ["once", "startup", "unknown", "often"];

const known = new WeakMap<Collection, Map<TSESTree.Node, Frequency>>();

/** Answers how often an insert into the collection runs. */
export function insertFrequency(file: FileFacts, collection: Collection, insert: TSESTree.Node): Frequency {
  const answers = known.get(collection) ?? new Map<TSESTree.Node, Frequency>();
  known.set(collection, answers);
  const answer = answers.get(insert) ?? frequencyAt({ file, collection, seen: new Set() }, insert);
  answers.set(insert, answer);
  return answer;
}

interface Question {
  readonly file: FileFacts;
  readonly collection: Collection;
  readonly seen: Set<FunctionNode>;
}

function frequencyAt(question: Question, node: TSESTree.Node): Frequency {
  const around = enclosingFunction(node);
  return around === undefined || isGuardedByField(question.file, node, question.collection) ? "once" : frequencyOf(question, around);
}

function frequencyOf(question: Question, node: FunctionNode): Frequency {
  const { file, collection, seen } = question;
  if (isHome(collection, node) || isModuleWrapper(file, node)) return "once";
  if (seen.has(node) || seen.size > 30) return "once";
  seen.add(node);
  const fact = file.functions.factOf(node);
  switch (fact.role) {
    case "immediate":
      return frequencyAt(question, node);
    case "callback":
      return callbackFrequency(question, node);
    case "constructor":
      if (collection.place.root.kind === "instance" && collection.place.root.owner === fact.owner) return "once";
      // Objects with an end of their own are made again and again.
      return fact.owner !== undefined && file.functions.membersOf(fact.owner).some(({ role }) => role === "teardown") ? "often" : "unknown";
    case "function":
    case "method":
    case "setup":
    case "teardown":
      return namedFrequency(question, fact);
  }
}

/** `if (!this.material) { this.material = make(); materials.push(this.material); }`: the field is there the next time. */
function isGuardedByField(file: FileFacts, node: TSESTree.Node, collection: Collection): boolean {
  for (let at: TSESTree.Node = node; at.parent != null && !isFunction(at); at = at.parent) {
    const guard: TSESTree.Node = at.parent;
    if (guard.type !== "IfStatement" || guard.consequent !== at || guard.test.type !== "UnaryExpression" || guard.test.operator !== "!") continue;
    const place = file.places.placeOf(guard.test.argument);
    if (place?.root.kind !== collection.place.root.kind || place.path.length !== collection.place.path.length) continue;
    const isHeldAlike = place.key.split(".").slice(0, -1).join(".") === collection.place.key.split(".").slice(0, -1).join(".");
    const writes = file.stores.storesTo(place).filter(({ value }) => value !== undefined && !isNothing(value));
    if (isHeldAlike && place.path.length > 0 && writes.length > 0 && writes.every(({ site }) => isWithin(site, guard.consequent) || site.type !== "AssignmentExpression")) return true;
  }
  return false;
}

/** The function whose call creates the container: what it inserts itself is the first filling. */
function isHome({ place, creation }: Collection, node: FunctionNode): boolean {
  if (place.root.kind === "variable" && functionOf(place.root.variable) === node) return true;
  return place.root.kind === "instance" && place.root.owner === node && creation.site.type === "AssignmentExpression";
}

function callbackFrequency(question: Question, node: FunctionNode): Frequency {
  const call = node.parent;
  const name = call.type === "CallExpression" || call.type === "NewExpression" ? (calleeName(call) ?? "") : "";
  const outer = frequencyAt(question, node);
  // `response.once("finish", …)` runs once for each response.
  if (isOneEvent(call)) return outer;
  if (runOnce.has(name)) return "once";
  if (transparent.has(name) || outer === "often") return outer;
  if (takesRequest(node)) return "often";
  if (isStartupName(name)) return "startup";
  return runPerEvent.test(name) ? "often" : "unknown";
}

/** `emitter.once("close", handler)`: runs as often as it is put on; `once(handler)` is something else. */
function isOneEvent(call: TSESTree.Node): boolean {
  const [event, handler] = call.type === "CallExpression" && calleeName(call) === "once" && call.callee.type === "MemberExpression" ? call.arguments : [];
  return event !== undefined && handler !== undefined && !isFunction(event);
}

/** `app.use((req, res, next) => …)`: registered once, run for each request. */
function takesRequest({ params: [first, second] }: FunctionNode): boolean {
  const isNamed = (parameter: TSESTree.Parameter | undefined, names: RegExp): boolean => parameter?.type === "Identifier" && names.test(parameter.name);
  return isNamed(first, requestParameter) || (isNamed(first, contextParameter) && isNamed(second, /^next$/));
}

function namedFrequency(question: Question, fact: FunctionFact): Frequency {
  if (looksLikeDecorator(fact.node)) return "startup";
  const callers = collectCallers(question.file, fact);
  if (isToldOfEach(question.file, fact) || isCalledForEach(question, fact)) return "often";
  const isNamedSo = fact.role === "setup" || (fact.name !== undefined && isStartupName(fact.name));
  // What shows that it runs with each event says more than what it is called.
  if (isNamedSo && isRunByEvents(question.file, fact.node)) return "often";
  const own: Frequency = fact.name !== undefined && isStartupName(fact.name) ? "startup" : fact.role === "setup" ? (fact.node.params.length > 0 ? "unknown" : "startup") : "often";
  if (callers === "anybody") return own;
  if (callers.length === 0) return fact.owner === undefined ? "unknown" : own;
  const most = callers.map((call) => frequencyAt(question, call)).reduce((a, b) => (RANK.indexOf(a) >= RANK.indexOf(b) ? a : b));
  return own === "startup" && most === "often" ? "startup" : most;
}

/** Whether a function, whatever its name, listens for the things that come: `tabs.onCreated.addListener(initialize)`, and not for the start of the program. */
function isToldOfEach(file: FileFacts, { node }: FunctionFact): boolean {
  const name = node.type === "FunctionDeclaration" ? node.id : node.parent.type === "VariableDeclarator" ? node.parent.id : null;
  const variable = name === null || node.params.length === 0 ? undefined : file.variables.variableOf(name);
  return variable?.references.some(({ identifier }) => {
    const call = identifier.parent;
    if (call.type !== "CallExpression" || !call.arguments.includes(identifier as TSESTree.Identifier) || !eventRegistrations.has(calleeName(call) ?? "")) return false;
    const [event] = call.arguments;
    const receiver = receiverOf(call);
    const told = event?.type === "Literal" ? String(event.value) : receiver?.type === "MemberExpression" ? memberName(receiver) : undefined;
    return told !== undefined && !startsOfProgram.test(told);
  }) === true;
}

/** Whether the file calls the method of an object for each thing that comes: `socket.on("connection", (socket) => presence.init(socket))`. */
function isCalledForEach(question: Question, { node, name, owner }: FunctionFact): boolean {
  const { file } = question;
  if (name === undefined || owner === undefined || node.params.length === 0 || !isStartupName(name)) return false;
  return file.calls.named(name).some((call) => {
    const host = enclosingFunction(call);
    const isEvent = host !== undefined && host.params.length > 0 && eventRegistrations.has(calleeNameOfParent(host));
    return isEvent && call.arguments.length > 0 && methodOfObject(file, call) === node;
  });
}

function calleeNameOfParent({ parent }: FunctionNode): string {
  return parent.type === "CallExpression" ? (calleeName(parent) ?? "") : "";
}

/** `(target, propertyKey, descriptor)`: runs once for each declaration it decorates. */
function looksLikeDecorator(node: FunctionNode): boolean {
  const names = node.params.map((parameter) => (parameter.type === "Identifier" ? parameter.name : ""));
  return decoratorTarget.test(names[0] ?? "") && decoratorKey.test(names[1] ?? "");
}

/** Whether no function is around a node, or one that by its name runs while the program starts. */
export function isInStartUp(file: FileFacts, node: TSESTree.Node): boolean {
  const around = enclosingFunction(node);
  return around === undefined || isStartupName(file.functions.factOf(around).name ?? "");
}
