/** Values that are read back from the entries of a store: what the store was asked for, and what it is walked for. */
import { elementCallbacks, listCopies } from "../../catalogue/words/keyed-stores.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { pathInPattern } from "../../facts/places.ts";
import { declaratorOf, functionOf, isSingleAssignment, type Variable } from "../../facts/variables.ts";
import { calleeName, isFunction, memberName, receiverOf, unwrap } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import type { Place } from "../../facts/places.ts";
import { placeOfStore } from "./stores-of.ts";

const MAXIMUM_DEPTH = 6;

/** What the elements of a list are, that is made of a store. */
type Elements = "keys" | "values" | "entries";

/** The half of an entry that an expression gives, and the members on the way from there. */
export interface EntryPart {
  readonly half: "key" | "value";
  readonly path: readonly string[];
}

/** Finds which part of an entry of the store an expression reads back; undefined where it is none, or may be something else as well. */
export function findEntryPart(file: FileFacts, store: Place, expression: TSESTree.Node, depth = 0): EntryPart | undefined {
  const node = unwrap(expression);
  if (depth > MAXIMUM_DEPTH) return undefined;
  switch (node.type) {
    case "MemberExpression": {
      if (node.computed && memberName(node) === undefined) return isStore(file, store, node.object) ? { half: "value", path: [] } : undefined;
      return extended(findEntryPart(file, store, node.object, depth + 1), [memberName(node)]);
    }
    case "CallExpression":
      return partOfCall(file, store, node, depth);
    case "Identifier": {
      const variable = file.variables.variableOf(node);
      return variable === undefined || !isSingleAssignment(variable) ? undefined : partOfVariable(file, store, variable, depth);
    }
    default:
      return undefined;
  }
}

function extended(part: EntryPart | undefined, names: readonly (string | undefined)[]): EntryPart | undefined {
  const known = names.filter((name) => name !== undefined);
  return part === undefined || known.length !== names.length ? undefined : { ...part, path: [...part.path, ...known] };
}

function isStore(file: FileFacts, store: Place, node: TSESTree.Node): boolean {
  return placeOfStore(file, node)?.key === store.key;
}

/** `store.get(key)`, and `[...store.values()].find(test)`. */
function partOfCall(file: FileFacts, store: Place, call: TSESTree.CallExpression, depth: number): EntryPart | undefined {
  const receiver = receiverOf(call);
  const name = calleeName(call) ?? "";
  if (receiver === undefined) return undefined;
  if (name === "get" && call.arguments.length === 1) return isStore(file, store, receiver) ? { half: "value", path: [] } : undefined;
  return name === "find" ? partOfElement(elementsIn(file, store, receiver, depth + 1), []) : undefined;
}

function partOfVariable(file: FileFacts, store: Place, variable: Variable, depth: number): EntryPart | undefined {
  const declarator = declaratorOf(variable);
  if (declarator === undefined) return partOfParameter(file, store, variable, depth);
  if (declarator.init !== null) return extended(findEntryPart(file, store, declarator.init, depth + 1), pathInPattern(declarator.id, variable) ?? [undefined]);
  const loop = declarator.parent.parent;
  if (loop.type !== "ForOfStatement") return undefined;
  return partBoundBy(declarator.id, variable, elementsIn(file, store, loop.right, depth + 1));
}

/** The parameter of a callback that is called for each element. */
function partOfParameter(file: FileFacts, store: Place, variable: Variable, depth: number): EntryPart | undefined {
  const owner = variable.defs[0]?.type === "Parameter" ? functionOf(variable) : undefined;
  const call = owner?.parent;
  if (owner === undefined || call?.type !== "CallExpression" || call.arguments[0] !== owner || !elementCallbacks.has(calleeName(call) ?? "")) return undefined;
  const receiver = receiverOf(call);
  const [first, second] = owner.params;
  if (receiver === undefined || first === undefined) return undefined;
  if (isStore(file, store, receiver)) {
    const value = pathInPattern(first, variable);
    if (value !== undefined) return { half: "value", path: value };
    return second !== undefined && pathInPattern(second, variable) !== undefined ? { half: "key", path: [] } : undefined;
  }
  return partBoundBy(first, variable, elementsIn(file, store, receiver, depth + 1));
}

/** `value` in `[key, value]`, or the element as it is. */
function partBoundBy(pattern: TSESTree.Node, variable: Variable, elements: Elements | undefined): EntryPart | undefined {
  if (pattern.type !== "ArrayPattern" || elements !== "entries") return partOfElement(elements, pathInPattern(pattern, variable));
  for (const [index, half] of (["key", "value"] as const).entries()) {
    const inner = pattern.elements[index];
    const path = inner == null ? undefined : pathInPattern(inner, variable);
    if (path !== undefined) return { half, path };
  }
  return undefined;
}

function partOfElement(elements: Elements | undefined, path: readonly string[] | undefined): EntryPart | undefined {
  if (elements === undefined || path === undefined || elements === "entries") return undefined;
  return { half: elements === "keys" ? "key" : "value", path };
}

/** What of a store a list holds: `store.values()`, `[...store]`, `Object.values(store)`, and what filters or sorts such a list. */
function elementsIn(file: FileFacts, store: Place, list: TSESTree.Node, depth: number): Elements | undefined {
  const node = unwrap(list);
  if (depth > MAXIMUM_DEPTH) return undefined;
  if (isStore(file, store, node)) return "entries";
  switch (node.type) {
    case "ArrayExpression": {
      const [only] = node.elements;
      return node.elements.length === 1 && only?.type === "SpreadElement" ? elementsIn(file, store, only.argument, depth + 1) : undefined;
    }
    case "Identifier": {
      const variable = file.variables.variableOf(node);
      const init = variable !== undefined && isSingleAssignment(variable) ? declaratorOf(variable)?.init : undefined;
      return init == null ? undefined : elementsIn(file, store, init, depth + 1);
    }
    case "CallExpression":
      return elementsOfCall(file, store, node, depth);
    default:
      return undefined;
  }
}

function elementsOfCall(file: FileFacts, store: Place, call: TSESTree.CallExpression, depth: number): Elements | undefined {
  const receiver = receiverOf(call);
  const name = calleeName(call) ?? "";
  const [first] = call.arguments;
  // `ownKeys()`: the list that a function of the file makes of the store.
  const [returned, ...others] = returnedBy(file, call);
  if (returned !== undefined) return others.length > 0 ? undefined : elementsIn(file, store, returned, depth + 1);
  if (receiver === undefined || isFunction(receiver)) return undefined;
  if (name === "keys" || name === "values" || name === "entries") {
    const isOfObject = receiver.type === "Identifier" && receiver.name === "Object" && first !== undefined;
    return isStore(file, store, isOfObject ? first : receiver) ? name : undefined;
  }
  if (name === "from" && first !== undefined) return elementsIn(file, store, first, depth + 1);
  return listCopies.has(name) ? elementsIn(file, store, receiver, depth + 1) : undefined;
}

function returnedBy(file: FileFacts, call: TSESTree.CallExpression): readonly TSESTree.Node[] {
  const called = file.functions.calledFunction(call);
  return called === undefined || called.async || called.generator ? [] : file.functions.returnedBy(called);
}
