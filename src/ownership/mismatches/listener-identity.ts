/** Whether two expressions can be the same function: where the functions come from that they stand for. */
import type { TSESTree } from "@typescript-eslint/utils";

import { wrappingCalls } from "../../catalogue/data/listener-verbs.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { Variable } from "../../facts/variables.ts";
import { calleeName, isFunction, isNothing, memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { returnedValues } from "../fields/closure-ends.ts";

/** How two parts of a pair compare: `unlike` if they differ unless something aliases them. */
export type Likeness = "same" | "different" | "unlike" | "unknown";

/** How an expression makes a new function each time it is evaluated, or `nothing` where it calls the function it should name. */
export type Freshness = "function" | "bind" | "wrapper" | "factory" | "nothing";

const MAXIMUM_DEPTH = 6;

/** Answers how the expression itself makes a new function; `undefined` for names, fields and what cannot be told. */
export function freshnessOf(file: FileFacts, expression: TSESTree.Node): Freshness | undefined {
  const node = unwrap(expression);
  if (isFunction(node)) return "function";
  if (node.type !== "CallExpression") return undefined;
  const callee = unwrap(node.callee);
  if (callee.type === "MemberExpression" && memberName(callee) === "bind") return "bind";
  if (wrappingCalls.test(calleeName(node) ?? "")) return "wrapper";
  const made = file.functions.calledFunction(node);
  if (made === undefined) return undefined;
  if (givesNewFunctions(file, made)) return "factory";
  return givesNothing(file, made) ? "nothing" : undefined;
}

/** Compares the functions that two expressions stand for. */
export function compareListeners(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): Likeness {
  const [first, second] = [storedIn(one), storedIn(other)];
  if (freshnessOf(file, first) !== undefined || freshnessOf(file, second) !== undefined) return "different";
  const [place, otherPlace] = [file.places.placeOf(first), file.places.placeOf(second)];
  if (place !== undefined && place.key === otherPlace?.key) return isNewEachRead(file, place) ? "different" : "same";
  const [origins, otherOrigins] = [originsOf(file, first), originsOf(file, second)];
  if (origins === undefined || otherOrigins === undefined) return "unknown";
  if ([...origins].some((origin) => otherOrigins.has(origin))) return origins.size === 1 && otherOrigins.size === 1 ? "same" : "unknown";
  return "different";
}

/** `add("x", this.onX = f)` puts the function where the removal finds it. */
export function storedIn(expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  return node.type === "AssignmentExpression" ? unwrap(node.left) : node;
}

/** The nodes that make the functions an expression can be; undefined where not all are known. */
export function originsOf(file: FileFacts, expression: TSESTree.Node, depth = 0): ReadonlySet<TSESTree.Node> | undefined {
  const node = unwrap(expression);
  if (depth > MAXIMUM_DEPTH) return undefined;
  if (freshnessOf(file, node) !== undefined) return new Set([node]);
  switch (node.type) {
    case "ConditionalExpression":
      return union([node.consequent, node.alternate].map((side) => originsOf(file, side, depth + 1)));
    case "LogicalExpression":
      return union([node.left, node.right].map((side) => originsOf(file, side, depth + 1)));
    case "AssignmentExpression":
      return originsOf(file, node.right, depth + 1);
    case "CallExpression":
      return /^use(?:Callback|Event|EffectEvent|MemoizedFn)$/.test(calleeName(node) ?? "") ? new Set([node]) : undefined;
    case "Identifier":
    case "MemberExpression":
      return originsOfPlace(file, node, depth);
    default:
      return undefined;
  }
}

function originsOfPlace(file: FileFacts, node: TSESTree.Identifier | TSESTree.MemberExpression, depth: number): ReadonlySet<TSESTree.Node> | undefined {
  const place = file.places.placeOf(node);
  if (place === undefined || place.root.kind === "global") return undefined;
  const stores = file.stores.storesTo(place).filter(({ value }) => value === undefined || !isNothing(value));
  if (place.root.kind === "variable" && place.path.length === 0) {
    const [definition] = place.root.variable.defs;
    if (definition?.type === "ImportBinding") return new Set([definition.node]);
    if (definition?.type === "FunctionName") return stores.length === 0 ? new Set([definition.node]) : undefined;
    if (definition?.type === "Parameter" || hasMembersWritten(place.root.variable)) return undefined;
  }
  if (stores.length > 0) return union(stores.map(({ value }) => (value === undefined ? undefined : originsOf(file, value, depth + 1))));
  const method = methodAt(file, place);
  return method === undefined || isGetter(method) ? undefined : new Set([method]);
}

/** `handler.guid = …`: some emitters compare functions by such a mark. */
function hasMembersWritten(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const member = identifier.parent;
    return member.type === "MemberExpression" && member.object === identifier && member.parent.type === "AssignmentExpression" && member.parent.left === member;
  });
}

function union(sets: readonly (ReadonlySet<TSESTree.Node> | undefined)[]): ReadonlySet<TSESTree.Node> | undefined {
  const all = new Set<TSESTree.Node>();
  for (const set of sets) {
    if (set === undefined) return undefined;
    for (const node of set) all.add(node);
  }
  return all.size === 0 ? undefined : all;
}

/** The only member function of the class or object that has the place's name. */
function methodAt(file: FileFacts, place: Place): FunctionNode | undefined {
  const { root, path } = place;
  if ((root.kind !== "instance" && root.kind !== "static") || path.length !== 1) return undefined;
  const named = file.functions.membersOf(root.owner).filter((fact) => fact.name === path[0] && fact.isStatic === (root.kind === "static"));
  return named.length === 1 ? named[0]?.node : undefined;
}

function isGetter(node: FunctionNode): boolean {
  const parent = node.parent;
  return (parent.type === "MethodDefinition" || parent.type === "Property") && parent.kind === "get";
}

/** A getter that makes the function anew for each read. */
function isNewEachRead(file: FileFacts, place: Place): boolean {
  const method = methodAt(file, place);
  return method !== undefined && isGetter(method) && file.stores.storesTo(place).length === 0 && givesNewFunctions(file, method);
}

/** Whether each call of the function gives a new function: all it returns is written there. */
function givesNewFunctions(file: FileFacts, node: FunctionNode): boolean {
  if (node.async || node.generator) return false;
  const values = returnedValues(file, node).map(unwrap);
  return values.length > 0 && values.every((value) => isFunction(value) || (value.type === "CallExpression" && isBindCall(value)));
}

/** `removeEventListener("resize", this.onResize())`: the call gives no function at all. */
function givesNothing(file: FileFacts, node: FunctionNode): boolean {
  return node.body.type === "BlockStatement" && !node.generator && node.body.body.length > 0 && returnedValues(file, node).length === 0;
}

function isBindCall(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" && memberName(callee) === "bind";
}
