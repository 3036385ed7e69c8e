/** Entries that code ends and leaves where they are: blanked, counted down, emptied inside, or read by a function that may end them. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isBlanking } from "../subjects/collection/growing-inserts.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf } from "../facts/variables.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { eventsHeardBy } from "../subjects/listener/heard-events.ts";
import { isEntryOf } from "../subjects/entry/entry-values.ts";
import { guardsOf } from "../syntax/guards.ts";
import { calleeName, enclosingFunction, isWithin, unwrap, wrapped } from "../syntax/tree.ts";
import { isPuttingIn, stayingEntry, surestInsert, type StayingEntry } from "./staying-entry.ts";

export interface KeptEntry extends StayingEntry {
  /** What is done to it instead of a removal. */
  readonly how: "inner-only" | "blanked" | "zero-count" | "kept-by-end";
}

/** Collects what may be the ends of a collection's entries; those of which the file only reads an entry come last. */
export function collectKept(file: FileFacts, kept: KeptCollection): KeptEntry[] {
  const { collection, operations } = kept;
  if (collection.kind === "array" || collection.kind === "set") return [];
  const ends = operations.flatMap((end) => {
    const how = howEnded(file, end, kept);
    return how === undefined ? [] : [{ how, end }];
  });
  const insert = ends.length === 0 ? undefined : surestInsert(file, kept, (operation) => !isBlanking(operation));
  if (insert === undefined) return [];
  const inOrder = [...ends.filter(({ how }) => how !== "kept-by-end"), ...ends.filter(({ how }) => how === "kept-by-end")];
  return inOrder.map(({ how, end }) => ({ ...stayingEntry(kept, insert, end), how }));
}

function howEnded(file: FileFacts, operation: Operation, { collection, operations }: KeptCollection): KeptEntry["how"] | undefined {
  if (operation.kind === "element-remove") return "inner-only";
  if (isBlanking(operation)) return "blanked";
  if (operation.kind === "insert") return countsDown(file, operation, collection) ? "zero-count" : undefined;
  return operation.kind === "read" && isReadByParameter(file, operation.node, operations) ? "kept-by-end" : undefined;
}

/** Whether an operation makes a number smaller that the entry has already: `counts[k]--`, `counts[k] -= 1`, `counts.set(k, counts.get(k) - 1)`, `counts.set(k, n - 1)`. */
export function countsDown(file: FileFacts, { node, value }: Operation, collection: Collection): boolean {
  if (node.type === "UpdateExpression") return node.operator === "--";
  if (node.type === "AssignmentExpression" && node.operator === "-=") return isOne(node.right);
  const less = value === undefined ? undefined : countedDown(file, node, unwrap(value));
  return less?.type === "BinaryExpression" && less.operator === "-" && isOne(less.right) && isEntryOf(file, less.left, collection);
}

/** `const left = count - 1; counts.set(k, left);`: unless a test of what is left decides whether it is written. */
function countedDown(file: FileFacts, node: TSESTree.Node, value: TSESTree.Node): TSESTree.Node | undefined {
  const variable = value.type === "Identifier" ? file.variables.variableOf(value) : undefined;
  if (variable === undefined) return value;
  const isTested = guardsOf(node).some(({ test }) => variable.references.some(({ identifier }) => isWithin(identifier, test)));
  const init = isTested ? undefined : initializerOf(variable);
  return init === undefined ? undefined : unwrap(init);
}

function isOne(node: TSESTree.Node): boolean {
  return node.type === "Literal" && node.value === 1;
}

/**
 * `stop(chart) { const entry = this.entries.get(chart); … }`, `hangUp(call) { calls[call.id] … }`, `tabs.onRemoved.addListener((id) => { agents.get(id) … })`:
 * the thing that may end, or its id, is the key, and nothing is put in there.
 */
function isReadByParameter(file: FileFacts, read: TSESTree.Node, operations: readonly Operation[]): boolean {
  const around = enclosingFunction(read);
  const [first] = around?.params ?? [];
  const thing = thingOfRead(keyOfRead(read));
  if (around === undefined || first === undefined || thing === undefined) return false;
  if (file.functions.factOf(around).name === undefined && eventsHeardBy(file, around).length === 0) return false;
  const [name] = file.variables.variableOf(thing)?.identifiers ?? [];
  return name !== undefined && isWithin(name, first) && !operations.some((operation) => isPuttingIn(operation) && isWithin(operation.node, around));
}

/** `call` of `call.id`. */
function thingOfRead(key: TSESTree.Node | undefined): TSESTree.Identifier | undefined {
  const whole = key?.type === "MemberExpression" && !key.computed ? unwrap(key.object) : key;
  return whole?.type === "Identifier" ? whole : undefined;
}

/** The key that an entry is read under: `id` of `map.get(id)` and of `record[id]`. */
export function keyOfRead(read: TSESTree.Node): TSESTree.Node | undefined {
  const node = unwrap(wrapped(read));
  if (node.type === "MemberExpression" && node.computed) return unwrap(node.property);
  const [first] = node.type === "CallExpression" && calleeName(node) === "get" ? node.arguments : [];
  return first === undefined ? undefined : unwrap(first);
}
