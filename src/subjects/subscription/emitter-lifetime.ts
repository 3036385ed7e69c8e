/** How long the object lives that a listener is put on, compared with the one that puts it there. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingStreams, serviceNames, streamsOfOwnElement } from "../../catalogue/data/subscriptions.ts";
import { accessorNames, childDecorators, combiningStreams, injectingDecorators, streamMembers } from "../../catalogue/words/streams.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { Store } from "../../facts/stores.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import { functionOf } from "../../facts/variables.ts";
import { calleeName, decoratorsOf, isClass, isFunction, isNothing, memberName, receiverOf, unwrap } from "../../syntax/tree.ts";
import { isEndedByFile, isRegistration } from "./registries.ts";

/**
 * - `process`: a module's value, a static field, a global: it outlives every object;
 * - `injected`: handed to the constructor or injected: as a rule a service that outlives the object;
 * - `parameter`: handed to a method or function: a service or a child, nothing tells which;
 * - `own`: made or ended by the object itself;
 * - `unknown`: nothing tells.
 */
export type EmitterLifetime = "process" | "injected" | "parameter" | "own" | "unknown";

const MAXIMUM_DEPTH = 6;

/** Answers how long the emitter lives that an expression gives. */
export function emitterLifetimeOf(file: FileFacts, expression: TSESTree.Node, depth = 0): EmitterLifetime {
  const node = unwrap(expression);
  if (depth > MAXIMUM_DEPTH) return "unknown";
  switch (node.type) {
    case "ThisExpression":
    case "Super":
    case "NewExpression":
    case "ObjectExpression":
      return "own";
    case "AwaitExpression":
      return emitterLifetimeOf(file, node.argument, depth + 1);
    case "ConditionalExpression":
      return combined([node.consequent, node.alternate].map((side) => emitterLifetimeOf(file, side, depth + 1)));
    case "LogicalExpression":
      return combined([node.left, node.right].map((side) => emitterLifetimeOf(file, side, depth + 1)));
    case "CallExpression":
      return ofCall(file, node, depth);
    case "Identifier":
      return ofPlaced(file, node, depth);
    case "MemberExpression": {
      const placed = ofPlaced(file, node, depth);
      // What a call gives belongs to no place: its members live as long as it does.
      return placed === "unknown" ? ofObject(file, node, depth) : placed;
    }
    default:
      return "unknown";
  }
}

/** Whether the emitter belongs to a service of the whole program, by the name of its type, of its injection token or of the field that holds it. */
export function isOfService(file: FileFacts, expression: TSESTree.Node): boolean {
  let root = unwrap(expression);
  for (let depth = 0; depth < 12 && file.places.placeOf(root) === undefined; depth++) {
    if (root.type === "CallExpression") root = receiverOf(root) ?? unwrap(root.callee);
    else if (root.type === "MemberExpression") root = unwrap(root.object);
    else return false;
  }
  const place = file.places.placeOf(root);
  const name = place?.root.kind === "instance" ? place.path[0] : place?.root.kind === "variable" ? place.root.variable.name : undefined;
  if (place === undefined || name === undefined) return false;
  const holder = place.root.kind === "instance" ? { root: place.root, path: [name], key: `${place.key.split(".", 1)[0] ?? ""}.${name}` } : { root: place.root, path: [], key: place.key.split(".", 1)[0] ?? "" };
  const annotation = file.stores.annotationOf(holder);
  const tokens = file.stores.storesTo(holder).map(({ value }) => (value?.type === "CallExpression" && calleeName(value) === "inject" ? value.arguments[0] : undefined));
  const names = [name, annotation?.type === "TSTypeReference" && annotation.typeName.type === "Identifier" ? annotation.typeName.name : "", ...tokens.map((token) => (token?.type === "Identifier" ? token.name : ""))];
  return names.some((one) => serviceNames.test(one));
}

function ofObject(file: FileFacts, node: TSESTree.MemberExpression, depth: number): EmitterLifetime {
  const object = unwrap(node.object);
  return object.type === "CallExpression" || object.type === "AwaitExpression" ? emitterLifetimeOf(file, object, depth + 1) : "unknown";
}

function ofCall(file: FileFacts, call: TSESTree.CallExpression, depth: number): EmitterLifetime {
  const name = calleeName(call);
  const receiver = receiverOf(call);
  const [first] = call.arguments;
  if (name === undefined) return "unknown";
  if (isRegistration(call) && first !== undefined) return emitterLifetimeOf(file, first, depth + 1);
  if (name === "inject") return "injected";
  if (receiver === undefined || receiver.type === "Identifier") {
    const lifetime = ofCreator(file, call, name, depth);
    if (lifetime !== undefined) return lifetime;
  }
  if (receiver === undefined) return valueLifetimeOf(file, call) === "own" ? "own" : "unknown";
  if (accessorNames.test(name) || streamMembers.test(name)) return receiver.type === "ThisExpression" ? "unknown" : emitterLifetimeOf(file, receiver, depth + 1);
  return valueLifetimeOf(file, call) === "own" ? "own" : "unknown";
}

/** The functions that make streams: of other streams, of elements, of time. */
function ofCreator(file: FileFacts, call: TSESTree.CallExpression, name: string, depth: number): EmitterLifetime | undefined {
  const { arguments: given } = call;
  if (combiningStreams.test(name)) {
    const streams = given.flatMap((argument) => (argument.type === "ArrayExpression" ? argument.elements : [argument]));
    return longest(streams.map((stream) => (stream === null ? "unknown" : emitterLifetimeOf(file, stream, depth + 1))));
  }
  if (endingStreams.has(name)) return "own";
  if (name === "interval") return "process";
  if (name === "timer") return given.length > 1 ? "process" : "own";
  if (name !== "fromEvent" || given[0] === undefined) return undefined;
  return valueLifetimeOf(file, given[0]) === "process" ? "process" : "own";
}

function ofPlaced(file: FileFacts, node: TSESTree.Node, depth: number): EmitterLifetime {
  const place = file.places.placeOf(node);
  if (place === undefined) return "unknown";
  if ((place.root.kind === "instance" || place.root.kind === "variable") && isEnded(file, place)) return "own";
  switch (place.root.kind) {
    case "global":
      return valueLifetimeOf(file, node) === "process" ? "process" : "unknown";
    case "static":
      return "process";
    case "instance":
      return place.path[0] === undefined ? "own" : ofField(file, place.root.owner, place, depth);
    case "variable":
      return ofVariable(file, place, depth);
  }
}

/** Whether the object itself, or something on the way to it, is ended by this file. */
function isEnded(file: FileFacts, place: Place): boolean {
  const keys = [place.key];
  for (let length = 1; length <= place.path.length; length++) keys.push(place.key.split(".").slice(0, -length).join("."));
  const own = place.root.kind === "instance" ? keys.slice(0, -1) : keys;
  return own.some((key) => isEndedByFile(file, key));
}

function ofField(file: FileFacts, owner: InstanceOwner, place: Place, depth: number): EmitterLifetime {
  const name = place.path[0] as string;
  const key = `${place.key.split(".", 1)[0] ?? ""}.${name}`;
  const holder: Place = { root: place.root, path: [name], key };
  const lifetimes = lifetimesStored(file, holder, depth);
  const lifetime = lifetimes.length > 0 ? combined(lifetimes) : ofDeclaration(owner, name);
  return lifetime === "injected" && streamsOfOwnElement.test(name) ? "own" : lifetime;
}

/** A field that the file never writes is filled by the framework: by injection, or with a child of its own. */
function ofDeclaration(owner: InstanceOwner, name: string): EmitterLifetime {
  if (!isClass(owner)) return "unknown";
  const member = owner.body.body.find((one) => (one.type === "PropertyDefinition" || one.type === "AccessorProperty") && memberName(one) === name);
  if (member?.type !== "PropertyDefinition" && member?.type !== "AccessorProperty") return "unknown";
  const decorators = decoratorsOf(member).map(({ expression }) => (expression.type === "CallExpression" ? calleeName(expression) : expression.type === "Identifier" ? expression.name : undefined) ?? "");
  if (decorators.some((decorator) => childDecorators.test(decorator))) return "own";
  if (decorators.some((decorator) => injectingDecorators.test(decorator))) return "injected";
  return decorators.includes("Input") ? "parameter" : "unknown";
}

function ofVariable(file: FileFacts, place: Place, depth: number): EmitterLifetime {
  if (place.root.kind !== "variable") return "unknown";
  const { variable } = place.root;
  const [definition] = variable.defs;
  if (definition?.type === "ImportBinding") return "process";
  if (definition?.type === "Parameter") return ofParameter(file, definition.node);
  if (functionOf(variable) === undefined) return "process";
  const holder = file.places.placeOfVariable(variable);
  const lifetimes = lifetimesStored(file, holder, depth);
  return lifetimes.length === 0 ? "unknown" : combined(lifetimes);
}

function ofParameter(file: FileFacts, node: TSESTree.Node): EmitterLifetime {
  return isFunction(node) && file.functions.factOf(node).role === "constructor" ? "injected" : "parameter";
}

const stored = new WeakMap<FileFacts, Map<string, readonly EmitterLifetime[]>>();

/** The lifetimes of what a place is given, worked out once for each depth: variables that are given each other have many ways to the first. */
function lifetimesStored(file: FileFacts, place: Place, depth: number): readonly EmitterLifetime[] {
  const known = stored.get(file) ?? new Map<string, readonly EmitterLifetime[]>();
  stored.set(file, known);
  const question = `${String(depth)} ${place.key}`;
  const lifetimes = known.get(question) ?? collectLifetimes(file, file.stores.storesTo(place), depth);
  known.set(question, lifetimes);
  return lifetimes;
}

function collectLifetimes(file: FileFacts, stores: readonly Store[], depth: number): EmitterLifetime[] {
  const lifetimes: EmitterLifetime[] = [];
  for (const { value, site } of stores) {
    if (value === undefined) lifetimes.push(site.type === "TSParameterProperty" ? "injected" : "unknown");
    else if (!isNothing(value)) lifetimes.push(emitterLifetimeOf(file, value, depth + 1));
  }
  return lifetimes;
}

/** One lifetime if all agree; handed in one way or the other counts as a parameter; else unknown. */
function combined(lifetimes: readonly EmitterLifetime[]): EmitterLifetime {
  const [first] = lifetimes;
  if (first === undefined) return "unknown";
  if (lifetimes.every((lifetime) => lifetime === first)) return first;
  return lifetimes.every((lifetime) => lifetime === "injected" || lifetime === "parameter") ? "parameter" : "unknown";
}

const LENGTHS: readonly EmitterLifetime[] = ["process", "injected", "parameter", "unknown"];

/** Of several streams merged into one the longest decides. */
function longest(lifetimes: readonly EmitterLifetime[]): EmitterLifetime {
  return LENGTHS.find((length) => lifetimes.includes(length)) ?? "own";
}
