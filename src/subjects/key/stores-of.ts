/** Which keyed store an expression is: where it is kept, and of which kind. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { KeyPolicy } from "../../catalogue/cache-entry.ts";
import { builtInStores } from "../../catalogue/words/keyed-stores.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isParameter } from "../../facts/variables.ts";
import type { Place } from "../../facts/places.ts";
import { findThisOwner } from "../../facts/this-owner.ts";
import { calleeName, isClass, isNothing, memberName, receiverOf, unwrap } from "../../syntax/tree.ts";
import { findCacheApi } from "./cache-apis.ts";
import { heldByReference } from "./kept-references.ts";
import type { StoreKind } from "./key-use.ts";
import { collectReturns } from "./returned-values.ts";
import { elementAnnotation, kindOfAnnotation, type AnnotatedKind } from "./store-annotation.ts";

export const ELEMENT = "[element]";

const MAXIMUM_DEPTH = 6;

const places = new WeakMap<FileFacts, Map<object, Place | undefined>>();
const kinds = new WeakMap<FileFacts, Map<object, StoreKind | undefined>>();

/** Keeps answers by node. A node that is asked for while its own answer is worked out gets undefined, which ends circles such as `node = node.get(k)`. */
function remember<Answer>(known: Map<object, Answer | undefined>, node: object, work: () => Answer | undefined): Answer | undefined {
  if (known.has(node)) return known.get(node);
  known.set(node, undefined);
  const answer = work();
  known.set(node, answer);
  return answer;
}

function memoryOf<Answer>(memories: WeakMap<FileFacts, Map<object, Answer>>, file: FileFacts): Map<object, Answer> {
  const known = memories.get(file) ?? new Map<object, Answer>();
  memories.set(file, known);
  return known;
}

/** The place of a store. An inner store, reached through an element of an outer one, is the outer place with the member `[element]`. */
export function placeOfStore(file: FileFacts, expression: TSESTree.Node, depth = 0): Place | undefined {
  if (depth > MAXIMUM_DEPTH) return undefined;
  const node = unwrap(expression);
  return remember(memoryOf(places, file), subjectOf(file, node), () => findPlace(file, node, depth));
}

function findPlace(file: FileFacts, node: TSESTree.Node, depth: number): Place | undefined {
  const outer = outerOfElement(file, node, depth);
  if (outer !== undefined) return outer;
  switch (node.type) {
    case "Identifier":
      return placeOfVariableStore(file, node, depth);
    case "MemberExpression":
    case "ThisExpression":
      return file.places.placeOf(node);
    case "LogicalExpression":
      return placeOfStore(file, node.left, depth + 1) ?? placeOfStore(file, node.right, depth + 1);
    case "AssignmentExpression":
      return placeOfStore(file, node.right, depth + 1) ?? placeOfStore(file, node.left, depth + 1);
    case "CallExpression": {
      const returned = returnedStore(file, node);
      return returned === undefined ? undefined : placeOfStore(file, returned, depth + 1);
    }
    default:
      return undefined;
  }
}

/** What a method of this file returns, if that is one expression: `this.metricsOf(name)` with `return metrics` in it. */
function returnedStore(file: FileFacts, call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const callee = unwrap(call.callee);
  const isGiven = isParameter(file.variables, callee);
  const called = isGiven ? undefined : file.functions.calledFunction(call);
  const returned = called === undefined || called.async ? undefined : collectReturns(file, called);
  const [only] = returned ?? [];
  return returned?.length === 1 && only !== undefined && ["Identifier", "MemberExpression"].includes(unwrap(only).type) ? only : undefined;
}

/** `outer.get(k)` and `outer[k]`: an element of a store that is itself one. */
function outerOfElement(file: FileFacts, node: TSESTree.Node, depth: number): Place | undefined {
  const outer = elementSource(node);
  if (outer === undefined) return undefined;
  const kind = storeKind(file, outer, depth + 1);
  if (kind === undefined || (node.type === "MemberExpression") !== (kind === "record")) return undefined;
  const place = placeOfStore(file, outer, depth + 1);
  return place === undefined ? undefined : elementOf(place);
}

function elementSource(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === "CallExpression" && calleeName(node) === "get" && node.arguments.length === 1) return receiverOf(node);
  return node.type === "MemberExpression" && node.computed && memberName(node) === undefined ? unwrap(node.object) : undefined;
}

function elementOf(place: Place): Place {
  return { root: place.root, path: [...place.path, ELEMENT], key: `${place.key}.${ELEMENT}` };
}

/** A local variable that is given an element of an outer store stands for that element. */
function placeOfVariableStore(file: FileFacts, node: TSESTree.Identifier, depth: number): Place | undefined {
  const place = file.places.placeOf(node);
  if (place?.root.kind !== "variable" || place.path.length > 0) return place;
  for (const { value } of file.stores.storesTo(place)) {
    const element = value === undefined ? undefined : elementWithin(file, value, depth + 1);
    if (element !== undefined) return element;
  }
  return place;
}

function elementWithin(file: FileFacts, value: TSESTree.Node, depth: number): Place | undefined {
  const node = unwrap(value);
  if (node.type === "LogicalExpression") return elementWithin(file, node.left, depth) ?? elementWithin(file, node.right, depth);
  if (node.type === "AssignmentExpression") return elementWithin(file, node.right, depth) ?? elementWithin(file, node.left, depth);
  if (depth > MAXIMUM_DEPTH) return undefined;
  return node.type === "CallExpression" ? placeOfStore(file, node, depth) : outerOfElement(file, node, depth);
}

/** Answers which kind of keyed store an expression is: proven by its value, annotation or type; undefined where nothing proves it. */
export function storeKind(file: FileFacts, expression: TSESTree.Node, depth = 0): StoreKind | undefined {
  if (depth > MAXIMUM_DEPTH) return undefined;
  const node = unwrap(expression);
  return remember(memoryOf(kinds, file), subjectOf(file, node), () => findKind(file, node, depth));
}

/** What an answer is kept by: without types, which may narrow each mention of its own, all mentions of a variable are one. */
function subjectOf(file: FileFacts, node: TSESTree.Node): object {
  return (node.type === "Identifier" && !file.types.available ? file.variables.variableOf(node) : undefined) ?? node;
}

function findKind(file: FileFacts, node: TSESTree.Node, depth: number): StoreKind | undefined {
  const declared = kindOfType(file, node);
  if (declared !== undefined) return declared;
  switch (node.type) {
    case "NewExpression":
    case "ObjectExpression":
      return kindOfValue(file, node);
    case "CallExpression": {
      const returned = returnedStore(file, node);
      return kindOfValue(file, node) ?? kindOfElement(file, node, depth) ?? (returned === undefined ? undefined : storeKind(file, returned, depth + 1));
    }
    case "LogicalExpression":
      return storeKind(file, node.right, depth + 1) ?? storeKind(file, node.left, depth + 1);
    case "AssignmentExpression":
      return storeKind(file, node.right, depth + 1) ?? storeKind(file, node.left, depth + 1);
    case "ThisExpression":
      return kindOfThis(file, node);
    case "Identifier":
    case "MemberExpression":
      return kindOfElement(file, node, depth) ?? kindOfPlace(file, node, depth) ?? kindOfCache(file, node);
    default:
      return undefined;
  }
}

const KIND_OF_POLICY: Readonly<Record<KeyPolicy, StoreKind>> = { identity: "cache", text: "textCache", outside: "outsideCache", requests: "requestCache" };

function kindOfCache(file: FileFacts, node: TSESTree.Node): StoreKind | undefined {
  const api = findCacheApi(file, node);
  return api === undefined ? undefined : KIND_OF_POLICY[api.policy];
}

function kindOfType(file: FileFacts, node: TSESTree.Node): StoreKind | undefined {
  for (const { name, module } of file.types.ancestryOf(node) ?? []) {
    const kind = module === "lib" ? builtInStores.get(name) : undefined;
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function kindOfValue(file: FileFacts, node: TSESTree.NewExpression | TSESTree.ObjectExpression | TSESTree.CallExpression): StoreKind | undefined {
  if (node.type === "ObjectExpression") return "record";
  const callee = unwrap(node.callee);
  if (node.type === "NewExpression") {
    const builtIn = callee.type === "Identifier" && file.variables.isGlobal(callee) ? builtInStores.get(callee.name) : undefined;
    return builtIn ?? kindOfCache(file, node);
  }
  const made = kindOfCache(file, node);
  if (made !== undefined) return made;
  const isObjectCreate = calleeName(node) === "create" && callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Object";
  const [prototype] = node.arguments;
  return isObjectCreate && prototype?.type === "Literal" && prototype.value === null ? "record" : undefined;
}

/** Inside `class Registry extends Map`, `this` is a Map. */
function kindOfThis(file: FileFacts, node: TSESTree.ThisExpression): StoreKind | undefined {
  const found = findThisOwner(node, file.variables);
  const parent = isClass(found?.owner) && !found.isStatic ? found.owner.superClass : null;
  return parent?.type === "Identifier" && file.variables.isGlobal(parent) ? builtInStores.get(parent.name) : undefined;
}

/** A place is a store if its annotation says so, or if all it is given in the file are stores of one kind. */
function kindOfPlace(file: FileFacts, node: TSESTree.Node, depth: number): StoreKind | undefined {
  const place = file.places.placeOf(node);
  if (place === undefined || place.root.kind === "global") return undefined;
  const annotation = file.stores.annotationOf(place);
  const annotated = annotation === undefined ? undefined : kindOfAnnotation(file, annotation);
  if (annotated !== undefined) return annotated === "other" ? undefined : annotated;
  const first = heldByReference(place);
  let kind = first === undefined ? undefined : storeKind(file, first, depth + 1);
  if (first !== undefined && kind === undefined) return undefined;
  for (const { value } of file.stores.storesTo(place)) {
    if (value === undefined) return undefined;
    if (isNothing(value)) continue;
    const found = storeKind(file, value, depth + 1);
    if (found === undefined || (kind !== undefined && kind !== found)) return undefined;
    kind = found;
  }
  return kind;
}

/** The kind of an inner store: from the outer one's annotation, or from what else the variable or the outer store is given. */
function kindOfElement(file: FileFacts, node: TSESTree.Node, depth: number): StoreKind | undefined {
  const element = node.type === "Identifier" ? placeOfVariableStore(file, node, depth) : outerOfElement(file, node, depth);
  if (element?.path.at(-1) !== ELEMENT) return undefined;
  const local = node.type === "Identifier" ? file.places.placeOf(node) : undefined;
  for (const { value } of local === undefined ? [] : file.stores.storesTo(local)) {
    const made = value === undefined ? undefined : kindOfFallback(file, value);
    if (made !== undefined) return made;
  }
  const annotated = annotatedElement(file, element);
  return annotated === "other" ? undefined : (annotated ?? kindOfInserted(file, element, depth));
}

/** `x` in `outer.get(k) ?? x` and in a later `inner = x`. */
function kindOfFallback(file: FileFacts, value: TSESTree.Node): StoreKind | undefined {
  const node = unwrap(value);
  if (node.type === "LogicalExpression" || node.type === "AssignmentExpression") return kindOfFallback(file, node.right);
  return node.type === "NewExpression" || node.type === "ObjectExpression" || node.type === "CallExpression" ? kindOfValue(file, node) : undefined;
}

function annotatedElement(file: FileFacts, element: Place): AnnotatedKind | undefined {
  const depth = element.path.filter((name) => name === ELEMENT).length;
  const outerKey = element.key.slice(0, element.key.length - depth * (ELEMENT.length + 1));
  const outer: Place = { root: element.root, path: element.path.slice(0, element.path.length - depth), key: outerKey };
  const declared = file.stores.annotationOf(outer);
  let annotation = declared === undefined ? madeElement(file, outer) : elementAnnotation(file, declared);
  for (let level = 1; level < depth && annotation !== undefined; level++) annotation = elementAnnotation(file, annotation);
  return annotation === undefined ? undefined : kindOfAnnotation(file, annotation);
}

/** `V` of `new Map<K, V>()`. */
function madeElement(file: FileFacts, outer: Place): TSESTree.TypeNode | undefined {
  const [made] = file.stores.storesTo(outer);
  const value = made?.value === undefined ? undefined : unwrap(made.value);
  return value?.type === "NewExpression" ? value.typeArguments?.params[1] : undefined;
}

/** What the file puts into the outer store: `outer.set(k, new Map())`, `outer[k] = {}`. */
function kindOfInserted(file: FileFacts, element: Place, depth: number): StoreKind | undefined {
  if (depth > 1) return undefined;
  for (const call of file.calls.named("set")) {
    const value = call.arguments[1];
    const receiver = receiverOf(call);
    if (value === undefined || receiver === undefined) continue;
    const kind = kindOfFallback(file, value);
    const place = kind === undefined ? undefined : placeOfStore(file, receiver, depth + 1);
    if (place !== undefined && elementOf(place).key === element.key) return kind;
  }
  for (const { left, right } of file.nodes.assignments) {
    const kind = left.type === "MemberExpression" && left.computed ? kindOfFallback(file, right) : undefined;
    const place = kind === undefined || left.type !== "MemberExpression" ? undefined : placeOfStore(file, left.object, depth + 1);
    if (place !== undefined && elementOf(place).key === element.key) return kind;
  }
  return undefined;
}
