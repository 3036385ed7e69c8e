/** Whether an insert shows by itself that entries come and go with time: that a delete is missing shows it of none. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, walk } from "../syntax/tree.ts";
import type { Collection } from "./collection.ts";
import type { GrowingInsert } from "./growing-inserts.ts";
import { isHandlerName } from "./handler-lists.ts";
import { isFreshKey, isObjectByUse } from "./key-domain.ts";
import type { KeptCollection } from "./kept-collections.ts";
import { mentions } from "./mentioned-place.ts";
import { domainOfName, isIdentityName, namesFixedPart } from "./name-evidence.ts";
import type { Operation } from "./operations.ts";
import { isReachableFromOutside } from "./visibility.ts";

const EVENT_REGISTRATIONS = new Set(["on", "addListener", "addEventListener", "subscribe", "prependListener"]);
const LOOKING = new Set(["find", "findIndex", "some", "every", "findLast", "findLastIndex"]);

/** Answers it by what is put in. Two doubts are too many: others reach the collection, and its owner may be gone soon. */
export function showsGrowth(file: FileFacts, { collection, lifetime }: KeptCollection, { insert, domain }: GrowingInsert, isWeakable: boolean): boolean {
  const isLasting = lifetime.confidence === "certain";
  if (!isLasting && collection.place.root.kind === "instance" && isReachableFromOutside(file, collection)) return false;
  const { key, value = key } = insert;
  if (key === undefined || value === undefined) return false;
  if (collection.kind === "array") return isLasting && !isSourcePart(value) && !isFoundByPart(file, insert, collection);
  if (isWeakable) return domainOfName(nameOfKey(key)) !== "bounded";
  if (collection.kind === "set" && isLasting && isHandlerName(nameOfKey(key))) return true;
  if (domain !== "unknown") return domain === "unbounded";
  return isIdentityKey(key) || isFreshKey(file, key) || isFedByEvents(file, insert) || (isLasting && isObjectByUse(file, key));
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
