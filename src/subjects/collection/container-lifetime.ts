/** How long what holds a collection lives, and how well that is known. */
import type { TSESTree } from "@typescript-eslint/utils";

import { freezing } from "../../catalogue/words/language.ts";
import { globalObjects, hooks, lastingCalls, lastingFactories, piecesOfWork, singletonDecorators, workContracts } from "../../catalogue/words/container-lives.ts";
import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import type { Place } from "../../facts/places.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isClass, isFunction, isWithin, memberName, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import { lifeOfClassName } from "../../catalogue/words/container-lives.ts";

export interface ContainerLifetime {
  readonly kind: "process" | "instance" | "closure";
  /** `likely`: something says that the owner lives long; `possible`: nothing says that it does not. */
  readonly confidence: "certain" | "likely" | "possible";
  /** Whether the code shows it, or nothing but the name of the class or factory says so. */
  readonly basis: "code" | "name";
  /** What says that it may die with a call all the same: its class stands for one piece of work, or the file makes it for calls; a hook or component. */
  readonly passing?: "work" | "calls" | "render";
}

/** Answers how long the owner of a place lives; undefined where nothing outlives the call. */
export function containerLifetime(file: FileFacts, place: Place): ContainerLifetime | undefined {
  switch (place.root.kind) {
    case "static":
      return { kind: "process", confidence: "certain", basis: "code" };
    case "variable":
      return variableLifetime(file, place.root.variable, place.path.length > 0);
    case "instance": {
      const { owner } = place.root;
      return place.path.length === 0 ? undefined : rememberLifetime(lifetimesIn(file).owners, owner, () => judgeOwner(file, owner));
    }
    case "global":
      return place.path.length > 0 ? globalLifetime(file, place, place.root.name) : undefined;
  }
}

/** `PHONE.calls = {}` at the top level: the file itself hangs it on what every script of the page shares. */
function globalLifetime(file: FileFacts, place: Place, name: string): ContainerLifetime | undefined {
  if (file.stores.storesTo(place).some(({ site }) => site.type === "AssignmentExpression" && enclosingFunction(site) === undefined)) return { kind: "process", confidence: "certain", basis: "code" };
  return globalObjects.has(name) ? { kind: "process", confidence: "likely", basis: "code" } : undefined;
}

function variableLifetime(file: FileFacts, variable: Variable, isMember: boolean): ContainerLifetime | undefined {
  const [definition] = variable.defs;
  // `app.sessions = new Map()` on what another module has made.
  if (definition?.type === "ImportBinding" && isMember) return { kind: "process", confidence: "likely", basis: "code" };
  if (definition?.type !== "Variable") return undefined;
  const around = functionOf(variable);
  if (around === undefined || isModuleWrapper(file, around)) return { kind: "process", confidence: "certain", basis: "code" };
  return rememberLifetime(lifetimesIn(file).factories, around, () => factoryLifetime(file, around));
}

/** A function that is called once, where it is written, around the module: an IIFE, an AMD or UMD factory. */
export function isModuleWrapper(file: FileFacts, node: FunctionNode): boolean {
  const { role } = file.functions.factOf(node);
  if (role !== "immediate" && !isAmdFactory(node)) return false;
  const outer = enclosingFunction(node);
  return outer === undefined || isModuleWrapper(file, outer);
}

function isAmdFactory(node: FunctionNode): boolean {
  return node.parent.type === "CallExpression" && calleeName(node.parent) === "define";
}

/** The closure of a factory lives as long as what the factory hands out. */
function factoryLifetime(file: FileFacts, factory: FunctionNode): ContainerLifetime | undefined {
  const fact = file.functions.factOf(factory);
  if (fact.role === "callback" || fact.role === "constructor") return undefined;
  const name = fact.name ?? "";
  if (isCalledInPassing(file, fact)) return { kind: "closure", confidence: "possible", basis: "code", passing: "calls" };
  // What a component gives is drawn; what gives an object of functions is a factory, however it is spelled.
  const isOfRender = hooks.test(name) || (/^[A-Z]/.test(name) && fact.owner === undefined && !handsOutMethods(file, factory));
  if (isOfRender) return holdsLastingCall(file, factory) || handsOutFunction(file, factory) ? { kind: "closure", confidence: "possible", basis: "name", passing: "render" } : undefined;
  if (holdsLastingCall(file, factory)) return { kind: "closure", confidence: "certain", basis: "code" };
  if (!handsOutFunction(file, factory)) return undefined;
  if (isCalledAtTopLevel(file, factory)) return { kind: "closure", confidence: "certain", basis: "code" };
  const capitalised = name.charAt(0).toUpperCase() + name.slice(1);
  return { kind: "closure", confidence: lastingFactories.test(capitalised) ? "likely" : "possible", basis: "name" };
}

/** A factory that starts a server or an interval itself has made something that goes on; an interval that it clears ends with its work. */
function holdsLastingCall(file: FileFacts, factory: FunctionNode): boolean {
  const clears = file.calls.named("clearInterval").some((call) => isWithin(call, factory));
  return file.calls.namedOneOf(lastingCalls).some((call) => enclosingFunction(call) === factory && !(clears && calleeName(call) === "setInterval"));
}

function handsOutFunction(file: FileFacts, factory: FunctionNode): boolean {
  if (factory.body.type !== "BlockStatement") return isFunction(unwrap(factory.body)) || unwrap(factory.body).type === "ObjectExpression";
  return file.functions.returnedBy(factory).some((value) => objectOf(file, value) !== undefined || file.functions.functionValueOf(value) !== undefined);
}

/** Whether what a function returns is always an object with a function in it. */
function handsOutMethods(file: FileFacts, factory: FunctionNode): boolean {
  const returned = file.functions.returnedBy(factory);
  return returned.length > 0 && returned.every((value) => objectOf(file, value)?.properties.some((property) => property.type === "Property" && file.functions.functionValueOf(property.value) !== undefined) === true);
}

/** The object literal that an expression is, also through the variable that it was put in. */
function objectOf(file: FileFacts, expression: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const node = unwrap(expression);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const value = variable === undefined ? node : unwrap(initializerOf(variable) ?? node);
  const made = value.type === "CallExpression" && freezing.has(calleeName(value) ?? "") && value.arguments[0] !== undefined ? unwrap(value.arguments[0]) : value;
  return made.type === "ObjectExpression" ? made : undefined;
}

/** A factory that only this file can call, and calls for local variables that nothing hands out. */
function isCalledInPassing(file: FileFacts, fact: FunctionFact): boolean {
  const callers = fact.owner === undefined ? collectCallers(file, fact) : "anybody";
  return callers !== "anybody" && callers.length > 0 && callers.every((use) => {
    const call = wrapped(use).parent;
    if (call?.type !== "CallExpression") return false;
    // `Receipt(title).print()`.
    return isLocalValue(file, call) || (wrapped(call).parent?.type === "MemberExpression" && enclosingFunction(call) !== undefined);
  });
}

function isCalledAtTopLevel(file: FileFacts, callee: FunctionNode): boolean {
  return file.calls.directlyIn(undefined).some((call) => call.type === "CallExpression" && file.functions.calledFunction(call) === callee);
}

type Lifetimes<Owner> = Map<Owner, ContainerLifetime | undefined>;

interface KnownLifetimes {
  readonly factories: Lifetimes<FunctionNode>;
  readonly owners: Lifetimes<InstanceOwner>;
}

const known = new WeakMap<FileFacts, KnownLifetimes>();

function lifetimesIn(file: FileFacts): KnownLifetimes {
  const lifetimes = known.get(file) ?? { factories: new Map(), owners: new Map() };
  known.set(file, lifetimes);
  return lifetimes;
}

function rememberLifetime<Owner>(lifetimes: Lifetimes<Owner>, owner: Owner, judge: () => ContainerLifetime | undefined): ContainerLifetime | undefined {
  if (!lifetimes.has(owner)) lifetimes.set(owner, judge());
  return lifetimes.get(owner);
}

function judgeOwner(file: FileFacts, owner: InstanceOwner): ContainerLifetime | undefined {
  if (owner.type === "ObjectExpression") return isModuleValue(owner) ? { kind: "process", confidence: "certain", basis: "code" } : undefined;
  const name = nameOfOwner(owner);
  if (isMadeAtTop(file, name)) return { kind: "instance", confidence: "certain", basis: "code" };
  // Some containers make an injectable class anew for each that asks: a `DebugSession` is one of many.
  if (hasSingletonDecorator(owner)) return { kind: "instance", confidence: piecesOfWork.test(name ?? "") ? "likely" : "certain", basis: "code" };
  const byName = name === undefined ? undefined : lifeOfClassName(name);
  const passing = byName === "short" || standsForWork(owner) ? "work" : isMadeForCalls(file, owner, name) ? "calls" : undefined;
  if (passing !== undefined) return { kind: "instance", confidence: "possible", basis: "name", passing };
  const isLasting = holdsLastingThing(file, owner);
  const hasEnd = file.functions.membersOf(owner).some(({ role }) => role === "teardown");
  if (isLasting && hasEnd) return { kind: "instance", confidence: "certain", basis: "code" };
  if (byName === "long") return { kind: "instance", confidence: "certain", basis: "name" };
  return { kind: "instance", confidence: hasEnd || isLasting ? "likely" : "possible", basis: "code" };
}

/** `const registry = { … }`, `module.exports = { … }`, `export default { … }` outside of functions. */
function isModuleValue(object: TSESTree.ObjectExpression): boolean {
  if (enclosingFunction(object) !== undefined) return false;
  const { parent } = object;
  return parent.type === "VariableDeclarator" || parent.type === "AssignmentExpression" || parent.type === "ExportDefaultDeclaration";
}

/** The name of the class or function that has a place as a member. */
export function nameOfHolder({ root }: Place): string | undefined {
  return "owner" in root ? nameOfOwner(root.owner) : undefined;
}

function nameOfOwner(owner: InstanceOwner): string | undefined {
  if (owner.type === "ObjectExpression") return undefined;
  if (owner.id != null) return owner.id.name;
  const { parent } = owner;
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  return parent.type === "AssignmentExpression" && parent.left.type === "MemberExpression" ? memberName(parent.left) : undefined;
}

/** `new Owner()` outside of functions, or kept in a static field of its own. */
function isMadeAtTop(file: FileFacts, name: string | undefined): boolean {
  if (name === undefined) return false;
  return file.calls.named(name).some((call) => {
    if (call.type !== "NewExpression") return false;
    if (enclosingFunction(call) === undefined) return !isInstanceInitializer(call);
    const place = call.parent.type === "AssignmentExpression" ? file.places.writtenPlaceOf(call.parent.left) : undefined;
    return place?.root.kind === "static" || (place?.root.kind === "variable" && functionOf(place.root.variable) === undefined && place.path.length === 0);
  });
}

/** `class UserAgentClient implements OutgoingRequest`: one is made for each piece of work. */
function standsForWork(owner: InstanceOwner): boolean {
  // Only the TypeScript parser gives the list.
  const contracts: readonly TSESTree.TSClassImplements[] | undefined = isClass(owner) ? owner.implements : [];
  return (contracts ?? []).some(({ expression }) => expression.type === "Identifier" && workContracts.test(expression.name));
}

/** A class that only this file can make, and makes in local variables that nothing hands out. */
function isMadeForCalls(file: FileFacts, owner: InstanceOwner, name: string | undefined): boolean {
  if (name === undefined || owner.parent.type !== "Program") return false;
  const uses = owner.type === "ClassDeclaration" ? (file.variables.variableOf(owner.id ?? owner)?.references ?? []).filter(({ identifier }) => !identifier.parent.type.startsWith("TSType")) : [];
  return uses.length > 0 && uses.every(({ identifier }) => identifier.parent.type === "NewExpression" && isLocalValue(file, identifier.parent));
}

function isLocalValue(file: FileFacts, made: TSESTree.NewExpression | TSESTree.CallExpression): boolean {
  const { parent } = made;
  const variable = parent.type === "VariableDeclarator" && enclosingFunction(parent) !== undefined ? file.variables.variableOf(parent.id) : undefined;
  return variable?.references.every(({ identifier, init }) => init === true || identifier.parent.type === "MemberExpression" || identifier.parent.type === "CallExpression") === true;
}

/** `class A { b = new B() }`: made as often as the class around it. */
function isInstanceInitializer(node: TSESTree.Node): boolean {
  for (let at = node.parent; at !== undefined && at.type !== "Program"; at = at.parent ?? undefined) {
    if (at.type === "PropertyDefinition" || at.type === "AccessorProperty") return !at.static;
  }
  return false;
}

function hasSingletonDecorator(owner: InstanceOwner): boolean {
  if (!isClass(owner)) return false;
  // Only the TypeScript parser gives the list.
  const decorators: readonly TSESTree.Decorator[] | undefined = owner.decorators;
  return (decorators ?? []).some(({ expression }) => {
    const node = expression.type === "CallExpression" ? expression.callee : expression;
    return node.type === "Identifier" && singletonDecorators.has(node.name);
  });
}

function holdsLastingThing(file: FileFacts, owner: InstanceOwner): boolean {
  return [...lastingCalls].some((name) => file.calls.named(name).some((call) => isOfOwner(file, call, owner)));
}

function isOfOwner(file: FileFacts, node: TSESTree.Node, owner: InstanceOwner): boolean {
  if (isClass(owner)) return isWithin(node, owner);
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    if (at === owner || file.functions.factOf(at).owner === owner) return true;
  }
  return false;
}
