/** What the code of a file does with a field, wherever it names it: directly, through `self`, or through a local alias. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isReleaseName, releasingCalls } from "../../catalogue/words/releases.ts";
import { isRegisteringName } from "../../catalogue/words/taking-over.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { mayNameOther, type Place } from "../../facts/places.ts";
import { initializerOf } from "../../facts/variables.ts";
import { areAlternatives } from "../../syntax/arms.ts";
import { calleeName, enclosingFunction, isWithin, memberName, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { isBorrowed } from "./borrowing.ts";
import { useOfChosen } from "./chosen-uses.ts";
import { familyOf } from "../../facts/family.ts";
import { mentionsInLists } from "./listed-uses.ts";
import { findRelease } from "../resource/releases.ts";
import type { Resource } from "../resource/resource.ts";

/**
 * - `release`: it is released; - `write`: it is given another value; - `test`: it is only looked at;
 * - `member`: another member of it is used; - `register`: it is given to what will dispose of it;
 * - `escape`: somebody else may have it from here.
 */
export type UseKind = "release" | "write" | "test" | "member" | "register" | "escape";

export interface FieldUse {
  readonly kind: UseKind;
  readonly node: TSESTree.Node;
  /** False where the field of this name may be another object's. */
  readonly isExact: boolean;
}

const releasedNames = new WeakMap<FileFacts, ReadonlySet<string>>();

/** The names of members and variables on which some code of the file calls a release, or which it calls without arguments; cheap, and asked before anything else. */
export function namesReleasedByCalls(file: FileFacts): ReadonlySet<string> {
  const known = releasedNames.get(file);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const call of file.calls.whose(isReleaseName)) {
    const object = receiverOf(call);
    const released = object === undefined ? undefined : nameEndingIn(object);
    if (released !== undefined) names.add(released);
  }
  for (const call of file.nodes.calls) {
    const callee = call.arguments.length === 0 ? unwrap(call.callee) : undefined;
    const called = callee === undefined ? undefined : nameEndingIn(callee);
    if (called !== undefined) names.add(called);
  }
  releasedNames.set(file, names);
  return names;
}

function nameEndingIn(node: TSESTree.Node): string | undefined {
  return node.type === "Identifier" ? node.name : node.type === "MemberExpression" ? memberName(node) : undefined;
}

const methodCalls = new WeakMap<FileFacts, ReadonlyMap<string, readonly CallNode[]>>();

/** The calls of methods of what a place holds. */
export function methodCallsOn(file: FileFacts, { key }: Place): readonly CallNode[] {
  const known = methodCalls.get(file) ?? collectMethodCalls(file);
  methodCalls.set(file, known);
  return known.get(key) ?? [];
}

function collectMethodCalls(file: FileFacts): ReadonlyMap<string, readonly CallNode[]> {
  const byKey = new Map<string, CallNode[]>();
  for (const call of file.nodes.calls) {
    const receiver = receiverOf(call);
    const key = receiver === undefined ? undefined : file.places.placeOf(receiver)?.key;
    const list = key === undefined ? undefined : byKey.get(key);
    if (list !== undefined) list.push(call);
    else if (key !== undefined) byKey.set(key, [call]);
  }
  return byKey;
}

/** A reference, ranked by the order in which the file declares the variables. */
interface Reference {
  readonly rank: number;
  readonly node: TSESTree.Node;
}

const aliases = new WeakMap<FileFacts, ReadonlyMap<string, readonly Reference[]>>();

/** Collects the uses of a field, those by other names of the same object and those of other objects that may be it. */
export function collectFieldUses(file: FileFacts, place: Place, resource: Resource | undefined): readonly FieldUse[] {
  const exact = new Set(placesOf(file, place).flatMap((one) => [...file.mentions.membersAt(one), ...referencesTo(file, one)]));
  const listed = [...exact].flatMap((node) => mentionsInLists(file, node));
  const uses: FieldUse[] = [...exact, ...listed].map((node) => ({ kind: kindOf(file, resource, place, node), node, isExact: true }));
  const name = place.path.at(-1);
  if (place.root.kind !== "instance" || name === undefined || name.startsWith("#") || name.startsWith("[")) return uses;
  for (const node of file.mentions.membersNamed(name)) {
    if (!exact.has(node) && mayBeThis(file, node, place)) uses.push({ kind: kindOf(file, resource, place, node), node, isExact: false });
  }
  return uses;
}

/** The place in each owner of its family. */
function placesOf(file: FileFacts, place: Place): Place[] {
  if (place.root.kind !== "instance") return [place];
  return [...familyOf(file, place.root.owner)].map((owner) => place.path.reduce((at, name) => file.places.memberOf(at, name), file.places.placeOfOwner(owner, false)));
}

/** `client.timer` in a helper may be the field of the class; the same name in another class is not. */
function mayBeThis(file: FileFacts, node: TSESTree.MemberExpression, place: Place): boolean {
  const found = file.places.placeOf(node);
  if (found === undefined) return true;
  if (found.root.kind === "variable") return found.path.length <= place.path.length;
  return found.root.kind === "instance" && found.root.owner.type !== "ClassDeclaration" && found.root.owner.type !== "ClassExpression" && found.path.length === place.path.length;
}

/** The references that name the place: of the variable that it is, and of those that stand for it. */
function referencesTo(file: FileFacts, { root, path, key }: Place): readonly TSESTree.Node[] {
  const known = aliases.get(file) ?? collectAliases(file);
  aliases.set(file, known);
  const others = known.get(key) ?? [];
  if (root.kind !== "variable" || path.length > 0 || mayNameOther(root.variable)) return others.map(({ node }) => node);
  const rank = file.variables.declared.indexOf(root.variable);
  const own = root.variable.references.filter(({ init }) => init !== true).map(({ identifier }): Reference => ({ rank, node: identifier }));
  return [...others, ...own].sort((one, other) => one.rank - other.rank).map(({ node }) => node);
}

/** The references of the variables that may stand for other places; the others are resolved when they are asked for. */
function collectAliases(file: FileFacts): ReadonlyMap<string, readonly Reference[]> {
  const byKey = new Map<string, Reference[]>();
  for (const [rank, variable] of file.variables.declared.entries()) {
    if (!mayNameOther(variable)) continue;
    for (const { identifier, init } of variable.references) {
      if (init === true) continue;
      const { key } = file.places.placeOf(identifier) ?? file.places.placeOfVariable(variable);
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [{ rank, node: identifier }]);
      else list.push({ rank, node: identifier });
    }
  }
  return byKey;
}

function kindOf(file: FileFacts, resource: Resource | undefined, place: Place, node: TSESTree.Node): UseKind {
  if (resource !== undefined && findRelease(file, resource, node) !== undefined) return "release";
  const value = wrapped(node);
  const parent = value.parent;
  switch (parent?.type) {
    case "AssignmentExpression":
      return parent.left === value ? "write" : isAliasOfField(file, parent.left, place) ? "test" : "escape";
    case "ArrayPattern":
      return "write";
    case "UnaryExpression":
      return parent.operator === "delete" ? "write" : "test";
    case "MemberExpression":
      return parent.object === value ? memberUse(parent) : "test";
    case "CallExpression":
    case "NewExpression":
      return parent.callee === value ? "release" : argumentUse(file, resource, parent);
    case "VariableDeclarator":
      return isAliasOfField(file, parent.id, place) || isDestructured(parent) ? "test" : "escape";
    case "LogicalExpression":
    case "ConditionalExpression":
      return isTested(value) ? "test" : (useOfChosen(file, value) ?? "escape");
    case "ArrayExpression":
      return useOfChosen(file, value) ?? "escape";
    case "BinaryExpression":
    case "ExpressionStatement":
    case "IfStatement":
    case "WhileStatement":
    case "TemplateLiteral":
    case "AwaitExpression":
    case "TSTypeQuery":
      return "test";
    default:
      return "escape";
  }
}

function memberUse(member: TSESTree.MemberExpression): UseKind {
  const name = memberName(member);
  if (isReleaseName(name)) return "release";
  const parent = wrapped(member).parent;
  const isCalled = parent?.type === "CallExpression" && unwrap(parent.callee) === member;
  return isCalled && name === "unref" ? "test" : name === undefined ? "escape" : "member";
}

function argumentUse(file: FileFacts, resource: Resource | undefined, call: TSESTree.CallExpression | TSESTree.NewExpression): UseKind {
  if (resource !== undefined && isBorrowed(file, resource, call)) return "test";
  const name = calleeName(call) ?? "";
  if (releasingCalls.test(name)) return "release";
  return isRegisteringName(name) ? "register" : "escape";
}

/** `const timer = this.timer`: the name is followed as the same place. */
function isAliasOfField(file: FileFacts, target: TSESTree.Node, place: Place): boolean {
  if (target.type !== "Identifier") return false;
  const variable = file.variables.variableOf(target);
  return variable !== undefined && initializerOf(variable) !== undefined && file.places.placeOf(target)?.path.at(-1) === place.path.at(-1);
}

function isDestructured(declarator: TSESTree.VariableDeclarator): boolean {
  return declarator.id.type === "ObjectPattern";
}

/** Whether a value only decides a branch. */
function isTested(value: TSESTree.Node): boolean {
  const parent = value.parent;
  if (parent?.type === "ConditionalExpression") return parent.test === value || isTested(wrapped(parent));
  if (parent?.type === "LogicalExpression") return (parent.left === value && parent.operator === "&&") || isTested(wrapped(parent));
  return ["IfStatement", "WhileStatement", "ExpressionStatement", "UnaryExpression", "BinaryExpression"].includes(parent?.type ?? "");
}

/** `clear(this.timer); if (active) this.timer = set();`: whoever changes the state calls the function, whose other branch is the end. */
export function isReleasedInOtherState(acquisition: TSESTree.Node, uses: readonly FieldUse[]): boolean {
  const host = enclosingFunction(acquisition);
  return uses.some(({ kind, node }) => {
    if (kind !== "release" || enclosingFunction(node) !== host) return false;
    if (areAlternatives(node, acquisition)) return true;
    for (let at: TSESTree.Node | undefined = acquisition.parent; at !== undefined && at !== host; at = at.parent) {
      if (at.type === "IfStatement" && !isWithin(node, at)) return true;
    }
    return false;
  });
}
