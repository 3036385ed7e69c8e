/** Which inserts of a collection can run again and again with another key each time. */
import type { TSESTree } from "@typescript-eslint/utils";

import { transparent } from "../../catalogue/words/callbacks.ts";
import type { Domain } from "../../catalogue/words/key-names.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { writesOf } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { isNothing, type Collection } from "./collection.ts";
import { insertFrequency, type Frequency } from "./insert-frequency.ts";
import { keyDomain, type KeyDomain } from "./key-domain.ts";
import { isCodeKey, isObjectByUse } from "./key-kind.ts";
import type { KeptCollection } from "./kept-collections.ts";
import { mentions } from "./mentioned-place.ts";
import type { Operation } from "./operations.ts";

export interface GrowingInsert {
  readonly insert: Operation;
  readonly frequency: Frequency;
  readonly domain: Domain;
}

/** Collects them, the surest first. */
export function collectGrowingInserts(file: FileFacts, { collection, operations }: KeptCollection, isWeakable: boolean): GrowingInsert[] {
  const rank = ({ frequency, domain }: GrowingInsert): number => (frequency === "often" ? 2 : 0) + (domain === "unbounded" ? 1 : 0);
  const growing: GrowingInsert[] = [];
  for (const insert of operations) {
    if (insert.kind !== "insert" || isUpdate(file, insert, collection)) continue;
    const { domain } = insertDomain(file, insert, collection);
    if (domain === "bounded" && !isWeakable) continue;
    const frequency = insertFrequency(file, collection, insert.node);
    if (frequency === "often" || frequency === "unknown") growing.push({ insert, frequency, domain });
  }
  return growing.sort((a, b) => rank(b) - rank(a));
}

const known = new WeakMap<Operation, KeyDomain>();

/** How many different entries an insert can bring: where its key is one of a fixed few, it brings no new one over and over. */
export function insertDomain(file: FileFacts, insert: Operation, collection: Collection): KeyDomain {
  const answer = known.get(insert) ?? domainOfInsert(file, insert, collection);
  known.set(insert, answer);
  return answer;
}

function domainOfInsert(file: FileFacts, insert: Operation, collection: Collection): KeyDomain {
  if (collection.kind === "array") return { domain: insert.key !== undefined && isOwnElement(file, insert.key, collection) ? "bounded" : "unbounded", isNamed: false };
  if (insert.value !== undefined && isOfKnownNames(file, insert.value)) return { domain: "bounded", isNamed: false };
  return insert.key === undefined ? { domain: "unknown", isNamed: false } : keyDomain(file, insert.key, collection);
}

/** `new Intl.NumberFormat(locale)` throws on a locale or time zone it does not know: there are as many as the language knows. */
function isOfKnownNames(file: FileFacts, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const values = variable === undefined ? [node] : writesOf(variable).map(({ writeExpr }) => writeExpr);
  return values.some((made) => made?.type === "NewExpression" && globalPathOf(file, made.callee)?.[0] === "Intl");
}

/** `queue.push(queue.shift())`: turns the list round. */
function isOwnElement(file: FileFacts, value: TSESTree.Node, collection: Collection): boolean {
  return wrapped(value).type === "CallExpression" && mentions(file, value, collection.place);
}

/** Whether an insert only writes an entry anew that is known to be there. */
export function isUpdate(file: FileFacts, insert: Operation, collection: Collection): boolean {
  for (let at: TSESTree.Node = insert.node; at.parent !== undefined && at.parent !== null; at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if (parent.type === "FunctionDeclaration" || parent.type === "FunctionExpression" || parent.type === "Program") return false;
    if (parent.type === "IfStatement" && parent.consequent === at && asksForEntry(file, parent.test, insert, collection)) return true;
    if (parent.type === "LogicalExpression" && parent.operator === "&&" && parent.right === at && asksForEntry(file, parent.left, insert, collection)) return true;
  }
  return false;
}

/** `map.has(key)`, `key in record`, `record[key]` and a variable that holds `map.get(key)`, not negated. */
function asksForEntry(file: FileFacts, test: TSESTree.Node, insert: Operation, collection: Collection): boolean {
  if (insert.key === undefined) return false;
  const key = file.sourceCode.getText(insert.key);
  const isEntry = (node: TSESTree.Node): boolean => {
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && node.arguments.length === 1) {
      return mentions(file, node.callee.object, collection.place) && file.sourceCode.getText(node.arguments[0]) === key;
    }
    if (node.type === "BinaryExpression" && node.operator === "in") return mentions(file, node.right, collection.place) && file.sourceCode.getText(node.left) === key;
    return node.type === "MemberExpression" && node.computed && mentions(file, node.object, collection.place) && file.sourceCode.getText(node.property) === key;
  };
  if (test.type === "LogicalExpression" && test.operator === "&&") return asksForEntry(file, test.left, insert, collection) || asksForEntry(file, test.right, insert, collection);
  if (test.type === "Identifier") {
    const definition = file.variables.variableOf(test)?.defs[0];
    return definition?.type === "Variable" && definition.node.init !== null && isEntry(definition.node.init);
  }
  return isEntry(test);
}

/** A Map or Set of objects that is only ever asked for one of them: a weak one would do the same. */
export function couldBeWeak(file: FileFacts, collection: Collection, operations: readonly Operation[]): boolean {
  if (collection.kind !== "map" && collection.kind !== "set") return false;
  if (operations.some(({ kind }) => kind === "iterate" || kind === "size")) return false;
  const inserts = operations.filter(({ kind }) => kind === "insert");
  return inserts.every(({ key }) => key !== undefined && isObjectByUse(file, key) && !isCodeKey(file, key));
}

/** The name a collection is kept under: the last member, or the variable. */
export function nameOfCollection({ place }: Collection): string {
  return place.path.at(-1) ?? (place.root.kind === "variable" ? place.root.variable.name : "");
}

/** The name of the nearest function around a node that has one. */
export function nameOfFunctionAround(file: FileFacts, node: TSESTree.Node): string | undefined {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const { name } = file.functions.factOf(at);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The name of the function whose run comes by a node; undefined where that is a function without a name, as a handler that a named one only hands over. */
export function nameOfRunningFunction(file: FileFacts, node: TSESTree.Node): string | undefined {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const { name, role } = file.functions.factOf(at);
    if (name !== undefined) return name;
    const isPartOfCall = role === "immediate" || (role === "callback" && transparent.has(calleeName(at.parent as CallNode) ?? ""));
    if (!isPartOfCall) return undefined;
  }
  return undefined;
}

/** Whether an insert puts null or undefined in: it blanks the entry and does not make one. */
export function isBlanking({ kind, value }: Operation): boolean {
  return kind === "insert" && value !== undefined && isNothing(value);
}
