/** What the code of a file does with a field, wherever it names it: directly, through `self`, or through a local alias. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { initializerOf } from "../../facts/variables.ts";
import { calleeName, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { isBorrowed } from "../borrowing.ts";
import { familyOf } from "./family.ts";
import { findRelease } from "../releases.ts";
import type { Resource } from "../resource.ts";

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

const RELEASE_NAMES =
  /^(?:_?(?:dispose|destroy|close|terminate|unsubscribe|disconnect|unobserve|abort|cancel|kill|end|stop|shutdown|release|unlock|free|unlisten|unwatch|quit|teardown|cleanup)(?:All|Async|Sync|[A-Z]\w*)?|clear(?:Timeout|Interval|Immediate|Timer|Timers|All)|cancelAnimationFrame|cancelIdleCallback|remove(?:All)?(?:Event)?Listeners?|off|revokeObjectURL|\[dispose\]|\[asyncDispose\])$/;
const RELEASING_CALLS = /^_?(?:clear|cancel|release|remove|stop|dispose|destroy|close|end|kill|unsubscribe|disconnect|terminate|safe|try|revoke|unobserve|off)/i;
const REGISTERING_CALLS = /^_?(?:register\w*|add\w*|push|unshift|own|track|adopt|use|defer|manage|toDispose|set|until|takeUntilDestroyed|combinedDisposable|combineDisposables|from)$/;

/** Whether a call of this name releases something, whatever it is. */
export function isReleaseName(name: string | undefined): boolean {
  return name !== undefined && RELEASE_NAMES.test(name);
}

const releasedNames = new WeakMap<FileFacts, ReadonlySet<string>>();

/** The names of members on which some code of the file calls a release, or which it calls without arguments; cheap, and asked before anything else. */
export function namesReleasedByCalls(file: FileFacts): ReadonlySet<string> {
  const known = releasedNames.get(file);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const call of file.nodes.calls) {
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression") continue;
    const object = isReleaseName(memberName(callee)) ? unwrap(callee.object) : undefined;
    const released = object?.type === "MemberExpression" ? memberName(object) : undefined;
    const called = call.arguments.length === 0 ? memberName(callee) : undefined;
    if (released !== undefined) names.add(released);
    if (called !== undefined) names.add(called);
  }
  releasedNames.set(file, names);
  return names;
}

interface Mentions {
  readonly byKey: ReadonlyMap<string, readonly TSESTree.Node[]>;
  readonly byName: ReadonlyMap<string, readonly TSESTree.MemberExpression[]>;
}

const mentions = new WeakMap<FileFacts, Mentions>();

/** Collects the uses of a field, those by other names of the same object and those of other objects that may be it. */
export function collectFieldUses(file: FileFacts, place: Place, resource: Resource | undefined): readonly FieldUse[] {
  const known = mentions.get(file) ?? collectMentions(file);
  mentions.set(file, known);
  const exact = new Set(keysOf(file, place).flatMap((key) => known.byKey.get(key) ?? []));
  const uses: FieldUse[] = [...exact].map((node) => ({ kind: kindOf(file, resource, place, node), node, isExact: true }));
  const name = place.path.at(-1);
  if (place.root.kind !== "instance" || name === undefined || name.startsWith("#") || name.startsWith("[")) return uses;
  for (const node of known.byName.get(name) ?? []) {
    if (!exact.has(node) && mayBeThis(file, node, place)) uses.push({ kind: kindOf(file, resource, place, node), node, isExact: false });
  }
  return uses;
}

/** The keys of the place in each owner of its family. */
function keysOf(file: FileFacts, place: Place): string[] {
  if (place.root.kind !== "instance") return [place.key];
  return [...familyOf(file, place.root.owner)].map((owner) => [file.places.placeOfOwner(owner, false).key, ...place.path].join("."));
}

/** `client.timer` in a helper may be the field of the class; the same name in another class is not. */
function mayBeThis(file: FileFacts, node: TSESTree.MemberExpression, place: Place): boolean {
  const found = file.places.placeOf(node);
  if (found === undefined) return true;
  if (found.root.kind === "variable") return found.path.length <= place.path.length;
  return found.root.kind === "instance" && found.root.owner.type !== "ClassDeclaration" && found.root.owner.type !== "ClassExpression" && found.path.length === place.path.length;
}

function collectMentions(file: FileFacts): Mentions {
  const byKey = new Map<string, TSESTree.Node[]>();
  const byName = new Map<string, TSESTree.MemberExpression[]>();
  const add = <Node>(lists: Map<string, Node[]>, key: string | undefined, node: Node): void => {
    if (key === undefined) return;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [node]);
    else list.push(node);
  };
  for (const member of file.nodes.members) {
    add(byKey, file.places.placeOf(member)?.key, member);
    add(byName, memberName(member), member);
  }
  for (const scope of (file.sourceCode.scopeManager?.scopes ?? []) as readonly TSESLint.Scope.Scope[]) {
    for (const variable of scope.variables) {
      const own = variable.defs.length === 0 ? undefined : file.places.placeOfVariable(variable).key;
      for (const reference of own === undefined ? [] : variable.references) {
        if (reference.init === true) continue;
        const node = reference.identifier as TSESTree.Node;
        add(byKey, file.places.placeOf(node)?.key ?? own, node);
      }
    }
  }
  return { byKey, byName };
}

function kindOf(file: FileFacts, resource: Resource | undefined, place: Place, node: TSESTree.Node): UseKind {
  if (resource !== undefined && findRelease(file, resource, node) !== undefined) return "release";
  const value = wrapped(node);
  const parent = value.parent;
  switch (parent?.type) {
    case "AssignmentExpression":
      return parent.left === value ? "write" : isAlias(file, parent.left, place) ? "test" : "escape";
    case "UnaryExpression":
      return parent.operator === "delete" ? "write" : "test";
    case "MemberExpression":
      return parent.object === value ? memberUse(parent) : "test";
    case "CallExpression":
    case "NewExpression":
      return parent.callee === value ? "release" : argumentUse(file, resource, parent);
    case "VariableDeclarator":
      return isAlias(file, parent.id, place) || isDestructured(parent) ? "test" : "escape";
    case "LogicalExpression":
    case "ConditionalExpression":
      return isTested(value) ? "test" : "escape";
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
  if (RELEASING_CALLS.test(name)) return "release";
  return REGISTERING_CALLS.test(name) ? "register" : "escape";
}

/** `const timer = this.timer`: the name is followed as the same place. */
function isAlias(file: FileFacts, target: TSESTree.Node, place: Place): boolean {
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
  if (parent?.type === "ReturnStatement" || parent?.type === "ArrowFunctionExpression") return false;
  return ["IfStatement", "WhileStatement", "ExpressionStatement", "UnaryExpression", "BinaryExpression"].includes(parent?.type ?? "");
}
