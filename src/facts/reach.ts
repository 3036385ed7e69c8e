/** Which functions of a file run when one of them does, as far as the file tells; rather too many than too few. */
import type { TSESTree } from "@typescript-eslint/utils";

import { methodsRunningAtOnce } from "../catalogue/words/handle-calls.ts";
import { removingCalls } from "../catalogue/words/releases.ts";
import type { FileFacts } from "./file-facts.ts";
import { COMPUTED } from "./mentions.ts";
import { initializerOf } from "./variables.ts";
import type { InstanceOwner } from "./this-owner.ts";
import { calleeName, enclosingFunction, isClass, memberName, unwrap, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import { familyOf, findSuperClass } from "./family.ts";

type Edges = ReadonlyMap<FunctionNode, ReadonlySet<FunctionNode>>;

const graphs = new WeakMap<FileFacts, Edges>();

/** The functions that run when one of `starts` does: what they call, what they hand to others as callbacks, and what is written inside them. */
export function reachedFrom(file: FileFacts, starts: Iterable<FunctionNode>): ReadonlySet<FunctionNode> {
  const reached = new Set<FunctionNode>(starts);
  if (reached.size === 0) return reached;
  const edges = graphs.get(file) ?? buildEdges(file);
  graphs.set(file, edges);
  for (const node of reached) for (const next of edges.get(node) ?? []) reached.add(next);
  return reached;
}

/** The functions that have run when one of `starts` returns: what they call themselves, without what others are to call later. */
export function calledFrom(file: FileFacts, starts: Iterable<FunctionNode>): ReadonlySet<FunctionNode> {
  const reached = new Set<FunctionNode>(starts);
  for (const node of reached) for (const call of file.calls.directlyIn(node)) for (const next of calledBy(file, call)) reached.add(next);
  return reached;
}

/** The functions that have run when those parts of a function have run: what they call, the setters that they assign to, and the callbacks of loops. */
export function runWithin(file: FileFacts, host: FunctionNode, isMeant: (node: TSESTree.Node) => boolean): ReadonlySet<FunctionNode> {
  const run = new Set<FunctionNode>();
  const addAll = (calls: readonly CallNode[]): void => {
    for (const call of calls) {
      for (const next of calledBy(file, call)) run.add(next);
      if (methodsRunningAtOnce.has(calleeName(call) ?? "")) for (const next of functionsNamed(file, call.arguments[0] ?? call.callee)) run.add(next);
    }
  };
  addAll(file.calls.directlyIn(host).filter(isMeant));
  for (const { site, setter } of settingsOf(file)) if (enclosingFunction(site) === host && isMeant(site)) run.add(setter);
  for (const node of run) addAll(file.calls.directlyIn(node));
  return run;
}

interface Setting {
  readonly site: TSESTree.AssignmentExpression;
  readonly setter: FunctionNode;
}

const settings = new WeakMap<FileFacts, readonly Setting[]>();

/** The assignments that run a setter of the same object. */
function settingsOf(file: FileFacts): readonly Setting[] {
  const known = settings.get(file) ?? findSettings(file);
  settings.set(file, known);
  return known;
}

function findSettings(file: FileFacts): readonly Setting[] {
  const setters = file.functions.all.filter(({ node: { parent } }) => (parent.type === "MethodDefinition" || parent.type === "Property") && parent.kind === "set");
  if (setters.length === 0) return [];
  return file.nodes.assignments.flatMap((site) => {
    const { left } = site;
    if (left.type !== "MemberExpression") return [];
    const name = memberName(left);
    const setter = setters.find(({ name: other, owner }) => other === name && owner !== undefined && isOfFamily(file, left.object, owner));
    return setter === undefined ? [] : [{ site, setter: setter.node }];
  });
}

/** Whether a node stands in one of the functions. */
export function standsIn(node: TSESTree.Node, functions: ReadonlySet<FunctionNode>): boolean {
  const host = enclosingFunction(node);
  return host !== undefined && functions.has(host);
}

function buildEdges(file: FileFacts): Edges {
  const edges = new Map<FunctionNode, Set<FunctionNode>>();
  const add = (from: FunctionNode | undefined, to: FunctionNode | undefined): void => {
    if (from === undefined || to === undefined) return;
    const targets = edges.get(from);
    if (targets === undefined) edges.set(from, new Set([to]));
    else targets.add(to);
  };
  for (const node of file.nodes.functions) add(enclosingFunction(node), node);
  for (const call of file.nodes.calls) {
    const host = enclosingFunction(call);
    if (host === undefined) continue;
    for (const target of calledBy(file, call)) add(host, target);
    if (removingCalls.test(calleeName(call) ?? "")) continue;
    for (const argument of call.arguments) if (argument.type !== "SpreadElement") for (const target of functionsNamed(file, argument)) add(host, target);
  }
  for (const { left, right } of file.nodes.assignments) {
    // `next = rerun;`: who puts a function into a variable or a field has it called from there.
    if (left.type === "Identifier" || left.type === "MemberExpression") for (const target of functionsNamed(file, right)) add(enclosingFunction(left), target);
  }
  for (const { node, owner, name } of file.functions.all) {
    const parent = node.parent;
    if (owner === undefined || parent.type !== "MethodDefinition" || (parent.kind !== "get" && parent.kind !== "set")) continue;
    for (const member of file.mentions.membersNamed(name ?? COMPUTED)) if (isOfFamily(file, member.object, owner)) add(enclosingFunction(member), node);
  }
  return edges;
}

function calledBy(file: FileFacts, call: CallNode): FunctionNode[] {
  const called = file.functions.calledFunction(call);
  if (called !== undefined) return [called];
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier") return functionsNamed(file, callee);
  if (callee.type !== "MemberExpression") return [];
  return callee.object.type === "Super" ? superMembers(file, call, memberName(callee)) : functionsNamed(file, callee);
}

/** The functions a member of `this` can be, whichever class of the family defines it; else the function the expression is. */
function functionsNamed(file: FileFacts, expression: TSESTree.Node): FunctionNode[] {
  const node = unwrap(expression);
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && memberName(node.callee) === "bind") return functionsNamed(file, node.callee.object);
  if (node.type !== "MemberExpression") {
    const known = node.type === "Identifier" ? (file.functions.functionValueOf(node) ?? wrappedIn(file, node)) : undefined;
    return known === undefined ? [] : [known];
  }
  const place = file.places.placeOf(node.object);
  const name = memberName(node);
  if (place?.root.kind !== "instance" || place.path.length > 0) return [];
  return [...familyOf(file, place.root.owner)].flatMap((owner) => file.functions.membersOf(owner).filter((fact) => fact.name === name).map((fact) => fact.node));
}

/** `const stop = once(async () => { … })`: whoever calls the result of a wrapper has the function called that the wrapper was given. */
function wrappedIn(file: FileFacts, name: TSESTree.Identifier): FunctionNode | undefined {
  const variable = file.variables.variableOf(name);
  const init = variable === undefined ? undefined : initializerOf(variable);
  const [wrapped] = init?.type === "CallExpression" ? init.arguments : [];
  return wrapped === undefined || wrapped.type === "SpreadElement" ? undefined : file.functions.functionValueOf(wrapped);
}

function superMembers(file: FileFacts, node: TSESTree.Node, name: string | undefined): FunctionNode[] {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    if (!isClass(at)) continue;
    const found: FunctionNode[] = [];
    const seen = new Set<InstanceOwner>();
    for (let base = findSuperClass(file, at); base !== undefined && !seen.has(base); base = findSuperClass(file, base)) {
      seen.add(base);
      found.push(...file.functions.membersOf(base).filter((fact) => fact.name === name).map((fact) => fact.node));
    }
    return found;
  }
  return [];
}

function isOfFamily(file: FileFacts, object: TSESTree.Node, owner: InstanceOwner): boolean {
  const place = file.places.placeOf(object);
  return place?.root.kind === "instance" && place.path.length === 0 && familyOf(file, place.root.owner).has(owner);
}
