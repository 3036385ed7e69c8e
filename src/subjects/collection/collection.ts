/** Collections: places that hold a Map, a Set, a record or an array which this file creates itself. */
import { collectionWrappers } from "../../catalogue/words/function-wrappers.ts";
import { sizeMembers } from "../../catalogue/words/language.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { Store } from "../../facts/stores.ts";
import { initializerOf } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isWithin, memberName, unwrap, walk } from "../../syntax/tree.ts";
import { declaredName } from "./declared-kind.ts";
import { mentions } from "./mentioned-place.ts";
import { ownCollectionAt } from "./own-collections.ts";
import { rewriteOf, type Rewrite } from "./rewrites.ts";
import { isUnboundedCache } from "./unbounded-caches.ts";

export type CollectionKind = "map" | "set" | "record" | "array";

export interface Collection {
  readonly place: Place;
  readonly kind: CollectionKind;
  /** The write that gives the place its first value. */
  readonly creation: Store;
  /** Its declaration says what it is, and what another file gives is put there: that may bound it, or share it with others. */
  readonly isGiven: boolean;
  /** Writes of a fresh or another value later on: each ends what was kept before. */
  readonly replacements: readonly Store[];
  /** Writes of the old content and something more: `items = [...items, item]`. */
  readonly growths: readonly Store[];
  /** Writes of a part of the old content: `items = items.filter(...)`. */
  readonly reductions: readonly Store[];
}

const KIND_OF_CONSTRUCTOR: Readonly<Record<string, CollectionKind>> = { Map: "map", Set: "set", Array: "array" };

/** How many functions of the file hand on what another of them makes. */
const MAXIMUM_DEPTH = 3;

/** Finds the collection a place holds; undefined for weak collections, caches, injected values and whatever else the file does not create. */
export function findCollection(file: FileFacts, place: Place): Collection | undefined {
  const written = storesTo(file, place);
  const stores = written.filter((store) => store.value === undefined || !isSentinel(store.value));
  // Asked first: `[...items, item]` is a fresh array too, and holds all of the old one.
  const rewrites = new Map(stores.map((store) => [store, rewriteOf(file, store)]));
  const kindOf = (store: Store): CollectionKind | undefined => (store.value === undefined ? undefined : createdKind(file, store.value) ?? givenKind(file, place, store));
  const creations = stores.filter((store) => rewrites.get(store) === undefined && kindOf(store) !== undefined);
  const kinds = new Set(creations.map(kindOf));
  const [kind] = kinds;
  if (kind === undefined || kinds.size !== 1) return undefined;

  if (stores.some((store) => rewrites.get(store) === undefined && !creations.includes(store))) return undefined;
  const creation = creations.find((store) => isInitial(file, store)) ?? creations.find((store) => isLazy(file, store)) ?? (creations.length === 1 ? creations[0] : undefined);
  if (creation === undefined) return undefined;
  // `cache = undefined` throws the content away like a new Map does.
  const replacements = written.filter((store) => store !== creation && !isInitial(file, store) && (stores.includes(store) ? creations.includes(store) && !isLazy(file, store) : true));
  const rewritten = (how: Rewrite): Store[] => stores.filter((store) => rewrites.get(store) === how);
  const isGiven = creations.some(({ value }) => value !== undefined && createdKind(file, value) === undefined);
  return { place, kind, creation, isGiven, replacements, growths: rewritten("growth"), reductions: rewritten("reduction") };
}

/** The writes of a place; for a member of an object literal also the property that declares it. */
function storesTo(file: FileFacts, place: Place): readonly Store[] {
  const stores = file.stores.storesTo(place);
  const { root, path } = place;
  if (root.kind !== "instance" || root.owner.type !== "ObjectExpression" || path.length !== 1) return stores;
  const property = root.owner.properties.find((candidate) => candidate.type === "Property" && memberName(candidate) === path[0]);
  return property?.type === "Property" ? [{ place, value: property.value, site: property }, ...stores] : stores;
}

/** The kind that a place is declared to hold, where a function of another file gives what is put there. */
function givenKind(file: FileFacts, place: Place, store: Store): CollectionKind | undefined {
  const node = store.value === undefined ? undefined : unwrap(store.value);
  if (node?.type !== "CallExpression" || file.functions.calledFunction(node) !== undefined) return undefined;
  const name = declaredName(file, place, [store]);
  return name !== undefined && Object.hasOwn(KIND_OF_CONSTRUCTOR, name) ? KIND_OF_CONSTRUCTOR[name] : undefined;
}

/** The kind of collection that a function of this file makes for whoever calls it. */
function kindMadeBy(file: FileFacts, call: TSESTree.CallExpression, depth: number): CollectionKind | undefined {
  const called = depth < MAXIMUM_DEPTH ? file.functions.calledFunction(call) : undefined;
  const returned = called === undefined || called.async || called.generator ? [] : file.functions.returnedBy(called);
  const kinds = new Set(returned.map((value) => kindReturned(file, unwrap(value), depth + 1)));
  const [kind] = kinds;
  return kinds.size === 1 ? kind : undefined;
}

/** `return new Map()`, and the variable that holds one: `const table = new Map(); … return table`. */
function kindReturned(file: FileFacts, value: TSESTree.Node, depth: number): CollectionKind | undefined {
  const variable = value.type === "Identifier" ? file.variables.variableOf(value) : undefined;
  const made = variable === undefined ? value : unwrap(initializerOf(variable) ?? value);
  return made.type === "NewExpression" || made.type === "CallExpression" ? createdKind(file, made, depth) : undefined;
}

/** The kind of collection an expression creates. */
export function createdKind(file: FileFacts, expression: TSESTree.Node, depth = 0): CollectionKind | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case "ArrayExpression":
      return "array";
    case "ObjectExpression":
      return node.properties.every(isPlainProperty) ? "record" : undefined;
    case "NewExpression":
      if (isUnboundedCache(file, node) || ownCollectionAt(file, node) !== undefined) return "map";
      if (node.callee.type !== "Identifier" || !file.variables.isGlobal(node.callee)) return undefined;
      return Object.hasOwn(KIND_OF_CONSTRUCTOR, node.callee.name) ? KIND_OF_CONSTRUCTOR[node.callee.name] : undefined;
    case "CallExpression": {
      if (ownCollectionAt(file, node) !== undefined) return "map";
      const [prototype] = node.arguments;
      const isCreate = calleeName(node) === "create" && node.callee.type === "MemberExpression" && node.callee.object.type === "Identifier" && node.callee.object.name === "Object";
      if (prototype !== undefined && isCollectionWrapper(file, node)) return createdKind(file, prototype, depth + 1);
      return isCreate ? (prototype !== undefined && isNothing(prototype) ? "record" : undefined) : kindMadeBy(file, node, depth);
    }
    default:
      return undefined;
  }
}

/** `shallowReactive(new Map())`: what it is given, of which others are told. */
function isCollectionWrapper(file: FileFacts, { callee }: TSESTree.CallExpression): boolean {
  const imported = file.imports.importedValueOf(callee);
  return imported !== undefined && (collectionWrappers.get(imported.path.at(-1) ?? "")?.includes(imported.module) ?? false);
}

/** Whether an expression says that there is no collection: nothing at all, `false`, which is how many say that a thing is switched off, or a word for it. */
export function isSentinel(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return isNothing(node) || (node.type === "Literal" && (typeof node.value === "boolean" || typeof node.value === "string"));
}

/** Whether an expression is null, undefined or `void 0`. */
export function isNothing(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === "Literal") return node.raw === "null";
  return (node.type === "Identifier" && node.name === "undefined") || (node.type === "UnaryExpression" && node.operator === "void");
}

/** An object with methods is a thing with behaviour, not a record that is used as a map. */
function isPlainProperty(property: TSESTree.Property | TSESTree.SpreadElement): boolean {
  if (property.type === "SpreadElement") return true;
  return property.kind === "init" && !property.method && property.value.type !== "ArrowFunctionExpression" && property.value.type !== "FunctionExpression";
}

/** Declarators, field initialisers, constructors and property lists: written before anything else happens. */
function isInitial(file: FileFacts, { site, place }: Store): boolean {
  if (site.type !== "AssignmentExpression") return true;
  const around = enclosingFunction(site);
  if (around === undefined) return true;
  if (place.root.kind === "instance") return around === place.root.owner || file.functions.factOf(around).role === "constructor";
  return place.root.kind === "variable" && file.variables.variableOf(place.root.variable.identifiers[0] as TSESTree.Node)?.scope.block === around;
}

/** Whether a write puts another value in place each time its function runs: it is neither the first nor made only where nothing is. */
export function isRenewal(file: FileFacts, store: Store): boolean {
  if (isInitial(file, store) || isLazy(file, store)) return false;
  const around = enclosingFunction(store.site);
  return around !== undefined && !["constructor", "setup", "teardown"].includes(file.functions.factOf(around).role);
}

/** `x ??= new Map()` and `if (!x) x = new Map()`. */
function isLazy(file: FileFacts, { site, place }: Store): boolean {
  if (site.type !== "AssignmentExpression") return false;
  if (site.operator !== "=") return true;
  for (let at: TSESTree.Node | undefined = site.parent; at !== undefined && at.type !== "Program"; at = at.parent ?? undefined) {
    if (at.type === "IfStatement" && isWithin(site, at.consequent)) return asksForNothing(file, at.test, place);
    if (at.type === "LogicalExpression" && isWithin(site, at.right)) return mentions(file, at.left, place) && (at.operator !== "&&" || asksForNothing(file, at.left, place));
    if (at.type === "BlockStatement" && at.parent.type !== "IfStatement") return false;
  }
  return false;
}

/** Whether a test holds where the place has no collection yet: `!x`, `x == null`. `if (x.length > 0)` asks one that is there, and what follows empties it. */
function asksForNothing(file: FileFacts, test: TSESTree.Expression, place: Place): boolean {
  switch (test.type) {
    case "UnaryExpression":
      return test.operator === "!" && mentionsWhole(file, test.argument, place);
    case "BinaryExpression":
      return /^===?$/.test(test.operator) && mentionsWhole(file, test, place);
    case "LogicalExpression":
      return asksForNothing(file, test.left, place) || asksForNothing(file, test.right, place);
    default:
      return test.type === "CallExpression" && mentionsWhole(file, test, place);
  }
}

function mentionsWhole(file: FileFacts, expression: TSESTree.Node, place: Place): boolean {
  let isMentioned = false;
  walk(expression, file.visitorKeys, (node) => {
    if (node.type !== "Identifier" && node.type !== "MemberExpression") return !isMentioned;
    if (file.places.placeOf(node)?.key === place.key) isMentioned = true;
    return !isMentioned && !(node.type === "MemberExpression" && sizeMembers.test(memberName(node) ?? ""));
  });
  return isMentioned;
}
