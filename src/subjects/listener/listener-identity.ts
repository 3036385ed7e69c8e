/** Whether two expressions can be the same function: where the functions come from that they stand for. */
import type { TSESTree } from "@typescript-eslint/utils";

import { wrappingCalls } from "../../catalogue/data/listener-verbs.ts";
import { keepingHooks } from "../../catalogue/words/listening.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { Variable } from "../../facts/variables.ts";
import { calleeName, isFunction, isNothing, memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { returnedValues } from "../owner/closure-ends.ts";

/** How two parts of a pair compare: `unlike` if they differ unless something aliases them. */
export type Likeness = "same" | "different" | "unlike" | "unknown";

/** How an expression makes a new function each time it is evaluated, or `nothing` where it calls the function it should name. */
export type Freshness = "function" | "bind" | "wrapper" | "factory" | "nothing";

/** How many names and fields are read to learn which function one of them is. */
const MAXIMUM_PLACES = 50;

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

/** `this.old = handler`: what the field has when it is taken off is the handler of the last time. */
function isKeptFor(file: FileFacts, field: TSESTree.Node, listener: TSESTree.Node): boolean {
  const place = file.places.placeOf(field);
  const added = file.places.placeOf(listener)?.key;
  if (place?.root.kind !== "instance" || added === undefined || added === place.key) return false;
  return file.stores.storesTo(place).some(({ value }) => value !== undefined && file.places.placeOf(unwrap(value))?.key === added);
}

/** Compares the functions that two expressions stand for. */
export function compareListeners(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): Likeness {
  const [first, second] = [storedIn(one), storedIn(other)];
  if (isNameOf(file, second, first) || isNameOf(file, first, second)) return "same";
  if (isKeptFor(file, second, first)) return "unknown";
  if (freshnessOf(file, first) !== undefined || freshnessOf(file, second) !== undefined) return "different";
  const [place, otherPlace] = [file.places.placeOf(first), file.places.placeOf(second)];
  if (place !== undefined && place.key === otherPlace?.key) return isNewEachRead(file, place) ? "different" : "same";
  const [origins, otherOrigins] = [originsOf(file, first), originsOf(file, second)];
  if (origins === undefined || otherOrigins === undefined) return "unknown";
  if ([...origins].some((origin) => otherOrigins.has(origin))) return origins.size === 1 && otherOrigins.size === 1 ? "same" : "unknown";
  return "different";
}

/** Whether a name means the function that has it: `add("x", function once() { remove("x", once) })`. */
export function isNameOf(file: FileFacts, name: TSESTree.Node, made: TSESTree.Node): boolean {
  return name.type === "Identifier" && isFunction(made) && file.variables.variableOf(name)?.defs[0]?.node === made;
}

/** `add("x", this.onX = f)` puts the function where the removal finds it. */
export function storedIn(expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  return node.type === "AssignmentExpression" ? unwrap(node.left) : node;
}

/** The nodes that make the functions an expression can be; undefined where not all are known. */
export function originsOf(file: FileFacts, expression: TSESTree.Node): ReadonlySet<TSESTree.Node> | undefined {
  const origins = new Set<TSESTree.Node>();
  const places = new Set<string>();
  const pending = [unwrap(expression)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    // A place that has been read gives nothing new, so that names assigned to each other end.
    const place = node.type === "Identifier" || node.type === "MemberExpression" ? file.places.placeOf(node) : undefined;
    if (place !== undefined && places.has(place.key)) continue;
    if (place !== undefined) places.add(place.key);
    const step = places.size > MAXIMUM_PLACES ? undefined : originStep(file, node, place);
    if (step === undefined) return undefined;
    if ("made" in step) origins.add(step.made);
    else pending.push(...step.values.map(unwrap));
  }
  return origins.size === 0 ? undefined : origins;
}

/** Where a function comes from: it is made at a node, or it is one of some values; undefined where that is not known. */
type OriginStep = { readonly made: TSESTree.Node } | { readonly values: readonly TSESTree.Node[] };

function originStep(file: FileFacts, node: TSESTree.Node, place: Place | undefined): OriginStep | undefined {
  if (freshnessOf(file, node) !== undefined) return { made: node };
  switch (node.type) {
    case "ConditionalExpression":
      return { values: [node.consequent, node.alternate] };
    case "LogicalExpression":
      return { values: [node.left, node.right] };
    case "AssignmentExpression":
      return { values: [node.right] };
    case "CallExpression":
      return keepingHooks.test(calleeName(node) ?? "") ? { made: node } : undefined;
    default:
      return place === undefined ? undefined : originStepOfPlace(file, place);
  }
}

function originStepOfPlace(file: FileFacts, place: Place): OriginStep | undefined {
  if (place.root.kind === "global") return undefined;
  const stores = file.stores.storesTo(place).filter(({ value }) => value === undefined || !isNothing(value));
  if (place.root.kind === "variable" && place.path.length === 0) {
    const [definition] = place.root.variable.defs;
    if (definition?.type === "ImportBinding") return { made: definition.node };
    if (definition?.type === "FunctionName") return stores.length === 0 ? { made: definition.node } : undefined;
    if (definition?.type === "Parameter" || hasMembersWritten(place.root.variable)) return undefined;
  }
  if (stores.length > 0) {
    const values = stores.flatMap(({ value }) => value ?? []);
    return values.length === stores.length ? { values } : undefined;
  }
  const method = methodAt(file, place);
  return method === undefined || isGetterFunction(method) ? undefined : { made: method };
}

/** `handler.guid = …`: some emitters compare functions by such a mark. */
function hasMembersWritten(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const member = identifier.parent;
    return member.type === "MemberExpression" && member.object === identifier && member.parent.type === "AssignmentExpression" && member.parent.left === member;
  });
}

/** The only member function of the class or object that has the place's name. */
function methodAt(file: FileFacts, place: Place): FunctionNode | undefined {
  const { root, path } = place;
  if ((root.kind !== "instance" && root.kind !== "static") || path.length !== 1) return undefined;
  const named = file.functions.membersOf(root.owner).filter((fact) => fact.name === path[0] && fact.isStatic === (root.kind === "static"));
  return named.length === 1 ? named[0]?.node : undefined;
}

function isGetterFunction(node: FunctionNode): boolean {
  const parent = node.parent;
  return (parent.type === "MethodDefinition" || parent.type === "Property") && parent.kind === "get";
}

/** A getter that makes the function anew for each read. */
function isNewEachRead(file: FileFacts, place: Place): boolean {
  const method = methodAt(file, place);
  return method !== undefined && isGetterFunction(method) && file.stores.storesTo(place).length === 0 && givesNewFunctions(file, method);
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
