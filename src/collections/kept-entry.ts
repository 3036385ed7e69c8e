/** Ends of an entry that leave it where it is: blanked, counted down to zero, emptied inside, or only ended. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { endingEvents } from "../catalogue/data/lifecycles.ts";
import { calleeName, enclosingFunction, isFunction, unwrap, wrapped, type FunctionNode } from "../syntax/tree.ts";
import { hasSizeGuard } from "../subjects/collection/size-guard.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { collectDeletePaths } from "./delete-paths.ts";
import { collectGrowingInserts, isBlanking, nameOfCollection, nameOfFunctionAround, type GrowingInsert } from "../subjects/collection/growing-inserts.ts";
import { isIdentityKey, isObjectByUse } from "../subjects/collection/key-kind.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { isOnceGuard } from "../catalogue/words/meant-to-stay.ts";
import { endsEntry } from "./entry-state.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import type { StrandedEntry, StrandedReason } from "./stranded-entry.ts";
import { isExportedCollection } from "../subjects/collection/visibility.ts";
import { mentions } from "../subjects/collection/mentioned-place.ts";

const ENDING_VERB = /^[_#]?(?:on|do|handle)?_?(?:stop|close|end|destroy|dispose|remove|delete|unregister|unsubscribe|cancel|disconnect|detach|leave|release|finish|complete|clear|unset|reset|evict|forget|drop|kill|terminate|teardown|cleanup|unmount|abort)/i;

/** Finds code that ends an entry and keeps it, where nothing removes one. */
export function findKeptEntry(file: FileFacts, kept: KeptCollection): StrandedEntry | undefined {
  const { collection, operations } = kept;
  if (collection.kind === "array" || collection.kind === "set" || isOnceGuard(nameOfCollection(collection))) return undefined;
  const ends = findEnd(file, kept);
  if (ends === undefined) return undefined;
  const [best] = collectGrowingInserts(file, kept, false).filter(({ insert }) => !isBlanking(insert));
  if (best === undefined || hasSizeGuard(file, operations, collection)) return undefined;
  const { canMatch, useless } = collectDeletePaths(file, collection, operations);
  if (canMatch || useless.some(({ reason }) => reason === "key-never-matches" || reason === "reinserted")) return undefined;
  const found = confidenceOf(file, kept, best, ends.reason);
  if (found === undefined) return undefined;
  return { reason: ends.reason, confidence: found, collection, node: best.insert.node, other: ends.node, within: nameOfFunctionAround(file, ends.node) };
}

interface End {
  readonly reason: StrandedReason;
  readonly node: TSESTree.Node;
}

function findEnd(file: FileFacts, { collection, operations }: KeptCollection): End | undefined {
  for (const operation of operations) {
    if (operation.kind === "element-remove") return { reason: "inner-only", node: operation.node };
    if (isBlanking(operation) && isInEndingCode(file, operation.node) && !isEmptyValueDeclared(file, collection)) return { reason: "blanked", node: operation.node };
    if (operation.kind === "insert" && countsDown(file, operation, collection)) return { reason: "zero-count", node: operation.node };
  }
  const read = operations.find((operation) => operation.kind === "read" && isReadByEnd(file, operation.node) && endsEntry(file, collection, operation, operations));
  return read === undefined ? undefined : { reason: "kept-by-end", node: read.node };
}

/** Sure only of keys that come and go: objects, ids, and what is new with every request. */
function confidenceOf(file: FileFacts, { collection, lifetime }: KeptCollection, { insert, frequency, domain }: GrowingInsert, reason: StrandedReason): Confidence | undefined {
  const { key } = insert;
  const isIdentity = key !== undefined && (isObjectByUse(file, key) || isIdentityKey(key));
  const isUnbounded = domain === "unbounded" || isIdentity;
  if (reason === "kept-by-end" && (!isIdentity || lifetime.confidence === "possible")) return undefined;
  if (reason === "inner-only" && !isUnbounded) return undefined;
  if (lifetime.confidence === "possible") return isUnbounded ? "likely" : undefined;
  const isSure = lifetime.confidence === "certain" && frequency === "often" && (isUnbounded || reason === "blanked") && !isExportedCollection(collection);
  return isSure ? "certain" : "likely";
}

/** `Map<string, Element | undefined>`: the key with nothing under it says that something was here. */
function isEmptyValueDeclared(file: FileFacts, { place, creation }: Collection): boolean {
  const made = creation.value === undefined ? undefined : unwrap(creation.value);
  const declared = file.stores.annotationOf(place);
  const types = (made?.type === "NewExpression" ? made.typeArguments : undefined) ?? (declared?.type === "TSTypeReference" ? declared.typeArguments : undefined);
  const value = types?.params.at(-1);
  return value?.type === "TSUnionType" && value.types.some(({ type }) => type === "TSUndefinedKeyword" || type === "TSNullKeyword");
}

/** A function or event whose name says that something ends. */
function isInEndingCode(file: FileFacts, node: TSESTree.Node): boolean {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const { name } = file.functions.factOf(at);
    if (name !== undefined) return ENDING_VERB.test(name);
    if (isEndHandler(at)) return true;
  }
  return false;
}

function isEndHandler({ parent }: FunctionNode): boolean {
  const event = parent.type === "CallExpression" ? parent.arguments[0] : undefined;
  return event?.type === "Literal" && endingEvents.has(String(event.value));
}

/** `counts[k]--`, `counts[k] -= 1`, `counts.set(k, counts.get(k) - 1)`, `counts.set(k, n - 1)`. */
function countsDown(file: FileFacts, { node, value }: Operation, collection: Collection): boolean {
  if (node.type === "UpdateExpression") return node.operator === "--";
  if (node.type === "AssignmentExpression" && node.operator === "-=") return isOne(node.right);
  const less = value === undefined ? undefined : unwrap(value);
  if (less?.type !== "BinaryExpression" || less.operator !== "-" || !isOne(less.right)) return false;
  return isCountIn(file, less.left, collection) && !staysAboveZero(file, node, collection);
}

/** `if (count > 1) counts.set(key, count - 1)`: the count never comes down to zero. */
function staysAboveZero(file: FileFacts, node: TSESTree.Node, collection: Collection): boolean {
  for (let at: TSESTree.Node = node; at.parent != null && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type !== "IfStatement" || parent.consequent !== at || parent.test.type !== "BinaryExpression") continue;
    const { left, operator, right } = parent.test;
    const limit = right.type === "Literal" && typeof right.value === "number" ? right.value : 0;
    if (isCountIn(file, left, collection) && limit >= (operator === ">" ? 1 : operator === ">=" ? 2 : Infinity)) return true;
  }
  return false;
}

function isCountIn(file: FileFacts, expression: TSESTree.Node, collection: Collection): boolean {
  const count = unwrap(expression);
  if (mentions(file, count, collection.place)) return true;
  const init = count.type === "Identifier" ? file.variables.variableOf(count)?.defs[0]?.node : undefined;
  return init?.type === "VariableDeclarator" && init.init !== null && mentions(file, init.init, collection.place);
}

function isOne(node: TSESTree.Node): boolean {
  return node.type === "Literal" && node.value === 1;
}

/** `stop(chart) { const entry = this.entries.get(chart); … }`: the thing that ends is the key. */
function isReadByEnd(file: FileFacts, read: TSESTree.Node): boolean {
  const around = enclosingFunction(read);
  const name = around === undefined ? undefined : file.functions.factOf(around).name;
  if (around === undefined || name === undefined || !ENDING_VERB.test(name) || /If[A-Z]|maybe/i.test(name) || around.params.length === 0) return false;
  const [first] = around.params;
  const key = keyOfRead(read);
  return first?.type === "Identifier" && key?.type === "Identifier" && file.variables.variableOf(key) === file.variables.variableOf(first);
}

function keyOfRead(read: TSESTree.Node): TSESTree.Node | undefined {
  const node = unwrap(wrapped(read));
  if (node.type === "MemberExpression" && node.computed) return unwrap(node.property);
  const [first] = node.type === "CallExpression" && calleeName(node) === "get" ? node.arguments : [];
  return first === undefined ? undefined : unwrap(first);
}
