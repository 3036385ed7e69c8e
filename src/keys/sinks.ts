/** Collects where a file uses a value as a key: methods of maps, sets and caches, and computed members of records. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, memberName, receiverOf, unwrap, walk, wrapped } from "../syntax/tree.ts";
import { findCacheMethods, type KeyMethods } from "./cache-apis.ts";
import type { KeyOperation, KeyUse, StoreKind } from "./key-use.ts";
import { isIndex } from "./index-keys.ts";
import { placeOfStore, storeKind } from "./stores-of.ts";

const MAP: KeyMethods = { get: "lookup", has: "lookup", set: "insert", delete: "delete", getOrInsert: "insert", getOrInsertComputed: "insert" };
const SET: KeyMethods = { has: "lookup", add: "insert", delete: "delete" };
const WEAK: KeyMethods = { ...MAP, ...SET };
const ANY_METHOD = new Set(["get", "has", "set", "add", "delete", "getOrInsert", "getOrInsertComputed", "peek", "del", "remove", "take", "ttl", "getItem", "setItem", "removeItem"]);

const collected = new WeakMap<FileFacts, readonly KeyUse[]>();

/** Collects every use of a value as a key in the file, in source order. */
export function collectKeyUses(file: FileFacts): readonly KeyUse[] {
  const known = collected.get(file);
  if (known !== undefined) return known;
  const uses = [...collectMethodUses(file), ...collectRecordUses(file)].sort((a, b) => a.node.range[0] - b.node.range[0]);
  collected.set(file, uses);
  return uses;
}

/** Answers which kind of keyed store an expression is; a plain object counts once the file writes computed members to it. */
export function storeKindOf(file: FileFacts, expression: TSESTree.Node): StoreKind | undefined {
  const kind = storeKind(file, expression);
  if (kind !== "record") return kind;
  const place = placeOfStore(file, expression);
  return place !== undefined && writtenRecords(file).has(place.key) ? kind : undefined;
}

function collectMethodUses(file: FileFacts): KeyUse[] {
  const uses: KeyUse[] = [];
  for (const call of file.nodes.calls) {
    const name = call.type === "CallExpression" ? calleeName(call) : undefined;
    const [key, value] = call.arguments;
    const receiver = receiverOf(call);
    if (name === undefined || receiver === undefined || key === undefined || key.type === "SpreadElement" || !ANY_METHOD.has(name)) continue;
    const kind = storeKind(file, receiver);
    if (kind === undefined || kind === "record") continue;
    const methods = kind === "map" ? MAP : kind === "set" ? SET : kind === "weak" ? WEAK : (findCacheMethods(file, receiver) ?? {});
    const operation = methods[name];
    const store = operation === undefined ? undefined : placeOfStore(file, receiver);
    if (operation === undefined || store === undefined) continue;
    uses.push({ operation, kind, store, key, value: operation === "insert" ? value : undefined, node: wrapped(call) });
  }
  return uses;
}

interface RecordAccess {
  readonly operation: KeyOperation;
  readonly object: TSESTree.Node;
  readonly key: TSESTree.Node;
  readonly value: TSESTree.Node | undefined;
  readonly node: TSESTree.Node;
}

function collectRecordUses(file: FileFacts): KeyUse[] {
  const written = writtenRecords(file);
  if (written.size === 0) return [];
  const accesses = [...collectMemberAccesses(file), ...collectOwnTests(file), ...collectInTests(file)];
  return accesses.flatMap(({ object, ...access }): KeyUse[] => {
    const store = storeKind(file, object) === "record" ? placeOfStore(file, object) : undefined;
    return store !== undefined && written.has(store.key) ? [{ ...access, kind: "record", store }] : [];
  });
}

const records = new WeakMap<FileFacts, ReadonlySet<string>>();

/** The keys of the record places that the file writes computed members to. */
function writtenRecords(file: FileFacts): ReadonlySet<string> {
  const known = records.get(file);
  if (known !== undefined) return known;
  const written = new Set<string>();
  for (const { operation, object } of collectMemberAccesses(file)) {
    const place = operation === "insert" && storeKind(file, object) === "record" ? placeOfStore(file, object) : undefined;
    if (place !== undefined) written.add(place.key);
  }
  records.set(file, written);
  return written;
}

function collectMemberAccesses(file: FileFacts): RecordAccess[] {
  return file.nodes.members.flatMap((member): RecordAccess[] => {
    if (!member.computed || memberName(member) !== undefined || isIndex(file, member.property)) return [];
    return [{ object: unwrap(member.object), key: member.property, ...usageOf(member) }];
  });
}

function usageOf(member: TSESTree.MemberExpression): Pick<RecordAccess, "operation" | "value" | "node"> {
  const outer = wrapped(member);
  const parent = outer.parent;
  switch (parent?.type) {
    case "AssignmentExpression":
      if (parent.left === outer) return { operation: "insert", value: parent.right, node: parent };
      break;
    case "UpdateExpression":
      return { operation: "insert", value: undefined, node: parent };
    case "UnaryExpression":
      if (parent.operator === "delete") return { operation: "delete", value: undefined, node: parent };
      break;
  }
  return { operation: "lookup", value: undefined, node: outer };
}

/** `Object.hasOwn(o, k)`, `o.hasOwnProperty(k)`, `Object.prototype.hasOwnProperty.call(o, k)`, `Reflect.deleteProperty(o, k)`. */
function collectOwnTests(file: FileFacts): RecordAccess[] {
  return file.nodes.calls.flatMap((call): RecordAccess[] => {
    const [first, second] = call.arguments;
    const callee = unwrap(call.callee);
    if (first === undefined || callee.type !== "MemberExpression") return [];
    const access = (object: TSESTree.Node, key: TSESTree.Node, operation: KeyOperation = "lookup"): RecordAccess[] =>
      key.type === "Literal" ? [] : [{ operation, object: unwrap(object), key, value: undefined, node: wrapped(call) }];
    switch (memberName(callee)) {
      case "hasOwnProperty":
        return access(callee.object, first);
      case "hasOwn":
      case "has":
        return second === undefined ? [] : access(first, second);
      case "deleteProperty":
        return second === undefined ? [] : access(first, second, "delete");
      case "call": {
        const method = unwrap(callee.object);
        const isOwnTest = method.type === "MemberExpression" && memberName(method) === "hasOwnProperty";
        return isOwnTest && second !== undefined ? access(first, second) : [];
      }
      default:
        return [];
    }
  });
}

/** `key in record`. The index of nodes does not list them, so they cost a walk, taken only by files that keep records. */
function collectInTests(file: FileFacts): RecordAccess[] {
  const accesses: RecordAccess[] = [];
  walk(file.program, file.visitorKeys, (node) => {
    if (node.type !== "BinaryExpression" || node.operator !== "in" || node.left.type === "Literal" || node.left.type === "PrivateIdentifier") return undefined;
    accesses.push({ operation: "lookup", object: unwrap(node.right), key: node.left, value: undefined, node });
    return undefined;
  });
  return accesses;
}
