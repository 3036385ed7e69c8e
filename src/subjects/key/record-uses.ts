/** Collects the keys of plain objects that serve as maps: computed members, `in`, and the tests for own properties. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { KeyOperation } from "../../catalogue/cache-entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { isIndex } from "./index-keys.ts";
import type { KeyUse } from "./key-use.ts";
import { ELEMENT, placeOfStore, storeKind } from "./stores-of.ts";

interface RecordAccess {
  readonly operation: KeyOperation;
  readonly object: TSESTree.Node;
  readonly key: TSESTree.Node;
  readonly value: TSESTree.Node | undefined;
  readonly node: TSESTree.Node;
}

/** Collects the uses of keys on the plain objects that the file writes computed members to. */
export function collectRecordUses(file: FileFacts): KeyUse[] {
  const members = file.nodes.members.filter((member) => member.computed && memberName(member) === undefined).map(accessOf);
  const inserts = members.filter(({ operation }) => operation === "insert").flatMap((access) => (isIndex(file, access.key) ? [] : (findUse(file, access) ?? [])));
  if (inserts.length === 0) return [];
  const written = new Set(inserts.map(({ store }) => store.key));
  const outer = new Set(inserts.flatMap(({ store }) => outerKey(store) ?? []));
  const others = [
    ...members.filter(({ operation, key }) => operation !== "insert" && !isIndex(file, key)),
    ...collectOwnTests(file),
    ...collectInTests(file),
  ];
  return [...inserts, ...others.flatMap((access) => findUse(file, access, written) ?? (access.operation === "delete" ? findUse(file, access, outer) : undefined) ?? [])];
}

function findUse(file: FileFacts, { object, ...access }: RecordAccess, written?: ReadonlySet<string>): KeyUse | undefined {
  const isKnown = written === undefined || written.has(placeOfStore(file, object)?.key ?? "");
  const store = isKnown && storeKind(file, object) === "record" ? placeOfStore(file, object) : undefined;
  return store === undefined ? undefined : { ...access, kind: "record", store };
}

/** The key of the store whose elements are such stores as this one. */
function outerKey({ path, key }: Place): string | undefined {
  return path.at(-1) === ELEMENT ? key.slice(0, -ELEMENT.length - 1) : undefined;
}

function accessOf(member: TSESTree.MemberExpression): RecordAccess {
  return { object: unwrap(member.object), key: member.property, ...usageOf(member) };
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
  return ["hasOwnProperty", "hasOwn", "has", "deleteProperty", "call"].flatMap((name) => file.calls.named(name).flatMap((call) => findOwnTest(call, name) ?? []));
}

function findOwnTest(call: TSESTree.CallExpression | TSESTree.NewExpression, name: string): RecordAccess | undefined {
  const [first, second] = call.arguments;
  const callee = unwrap(call.callee);
  if (first === undefined || callee.type !== "MemberExpression") return undefined;
  const access = (object: TSESTree.Node, key: TSESTree.Node | undefined, operation: KeyOperation = "lookup"): RecordAccess | undefined =>
    key === undefined || key.type === "Literal" ? undefined : { operation, object: unwrap(object), key, value: undefined, node: wrapped(call) };
  switch (name) {
    case "hasOwnProperty":
      return access(callee.object, first);
    case "deleteProperty":
      return access(first, second, "delete");
    case "call": {
      const method = unwrap(callee.object);
      return method.type === "MemberExpression" && memberName(method) === "hasOwnProperty" ? access(first, second) : undefined;
    }
    default:
      return access(first, second);
  }
}

/** `key in record`. */
function collectInTests(file: FileFacts): RecordAccess[] {
  return file.nodes.inTests.flatMap((test) => {
    if (test.left.type === "Literal" || test.left.type === "PrivateIdentifier") return [];
    return [{ operation: "lookup" as const, object: unwrap(test.right), key: test.left, value: undefined, node: test }];
  });
}
