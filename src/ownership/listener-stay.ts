/** Listeners that nothing removes: whether one outlives what put it on its target, and how sure that is. */
import type { TSESTree } from "@typescript-eslint/utils";

import { applicationNames } from "../catalogue/data/subscriptions.ts";
import { weakest, type Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { isParameter } from "../facts/variables.ts";
import type { FunctionFact } from "../facts/functions.ts";
import type { ValueLifetime } from "../facts/value-lifetime.ts";
import { isPutOnPage } from "../facts/instantiations.ts";
import { globalPathOf } from "../facts/value-origin.ts";
import { calleeName, enclosingFunction, isClass, isFunction, isWithin, receiverOf, wrapped } from "../syntax/tree.ts";
import { isInFrame, isInRoot, runsAgainForSameTarget } from "../subjects/owner/effects.ts";
import { isHidden } from "../facts/hidden-member.ts";
import { endsWithProgram, endsWithTarget, isForwarded } from "./listener-ends.ts";
import { isPutOnByMany, restartsWhatEnds, runsAny, settlesPromise } from "./listener-evidence.ts";
import { hasRemoval, hasRemovedSibling, isOnAbort, listenersBeside, targetLifetimeOf } from "../subjects/listener/listeners.ts";
import type { Owner } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { emitterLifetimeOf, isOfService } from "../subjects/subscription/emitter-lifetime.ts";
import { isSingleton, scopeOf } from "../subjects/subscription/subscription-scope.ts";

/** From so many listeners on, a function that removes none of them is the program's table of handlers. */
const TABLE_SIZE = 4;

/** Answers how sure it is that the listener stays on its target longer than it should; undefined if nothing says so. */
export function stayOf(file: FileFacts, resource: Resource, owner: Owner, listeners: readonly Resource[]): Confidence | undefined {
  const stay = judge(file, resource, owner, listeners);
  // A sibling that is removed proves what the pair of verbs does here.
  return stay === undefined || hasRemovedSibling(file, resource, listeners) ? stay : weakest(resource.confidence, stay);
}

function judge(file: FileFacts, resource: Resource, owner: Owner, listeners: readonly Resource[]): Confidence | undefined {
  const target = receiverOf(resource.acquisition);
  const lifetime = targetLifetimeOf(file, resource);
  if (lifetime === "own" || owner.kind === "process" || isResultKept(resource) || isForwarded(file, resource) || isInRoot(file, resource.acquisition) || hasRemoval(file, resource)) return undefined;
  if (target === undefined && lifetime === "unknown") return undefined;
  if (owner.teardown !== undefined && !isOnAbort(file, resource) && (endsWithProgram(file, resource, owner.teardown) || (lifetime !== "process" && endsWithTarget(file, resource, owner.teardown)))) return undefined;
  if (owner.kind === "effect") return stayInEffect(file, resource, lifetime, target);
  const isTold = isOnAbort(file, resource) || hasRemovedSibling(file, resource, listeners);
  if (lifetime === "process" && owner.teardown !== undefined && isOnlyEnd(file, resource, owner.teardown)) return undefined;
  if (lifetime === "process") return owner.teardown === undefined ? stayWithProgram(file, resource, owner, listeners) : isTold || isSureEnd(file, resource, owner.teardown) ? "certain" : undefined;
  return lifetime === "outside" && target !== undefined ? stayWithStranger(file, resource, target, owner, isTold, listeners) : undefined;
}

const LAST_EVENTS = new Set(["exit", "beforeExit", "SIGINT", "SIGTERM", "SIGHUP", "unload", "beforeunload", "pagehide"]);

/** `process.once("exit", () => this.dispose())`, where nobody else can call `dispose`: the owner lives as long as the process. */
function isOnlyEnd(file: FileFacts, { acquisition }: Resource, { node, name }: FunctionFact): boolean {
  const [event] = acquisition.arguments;
  if (name === undefined || event?.type !== "Literal" || !LAST_EVENTS.has(String(event.value)) || !isHidden(node)) return false;
  const calls = file.calls.named(name).filter((call) => file.functions.calledFunction(call) === node);
  return calls.length > 0 && calls.every((call) => isWithin(call, acquisition));
}

/** An effect runs again with each component that is mounted; the root of the page is mounted once, and a frame around it most often. */
function stayInEffect(file: FileFacts, { acquisition }: Resource, lifetime: ValueLifetime, target: TSESTree.Node | undefined): Confidence | undefined {
  if (isInRoot(file, acquisition)) return undefined;
  const isSure = (lifetime === "process" && !isInFrame(file, acquisition)) || (target !== undefined && runsAgainForSameTarget(file, acquisition, target));
  return isSure ? "certain" : isInFrame(file, acquisition) ? undefined : "likely";
}

/** Without anything that ends the owner, only what shows that there are many of them says that listeners pile up. */
function stayWithProgram(file: FileFacts, resource: Resource, owner: Owner, listeners: readonly Resource[]): Confidence | undefined {
  if (owner.kind === "starter") return undefined;
  if (isOnProcess(file, resource)) return undefined;
  if (owner.kind === "call") return settlesPromise(file, resource) || servesCaller(file, resource) ? "likely" : undefined;
  if (isOfPage(file, resource) || isOfSingleton(file, resource) || isInTable(file, resource, listeners)) return undefined;
  return isPutOnByMany(file, resource) ? "likely" : undefined;
}

/** What is told to the process is its input, its signals, its failures and its end, which one listener hears for all. */
function isOnProcess(file: FileFacts, { acquisition }: Resource): boolean {
  const target = receiverOf(acquisition);
  return target !== undefined && globalPathOf(file, target)?.[0] === "process";
}

/** A teardown that is told what to end ends one child; a table of functions and a class that exists once have no end of their own. */
function isSureEnd(file: FileFacts, resource: Resource, { node, owner }: FunctionFact): boolean {
  const [first] = node.params;
  const isToldWhat = first !== undefined && !(first.type === "Identifier" && /^_|^(?:cb|callback|done|next|err|error|reason|code|signal|options?|opts|force)$/i.test(first.name)) && first.type !== "AssignmentPattern" && first.type !== "ObjectPattern";
  const scope = scopeOf(file, resource.acquisition);
  return !isToldWhat && !(scope !== undefined && isSingleton(scope, applicationNames)) && !(owner?.type === "ObjectExpression" && enclosingFunction(owner) === undefined);
}

/** A class that by its name exists once ends with the program, whatever its methods are called. */
export function isOfSingleton(file: FileFacts, { acquisition }: Resource): boolean {
  const scope = scopeOf(file, acquisition);
  return scope !== undefined && isSingleton(scope);
}

/** Whether the listener calls a function that the caller gave, or settles the promise it waits for: there is one for each call. */
function servesCaller(file: FileFacts, { acquisition }: Resource): boolean {
  // A listener's own parameters come from the emitter: `socket.on("message", (text, done) => done())`.
  return runsAny(file, acquisition, (callee) => isParameter(file.variables, callee) && !isWithin(declaringNode(file, callee), acquisition));
}

function declaringNode(file: FileFacts, parameter: TSESTree.Node): TSESTree.Node {
  return file.variables.variableOf(parameter)?.defs[0]?.node ?? parameter;
}

/** Whether its one object belongs to the page, `window.recorder = new Recorder()`. */
export function isOfPage(file: FileFacts, { acquisition }: Resource): boolean {
  const scope = scopeOf(file, acquisition);
  return scope !== undefined && isClass(scope) && isPutOnPage(file, scope);
}

/** What is handed to a method may be a child as well as a service; what the object itself ends takes its listeners along. */
function stayWithStranger(file: FileFacts, resource: Resource, target: TSESTree.Node, owner: Owner, isTold: boolean, listeners: readonly Resource[]): Confidence | undefined {
  if (!isOnAbort(file, resource) && isGivenToCallback(file, target)) return undefined;
  if (isTold) return owner.teardown !== undefined ? "certain" : isOnAbort(file, resource) ? "likely" : undefined;
  const lifetime = emitterLifetimeOf(file, target);
  if (owner.teardown === undefined || lifetime === "own" || lifetime === "parameter") return undefined;
  if (restartsWhatEnds(file, resource, owner.teardown)) return "likely";
  // Many listeners on one object make the owner its protocol handler; one field of its own is as likely a child.
  const place = file.places.placeOf(target);
  const isReachedThrough = place?.root.kind !== "instance" || place.path.length > 1;
  return isReachedThrough && isOfService(file, target) && countBeside(file, resource, listeners, "outside") < TABLE_SIZE - 1 ? "likely" : undefined;
}

/** `createServer((socket) => { socket.on(…); })`: each call of the callback has its own, which no end of the owner is about. */
function isGivenToCallback(file: FileFacts, target: TSESTree.Node): boolean {
  const place = file.places.placeOf(target);
  const [definition] = place?.root.kind === "variable" && place.path.length === 0 ? place.root.variable.defs : [];
  return definition?.type === "Parameter" && isFunction(definition.node) && file.functions.factOf(definition.node).role === "callback";
}

function isInTable(file: FileFacts, resource: Resource, listeners: readonly Resource[]): boolean {
  return countBeside(file, resource, listeners, "process") >= TABLE_SIZE;
}

const lifetimes = new WeakMap<readonly Resource[], readonly ValueLifetime[]>();

/** How many listeners the same function puts on what lives as long. */
function countBeside(file: FileFacts, resource: Resource, listeners: readonly Resource[], lifetime: ValueLifetime): number {
  const beside = listenersBeside(resource, listeners);
  const known = lifetimes.get(beside) ?? beside.map((other) => targetLifetimeOf(file, other));
  lifetimes.set(beside, known);
  return known.filter((one) => one === lifetime).length;
}

/** A call whose result is put somewhere gives a handle; that of `addEventListener` is returned for brevity as well. */
function isResultKept({ acquisition }: Resource): boolean {
  const value = wrapped(acquisition);
  const { parent } = value;
  if (parent?.type === "CallExpression" || parent?.type === "NewExpression") return parent.callee !== value;
  if (parent?.type === "ReturnStatement") return calleeName(acquisition) !== "addEventListener";
  return parent !== undefined && ["ArrayExpression", "AssignmentExpression", "VariableDeclarator", "PropertyDefinition", "Property"].includes(parent.type);
}
