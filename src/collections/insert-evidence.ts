/** Whether an insert shows by itself that entries come and go with time: that a delete is missing shows it of none. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf } from "../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, walk } from "../syntax/tree.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import type { GrowingInsert } from "./growing-inserts.ts";
import { isFreshKey, isObjectByUse } from "./key-domain.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { mentions } from "../subjects/collection/mentioned-place.ts";
import { knowsRemovalOfInserted } from "./known-removal.ts";
import { isDataStore } from "./meant-to-stay.ts";
import { domainOfName, isHandlerName, isIdentityName, namesFixedPart, wordsOf } from "../subjects/collection/name-evidence.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { isReachableFromOutside } from "./visibility.ts";

const EVENT_REGISTRATIONS = new Set(["on", "addListener", "addEventListener", "subscribe", "prependListener"]);
const LOOKING = new Set(["find", "findIndex", "some", "every", "findLast", "findLastIndex"]);

/**
 * Answers it by three questions: does the owner outlive what is put in, does that come and go, and is there ever more of it.
 * A key that never comes again answers all three.
 */
export function showsGrowth(file: FileFacts, kept: KeptCollection, growing: GrowingInsert, isWeakable: boolean, isEmptiedAtEnd: boolean): boolean {
  const { collection, lifetime } = kept;
  const { insert, domain } = growing;
  const { key, value = key } = insert;
  if (key === undefined || value === undefined) return false;
  if (collection.kind !== "array" && isFreshKey(file, key)) return lifetime.confidence === "certain" || !isReachableFromOutside(file, collection);
  if (!outlivesEntries(file, kept, growing, isWeakable, isEmptiedAtEnd)) return false;
  if (collection.kind === "array") return !isSourcePart(value) && !isFoundByPart(file, insert, collection);
  if (isWeakable) return domainOfName(nameOfKey(key)) !== "bounded";
  if (collection.kind === "set" && isHandlerName(nameOfKey(key))) return true;
  if (domain !== "unknown") return domain === "unbounded";
  return (isIdentityKey(key) && namesThing(file, key)) || isFedByEvents(file, insert) || isObjectByUse(file, key);
}

/**
 * Asks for more the less is known of the owner. What passes by its name, as a `requestId` does, is outlived by any owner that lives
 * for a while. Else the code has to show that the owner lives long, and that its end is no planned end of the entries; or the name
 * of its class says so, and the file knows that such things are removed. A closure that keeps answers by object lives as long as
 * the function it is for.
 */
function outlivesEntries(file: FileFacts, { collection, lifetime }: KeptCollection, { insert, domain }: GrowingInsert, isWeakable: boolean, isEmptiedAtEnd: boolean): boolean {
  if (lifetime.kind === "closure" && isWeakable) return true;
  const isReachable = isReachableFromOutside(file, collection);
  const passes = domain === "unbounded" && (collection.kind === "map" || collection.kind === "record") && !isDataStore(collection);
  if (lifetime.confidence !== "certain") return passes && lifetime.confidence === "likely" && (lifetime.kind === "process" || !isReachable);
  if (passes) return true;
  // Other files reset what is handed out to them.
  if (collection.place.root.kind === "variable" && isReachable) return false;
  return (lifetime.basis === "code" && !isEmptiedAtEnd && !isDataStore(collection)) || knowsRemovalOfInserted(file, insert);
}

/** The insert stands in an event handler and takes what the event brings. */
export function isFedByEvents(file: FileFacts, { node, key }: Operation): boolean {
  const handler = enclosingFunction(node);
  if (handler === undefined || key === undefined || handler.parent.type !== "CallExpression" || !EVENT_REGISTRATIONS.has(calleeName(handler.parent) ?? "")) return false;
  let found = false;
  walk(key, file.visitorKeys, (part) => {
    const variable = part.type === "Identifier" ? file.variables.variableOf(part) : undefined;
    if (variable?.defs[0]?.type === "Parameter" && variable.scope.block === handler) found = true;
    return !found;
  });
  return found;
}

/** Whether a key says what it is the id of; a bare `id` does where it is declared as `item.id`. */
function namesThing(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  if (node.type !== "Identifier" || wordsOf(node.name).length > 1) return true;
  const variable = file.variables.variableOf(node);
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init !== undefined && unwrap(init).type === "MemberExpression";
}

/** `itemId`, `item.id`, `idOf(item)`: the id of one of many things, none of which the source names. */
export function isIdentityKey(key: TSESTree.Node): boolean {
  const node = unwrap(key);
  if (!isIdentityName(nameOfKey(node)) || namesFixedPart(nameOfKey(node))) return false;
  return node.type !== "MemberExpression" || !namesFixedPart(nameOfKey(node.object));
}

/** `packages.push(modulePackage)`. An event is one of a few as a key, and one of many as an element. */
function isSourcePart(element: TSESTree.Node): boolean {
  const name = nameOfKey(element);
  return domainOfName(name) === "bounded" && !/events?$/i.test(name);
}

function nameOfKey(key: TSESTree.Node): string {
  const node = unwrap(key);
  if (node.type === "Identifier") return node.name;
  if (node.type === "CallExpression") return calleeName(node) ?? "";
  return (node.type === "MemberExpression" ? memberName(node) : undefined) ?? "";
}

/** `list.find((one) => one.target === target)` before the push: there are as many elements as targets, which nobody has counted. */
function isFoundByPart(file: FileFacts, { node }: Operation, collection: Collection): boolean {
  const around = enclosingFunction(node);
  if (around === undefined) return false;
  return [...LOOKING].some((name) => file.calls.named(name).some((call) => {
    const receiver = receiverOf(call);
    const test = call.arguments[0];
    return call.range[0] < node.range[0] && isWithin(call, around) && receiver !== undefined && mentions(file, receiver, collection.place) && test !== undefined && comparesPart(file, test);
  }));
}

function comparesPart(file: FileFacts, test: TSESTree.Node): boolean {
  const [element] = isFunction(test) ? test.params : [];
  const variable = element?.type === "Identifier" ? file.variables.variableOf(element) : undefined;
  return variable?.references.some(({ identifier }) => identifier.parent.type === "MemberExpression" && identifier.parent.object === identifier) === true;
}
