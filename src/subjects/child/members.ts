/** What runs when an object is made, and which of its methods others can call. */
import type { TSESTree } from "@typescript-eslint/utils";

import { methodsOfFunctions } from "../../catalogue/words/function-wrappers.ts";
import { callingMethods } from "../../catalogue/words/language.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { findSuperClass } from "../../facts/family.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { calledFrom, reachedFrom, standsIn } from "../../facts/reach.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { accessibilityOf } from "../../syntax/annotations.ts";
import { calleeName, enclosingFunction, isClass, isFunction, isWithin, type FunctionNode } from "../../syntax/tree.ts";

/** The parts of a class, those that it has from classes of the same file among them. */
export interface Members {
  readonly owners: readonly InstanceOwner[];
  readonly all: readonly FunctionFact[];
  /** The methods that whoever has the object can call. */
  readonly open: readonly FunctionFact[];
  /** The functions that have run when the object is made and those methods of it are called that its owner calls. */
  readonly begun: ReadonlySet<FunctionNode>;
  /** Those that run later, when what it listens to or waits for comes. */
  readonly later: ReadonlySet<FunctionNode>;
}

/** Collects the parts of a class whose owner calls methods of those names. */
export function membersOfClass(file: FileFacts, owner: InstanceOwner, called: ReadonlySet<string>): Members {
  const owners = withBases(file, owner);
  const all = owners.flatMap((one) => file.functions.membersOf(one)).filter(({ isStatic }) => !isStatic);
  const starts = all.filter(({ role, name }) => role === "constructor" || (name !== undefined && called.has(name))).map(({ node }) => node);
  const makers = isFunction(owner) ? [owner, ...starts] : starts;
  const begun = calledFrom(file, makers);
  const later = new Set([...reachedFrom(file, makers)].filter((node) => !begun.has(node)));
  return { owners, all, open: all.filter(isOpen), begun, later: reachedFrom(file, later) };
}

/** Whether a piece of code has run when the object is made: it stands in what runs then, or in a field's first value. */
export function isBegun({ owners, begun }: Members, node: TSESTree.Node): boolean {
  const host = enclosingFunction(node);
  return (host !== undefined && begun.has(host)) || (isInField(node) && owners.some((owner) => isClass(owner) && isWithin(node, owner)));
}

/**
 * The methods by which it ends. Undefined where there are none that others can call, and where something else may end it: what
 * the object listens to or waits for.
 */
export function endsWith(file: FileFacts, { open, later }: Members, acquisition: TSESTree.Node, releases: readonly TSESTree.Node[]): ReadonlySet<string> | undefined {
  if (releases.length === 0 || releases.some((release) => standsIn(release, later))) return undefined;
  const host = enclosingFunction(acquisition);
  const ends = open.filter(({ node }) => {
    const run = reachedFrom(file, [node]);
    // What acquires it again begins anew, and ends nothing.
    return (host === undefined || !run.has(host)) && releases.some((release) => standsIn(release, run));
  });
  return ends.length === 0 ? undefined : new Set(ends.flatMap(({ name }) => name ?? []));
}

/** Whether what runs when the object is made gives the object itself to other code: `parent.parts.push(this)`. */
export function isHandedOnByItself(file: FileFacts, members: Members): boolean {
  return file.nodes.calls.some((call) => call.type === "CallExpression" && isBegun(members, call) && call.arguments.some((argument, index) => argument.type === "ThisExpression" && !isContext(file, call, index)));
}

/** `emitter.on("end", this.finish, this)`, `finish.call(this)`: the object is what a function runs on. */
function isContext(file: FileFacts, call: TSESTree.CallExpression, index: number): boolean {
  const before = call.arguments[index - 1];
  if (index === 0) return methodsOfFunctions.has(calleeName(call) ?? "") || callingMethods.has(calleeName(call) ?? "");
  return before !== undefined && (file.functions.functionValueOf(before) !== undefined || isMemberOfThis(before));
}

function isMemberOfThis(node: TSESTree.Node): boolean {
  return node.type === "MemberExpression" && node.object.type === "ThisExpression";
}

function isInField(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at !== undefined && !isFunction(at); at = at.parent ?? undefined) {
    if (at.type === "PropertyDefinition") return !at.static;
  }
  return false;
}

function withBases(file: FileFacts, owner: InstanceOwner): readonly InstanceOwner[] {
  const owners = new Set<InstanceOwner>();
  for (let at: InstanceOwner | undefined = owner; at !== undefined && !owners.has(at); at = isClass(at) ? findSuperClass(file, at) : undefined) owners.add(at);
  return [...owners];
}

function isOpen({ name, role, node }: FunctionFact): boolean {
  const { parent } = node;
  if (name === undefined || name.startsWith("#") || name.startsWith("[") || role === "constructor") return false;
  return parent.type !== "MethodDefinition" || (parent.kind === "method" && accessibilityOf(parent) !== "private" && accessibilityOf(parent) !== "protected");
}
