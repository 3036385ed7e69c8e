/** What a file does with a collection: every mention of its place, sorted by what it means for the collection's size. */
import type { TSESTree } from "@typescript-eslint/utils";

import { emptying, inserting, onlyReading, removing } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { isSingleAssignment } from "../../facts/variables.ts";
import { calleeName, memberName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";
import type { Collection, CollectionKind } from "./collection.ts";
import { elementOperations, isInsertingSplice } from "./element-operations.ts";
import { mapMethodOf } from "./own-collections.ts";
import { addedBy } from "./rewrites.ts";

/**
 * - `insert`: an entry more; `remove`: one or some entries less; `empty`: all entries gone, also by a new value;
 * - `size`: the number of entries is asked for; `iterate`: all entries are; `read`: anything else that leaves the collection as it is;
 * - `element-insert` / `element-remove`: the same inside a collection that is itself an entry;
 * - `escape`: the collection gets where this file cannot follow it.
 */
export type OperationKind = "insert" | "remove" | "empty" | "size" | "iterate" | "read" | "element-insert" | "element-remove" | "escape";

export interface Operation {
  readonly kind: OperationKind;
  /** The call, assignment or `delete`. */
  readonly node: TSESTree.Node;
  /** The key of a keyed insert or removal; for sets and arrays the value itself. */
  readonly key: TSESTree.Node | undefined;
  readonly value: TSESTree.Node | undefined;
  /** Done on a member of the same name of another object. */
  readonly isForeign: boolean;
}

type Found = Pick<Operation, "kind" | "node"> & { readonly key?: TSESTree.Node | undefined; readonly value?: TSESTree.Node | undefined };

const MAXIMUM_DEPTH = 3;

/** Collects the operations on a collection, also those of same-file helpers that it is handed to. */
export function collectOperations(file: FileFacts, collection: Collection): readonly Operation[] {
  const { place, kind } = collection;
  const own = file.mentions.of(place).flatMap((node) => classify(file, node, kind, 0));
  const foreign = place.root.kind === "instance" || place.path.length > 0
    ? removalsNamed(file, place.path.at(-1), kind).flatMap(({ at, found }) => (at === place.key ? [] : [found]))
    : [];
  const written = [
    ...collection.replacements.map(({ site }): Found => ({ kind: "empty", node: site })),
    ...collection.reductions.map(({ site }): Found => ({ kind: "remove", node: site })),
    ...collection.growths.map((store): Found => ({ kind: "insert", node: store.site, ...addedBy(file, store) })),
  ];
  const complete = (found: Found, isForeign: boolean): Operation => ({ kind: found.kind, node: found.node, key: found.key, value: found.value, isForeign });
  return [...[...own, ...written].map((found) => complete(found, false)), ...foreign.map((found) => complete(found, true))];
}

/** What is done with a mention of a collection of that kind, in whatever file it stands. */
export function operationsAt(file: FileFacts, reference: TSESTree.Node, kind: CollectionKind): readonly OperationKind[] {
  return classify(file, reference, kind, 0).map((found) => found.kind);
}

interface NamedRemoval {
  /** The key of the place that the member names. */
  readonly at: string | undefined;
  readonly found: Found;
}

const removals = new WeakMap<FileFacts, Map<string, readonly NamedRemoval[]>>();

/** What takes out of members of that name, on whatever object: it may be the same field of another or an unknown instance. */
function removalsNamed(file: FileFacts, name: string | undefined, kind: CollectionKind): readonly NamedRemoval[] {
  if (name === undefined) return [];
  const byName = removals.get(file) ?? new Map<string, readonly NamedRemoval[]>();
  removals.set(file, byName);
  const index = `${kind} ${name}`;
  const named = byName.get(index) ?? file.mentions.membersNamed(name).flatMap((member) => removalsAt(file, member, kind));
  byName.set(index, named);
  return named;
}

function removalsAt(file: FileFacts, member: TSESTree.MemberExpression, kind: CollectionKind): readonly NamedRemoval[] {
  const at = file.places.placeOf(member)?.key;
  return classify(file, member, kind, 0).flatMap((found) => (found.kind === "remove" || found.kind === "empty" ? [{ at, found }] : []));
}

/** What is done with one mention of the collection. */
function classify(file: FileFacts, reference: TSESTree.Node, kind: CollectionKind, depth: number): Found[] {
  const node = wrapped(reference);
  const parent = node.parent;
  if (parent === undefined) return [];
  switch (parent.type) {
    case "MemberExpression":
      return parent.object === node ? classifyMember(file, parent, kind) : [{ kind: "read", node }];
    case "CallExpression":
    case "NewExpression":
      return parent.callee === node ? [{ kind: "read", node }] : classifyArgument(file, parent, node, kind, depth);
    case "VariableDeclarator":
      return [{ kind: isAlias(file, parent) ? "read" : "escape", node }];
    case "AssignmentExpression":
      if (parent.left === node) return [{ kind: "read", node }];
      return [{ kind: parent.left.type === "ObjectPattern" || isItself(file, parent.left, node) ? "read" : "escape", node }];
    case "ForOfStatement":
    case "ForInStatement":
    case "SpreadElement":
      return [{ kind: "iterate", node }];
    case "LogicalExpression":
      if (parent.operator === "&&" && parent.left === node) return [{ kind: "read", node }];
      return classify(file, parent, kind, depth);
    case "ConditionalExpression":
      return parent.test === node ? [{ kind: "read", node }] : classify(file, parent, kind, depth);
    case "AssignmentPattern":
    case "ReturnStatement":
    case "ArrowFunctionExpression":
    case "Property":
    case "PropertyDefinition":
    case "ArrayExpression":
    case "ExportSpecifier":
    case "ExportDefaultDeclaration":
    case "TSExportAssignment":
    case "AwaitExpression":
    case "YieldExpression":
    case "ThrowStatement":
    case "JSXExpressionContainer":
    case "JSXSpreadAttribute":
    case "ArrayPattern":
    case "ObjectPattern":
    case "SequenceExpression":
      return [{ kind: "escape", node }];
    default:
      return [{ kind: "read", node }];
  }
}

function classifyMember(file: FileFacts, member: TSESTree.MemberExpression, kind: CollectionKind): Found[] {
  const outer = wrapped(member);
  const parent = outer.parent as TSESTree.Node;
  const name = memberName(member);
  if (kind !== "record" || name === undefined || name === "hasOwnProperty") {
    if (parent.type === "CallExpression" && parent.callee === outer && name !== undefined && kind !== "record") return classifyMethod(file, parent, name, kind);
    if (name === "length" || name === "size") return [isWritten(parent, outer) ? { kind: "empty", node: parent } : { kind: "size", node: outer }];
  }
  if (parent.type === "UnaryExpression" && parent.operator === "delete") return [{ kind: "remove", node: parent, key: member.computed ? member.property : undefined }];
  if (member.computed && name === undefined) return classifyElement(file, member, outer, parent, kind);
  // `map.delete.bind(map)`, `push.apply(list, more)`.
  if (kind !== "record" && parent.type === "MemberExpression") return [{ kind: name !== undefined && inserting.has(name) ? "insert" : name === "prototype" ? "read" : "escape", node: parent }];
  if (kind !== "record" && parent.type !== "ExpressionStatement" && name !== undefined && (removing.has(name) || name === "clear")) return [{ kind: "escape", node: parent }];
  return [{ kind: "read", node: outer }];
}

function classifyMethod(file: FileFacts, call: TSESTree.CallExpression, method: string, kind: CollectionKind): Found[] {
  const name = kind === "map" ? mapMethodOf(file, call, method) : method;
  const [first, second] = call.arguments;
  if (inserting.has(name)) {
    // `cache.set(key, value, ttl)`: the entry removes itself.
    if (kind === "map" && call.arguments.length > 2) return [{ kind: "remove", node: call }];
    if (kind === "map") return [{ kind: "insert", node: call, key: first, value: second }, ...elementOperations(file, call)];
    return [{ kind: "insert", node: call, key: first, value: first }];
  }
  if (isInsertingSplice(call)) return [{ kind: "insert", node: call, key: call.arguments[2], value: call.arguments[2] }];
  if (removing.has(name)) return [{ kind: "remove", node: call, key: kind === "array" ? undefined : first }];
  if (name === "keys") return [{ kind: "iterate", node: call }];
  if (emptying.has(name)) return [{ kind: "empty", node: call }];
  if (name === "get" || name === "at") return [{ kind: "read", node: call }, ...elementOperations(file, call)];
  if (name === "values" || name === "entries" || name === "forEach" || name === "getOrInsert" || name === "getOrInsertComputed") {
    const isInsert = name.startsWith("getOrInsert");
    return [{ kind: isInsert ? "insert" : "iterate", node: call, ...(isInsert && { key: first, value: second }) }, ...elementOperations(file, call)];
  }
  // `return list.reverse()`, `return list.sort()`: the list itself goes on.
  const isSelf = kind === "array" && (name === "sort" || name === "reverse" || name === "fill");
  return [{ kind: isSelf && call.parent.type !== "ExpressionStatement" ? "escape" : "read", node: call }];
}

/** `x[k]`: a write inserts, an update inserts, everything else reads. */
function classifyElement(file: FileFacts, member: TSESTree.MemberExpression, outer: TSESTree.Node, parent: TSESTree.Node, kind: CollectionKind): Found[] {
  const key = member.property;
  if (parent.type === "AssignmentExpression" && parent.left === outer) {
    if (kind === "array" && !isOwnLength(file, member)) return [{ kind: "read", node: parent }];
    return [{ kind: "insert", node: parent, key, value: parent.right }, ...elementOperations(file, parent)];
  }
  if (parent.type === "UpdateExpression") return [{ kind: kind === "array" ? "read" : "insert", node: parent, key }];
  return [{ kind: "read", node: outer }, ...elementOperations(file, outer)];
}

/** The collection is handed to a call: a same-file function is followed, a pure one only reads, any other may keep or change it. */
function classifyArgument(file: FileFacts, call: TSESTree.CallExpression | TSESTree.NewExpression, node: TSESTree.Node, kind: CollectionKind, depth: number): Found[] {
  const index = call.arguments.indexOf(node as TSESTree.Expression);
  const called = depth < MAXIMUM_DEPTH ? file.functions.calledFunction(call) : undefined;
  const parameter = called?.params[index];
  if (parameter?.type === "Identifier") {
    const variable = file.variables.variableOf(parameter);
    return variable === undefined ? [] : readsOf(variable).flatMap((reference) => classify(file, reference, kind, depth + 1));
  }
  const name = calleeName(call) ?? "";
  if (!onlyReading.has(name)) return [{ kind: name === "assign" && index > 0 ? "read" : "escape", node: call }];
  const receiver = receiverOf(call);
  // `list.push.apply(list, more)` and `Array.prototype.push.call(list, x)`.
  if ((name === "apply" || name === "call") && receiver?.type === "MemberExpression") {
    const method = memberName(receiver) ?? "";
    return [{ kind: inserting.has(method) ? "insert" : removing.has(method) ? "remove" : method === "hasOwnProperty" ? "read" : "escape", node: call }];
  }
  const isCounted = name === "keys" && wrapped(call).parent?.type === "MemberExpression";
  return [{ kind: isCounted ? "size" : "iterate", node: call }, ...(name === "values" || name === "entries" ? elementOperations(file, call) : [])];
}

function readsOf(variable: Variable): TSESTree.Node[] {
  return variable.references.filter((reference) => !reference.isWrite()).map((reference) => reference.identifier);
}

function isAlias(file: FileFacts, declarator: TSESTree.VariableDeclarator): boolean {
  if (declarator.parent.parent?.type === "ExportNamedDeclaration") return false;
  if (declarator.id.type === "ObjectPattern") return true;
  if (declarator.id.type !== "Identifier") return true;
  const variable = file.variables.variableOf(declarator.id);
  return variable !== undefined && isSingleAssignment(variable);
}

function isItself(file: FileFacts, left: TSESTree.Node, node: TSESTree.Node): boolean {
  const place = file.places.writtenPlaceOf(left);
  return place !== undefined && place.key === file.places.placeOf(unwrap(node))?.key;
}

function isWritten(parent: TSESTree.Node, node: TSESTree.Node): boolean {
  return (parent.type === "AssignmentExpression" && parent.left === node) || parent.type === "UpdateExpression";
}

/** `list[list.length] = x`. */
function isOwnLength(file: FileFacts, member: TSESTree.MemberExpression): boolean {
  const index = member.property;
  if (index.type !== "MemberExpression" || memberName(index) !== "length") return false;
  const place = file.places.placeOf(index.object);
  return place !== undefined && place.key === file.places.placeOf(member.object)?.key;
}
