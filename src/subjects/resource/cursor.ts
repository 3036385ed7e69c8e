/**
 * Cursors: objects of a class of the file that can be iterated and closed, whose closing releases what their first use, or
 * their making, opens. Iterating one to its end closes it; asking it for one item and leaving does not.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import { iterators } from "../../catalogue/words/disposables.ts";
import { isReleaseName, owningVerbs } from "../../catalogue/words/releases.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { classNamed, methodOfObject } from "../../facts/object-owners.ts";
import { calledFrom, standsIn } from "../../facts/reach.ts";
import { calleeName, isClass, isFunction, memberName, receiverOf, unwrap, wrapped, type CallNode, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";

interface Cursor {
  readonly pair: Pair;
  /** The methods that open it and leave it open; undefined where it is open from the start. */
  readonly opening: ReadonlySet<string> | undefined;
}

const known = new WeakMap<FileFacts, ReadonlyMap<ClassNode, Cursor>>();

/** Whether any class of the file makes cursors: almost none does, and then no call need be asked. */
export function hasCursors(file: FileFacts): boolean {
  return cursorsOf(file).size > 0;
}

/** The pair for a call that makes a cursor, and for one that asks a function of the file for it; undefined where nothing opens it. */
export function cursorPairOf(file: FileFacts, call: CallNode): Pair | undefined {
  const made = hasCursors(file) ? classMadeBy(file, call) : undefined;
  const cursor = made === undefined ? undefined : cursorsOf(file).get(made);
  return cursor !== undefined && isOpened(file, call, cursor) ? { ...cursor.pair, acquire: { form: call.type === "NewExpression" ? "new" : "call", callee: memberOf(anything, calleeName(call) ?? "") } } : undefined;
}

function cursorsOf(file: FileFacts): ReadonlyMap<ClassNode, Cursor> {
  const cursors = known.get(file) ?? collectCursors(file);
  known.set(file, cursors);
  return cursors;
}

function collectCursors(file: FileFacts): ReadonlyMap<ClassNode, Cursor> {
  const cursors = new Map<ClassNode, Cursor>();
  for (const node of file.nodes.classes) {
    const members = file.functions.membersOf(node).filter((fact) => !fact.isStatic);
    const cursor = members.some(({ name }) => iterators.has(name ?? "")) ? readCursor(file, members) : undefined;
    if (cursor !== undefined) cursors.set(node, cursor);
  }
  return cursors;
}

function readCursor(file: FileFacts, members: readonly FunctionFact[]): Cursor | undefined {
  const ends = members.filter(({ name }) => owningVerbs.has(name ?? ""));
  const held = new Set(ends.flatMap(({ node }) => fieldsReleasedBy(file, node)));
  const opening = members.filter(({ node, name }) => name !== "constructor" && opens(file, node, held) && !closes(file, node, ends));
  const isMadeOpen = members.some(({ node, name }) => name === "constructor" && opens(file, node, held));
  const names = opening.flatMap(({ name }) => (name === undefined || iterators.has(name) ? [] : [name]));
  if (held.size === 0 || (names.length === 0 && !isMadeOpen)) return undefined;
  const fluent = members.flatMap(({ node, name }) => (name !== undefined && givesItself(file, node) ? [name] : []));
  const releases = [...new Set(ends.flatMap(({ name }) => name ?? []))].map((name) => ({ by: "method" as const, name }));
  return {
    opening: isMadeOpen ? undefined : new Set(names),
    pair: { id: "language/cursor", noun: "a cursor", acquire: { form: "call", callee: anything }, handle: { from: "result" }, releases: [...releases, { by: "iteration" }], fluent, heldBy: "process" },
  };
}

/** The fields that a method releases. */
function fieldsReleasedBy(file: FileFacts, node: FunctionNode): readonly string[] {
  return [...calledFrom(file, [node])].flatMap((one) => file.calls.directlyIn(one)).flatMap((call) => {
    const receiver = isReleaseName(calleeName(call)) ? receiverOf(call) : undefined;
    const place = receiver === undefined ? undefined : file.places.placeOf(receiver);
    return place?.root.kind === "instance" && place.path.length > 0 ? [place.key] : [];
  });
}

/** Whether a method fills one of the fields with what a call gives. */
function opens(file: FileFacts, node: FunctionNode, held: ReadonlySet<string>): boolean {
  const reached = calledFrom(file, [node]);
  return file.nodes.assignments.some(({ left, right }) => {
    const value = unwrap(right);
    const given = value.type === "AwaitExpression" ? unwrap(value.argument) : value;
    return (given.type === "CallExpression" || given.type === "NewExpression") && held.has(file.places.writtenPlaceOf(left)?.key ?? "") && standsIn(left, reached);
  });
}

/** Whether a method closes what it has opened before it returns: it calls the end on its way, or iterates its own object. */
function closes(file: FileFacts, node: FunctionNode, ends: readonly FunctionFact[]): boolean {
  const nodes = new Set(ends.map((end) => end.node));
  const isClosed = file.calls.directlyIn(node).some((call) => nodes.has(file.functions.calledFunction(call) as FunctionNode) && !isConditional(call, node));
  return isClosed || file.nodes.iterations.some(({ right, parent }) => unwrap(right).type === "ThisExpression" && isInside(parent, node));
}

function isInside(start: TSESTree.Node, owner: FunctionNode): boolean {
  for (let at: TSESTree.Node | undefined = start; at !== undefined; at = at.parent ?? undefined) if (isFunction(at)) return at === owner;
  return false;
}

function isConditional(call: TSESTree.Node, owner: FunctionNode): boolean {
  for (let at = call.parent; at != null && at !== owner; at = at.parent) if (at.type === "IfStatement" || at.type === "ConditionalExpression" || at.type === "LogicalExpression" || at.type === "CatchClause") return true;
  return false;
}

/** `since(at) { …; return this; }`. */
function givesItself(file: FileFacts, node: FunctionNode): boolean {
  const returned = file.functions.returnedBy(node);
  return returned.length > 0 && returned.every((value) => unwrap(value).type === "ThisExpression");
}

/** The class of the file whose object a call makes, or gets from a function that only makes it. */
function classMadeBy(file: FileFacts, call: CallNode): ClassNode | undefined {
  if (call.type === "NewExpression") return asClass(classNamed(file, unwrap(call.callee)));
  const called = file.functions.calledFunction(call) ?? methodOfObject(file, call);
  const values = called === undefined || called.async || called.generator ? [] : file.functions.returnedBy(called);
  const made = values.map((value) => ownNew(file, value));
  return made[0] !== undefined && made.every((one) => one === made[0]) ? made[0] : undefined;
}

function ownNew(file: FileFacts, value: TSESTree.Node): ClassNode | undefined {
  const node = unwrap(value);
  return node.type === "NewExpression" ? asClass(classNamed(file, unwrap(node.callee))) : undefined;
}

function asClass(owner: ReturnType<typeof classNamed>): ClassNode | undefined {
  return isClass(owner) ? owner : undefined;
}

/** Whether the cursor is open when it is left: from the start, or since one of its opening methods is called on it. */
function isOpened(file: FileFacts, call: CallNode, { opening, pair: { fluent = [] } }: Cursor): boolean {
  if (opening === undefined) return true;
  const pending: TSESTree.Node[] = [call];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const { parent } = wrapped(value);
    if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" && parent.init !== null) {
      pending.push(...(file.variables.variableOf(parent.id)?.references.flatMap(({ identifier, init }) => (init === true ? [] : [identifier])) ?? []));
    }
    const name = parent?.type === "MemberExpression" ? memberName(parent) : undefined;
    const used = parent?.type === "MemberExpression" ? wrapped(parent).parent : undefined;
    if (used?.type !== "CallExpression" || name === undefined) continue;
    if (opening.has(name)) return true;
    if (fluent.includes(name)) pending.push(used);
  }
  return false;
}
