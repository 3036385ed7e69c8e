/** What keeps a collection from growing without end, apart from the deletes of single entries. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { globalPathOf } from "../facts/value-origin.ts";
import { writesOf, type Variable } from "../facts/variables.ts";
import { enclosingFunction, isWithin, unwrap, wrapped } from "../syntax/tree.ts";
import { isRenewal, type Collection } from "../subjects/collection/collection.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { keyDomain } from "./key-domain.ts";
import { mentions } from "../subjects/collection/mentioned-place.ts";

const COMPARISONS = new Set(["<", "<=", ">", ">=", "==", "===", "!=", "!=="]);

/** Whether the size is compared with a limit somewhere: whoever asks that does something about it. */
export function hasSizeGuard(file: FileFacts, operations: readonly Operation[], collection: Collection): boolean {
  return operations.some(({ kind, node }) => kind === "size" && isComparedWithLimit(file, node, collection));
}

function isComparedWithLimit(file: FileFacts, size: TSESTree.Node, collection: Collection): boolean {
  const comparison = enclosingComparison(size);
  if (comparison === undefined) return false;
  const limit = isInside(size, comparison.left) ? comparison.right : comparison.left;
  const isSmall = limit.type === "Literal" && typeof limit.value === "number" && limit.value <= 1;
  if (isSmall || mentions(file, limit, collection.place)) return false;
  // `for (let i = 0; i < list.length; i++)` and `while (i < list.length)` walk the list.
  return !isLoopTest(comparison) || limit.type === "Literal";
}

function enclosingComparison(size: TSESTree.Node): TSESTree.BinaryExpression | undefined {
  for (let at: TSESTree.Node | undefined = size, steps = 0; at !== undefined && steps < 5; at = at.parent ?? undefined, steps++) {
    if (at.type === "BinaryExpression" && COMPARISONS.has(at.operator)) return at;
  }
  return undefined;
}

function isLoopTest(node: TSESTree.Node): boolean {
  const parent = node.parent;
  if (parent?.type === "LogicalExpression") return isLoopTest(parent);
  return (parent?.type === "ForStatement" || parent?.type === "WhileStatement" || parent?.type === "DoWhileStatement") && parent.test === node;
}

function isInside(inner: TSESTree.Node, outer: TSESTree.Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** `if (list.length > 0) return;` in what inserts or calls what inserts: it is filled while it is empty, and so once. */
export function isFilledOnce(file: FileFacts, operations: readonly Operation[]): boolean {
  const inserting = new Set(operations.filter(({ kind }) => kind === "insert").map(({ node }) => enclosingFunction(node)));
  return operations.some(({ kind, node }) => {
    const around = enclosingFunction(node);
    if (kind !== "size" || around === undefined || !leavesIfFilled(node)) return false;
    return inserting.has(around) || file.calls.directlyIn(around).some((call) => call.type === "CallExpression" && inserting.has(file.functions.calledFunction(call)));
  });
}

function leavesIfFilled(size: TSESTree.Node): boolean {
  const outer = wrapped(size);
  const comparison = outer.parent?.type === "BinaryExpression" && outer.parent.left === outer && isMoreThanNone(outer.parent) ? outer.parent : outer;
  const guard = comparison.parent;
  if (guard?.type !== "IfStatement" || guard.test !== comparison) return false;
  const [first] = guard.consequent.type === "BlockStatement" ? guard.consequent.body : [guard.consequent];
  return first?.type === "ReturnStatement" && guard.parent.parent === enclosingFunction(guard);
}

function isMoreThanNone({ operator, right }: TSESTree.BinaryExpression): boolean {
  return right.type === "Literal" && right.value === 0 && (operator === ">" || operator === "!==" || operator === "!=");
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

/** Whether an insert can bring a new entry over and over: its key is not one of a fixed few. */
export function insertDomain(file: FileFacts, insert: Operation, collection: Collection): ReturnType<typeof keyDomain> {
  if (collection.kind === "array") return insert.key !== undefined && isOwnElement(file, insert.key, collection) ? "bounded" : "unbounded";
  if (insert.value !== undefined && isOfKnownNames(file, insert.value)) return "bounded";
  return insert.key === undefined ? "unknown" : keyDomain(file, insert.key, collection);
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

/** `pending = { list: [] }` in a function: what holds the collection is put in place anew, and the old list goes with the old holder. */
export function isHeldByReplaced(file: FileFacts, { place }: Collection): boolean {
  if (place.path.length === 0) return false;
  const isAssigned = (variable: Variable): boolean =>
    variable.references.some((reference) => reference.isWrite() && reference.init !== true && enclosingFunction(reference.identifier) !== undefined);
  if (place.root.kind === "variable" && isAssigned(place.root.variable)) return true;
  return holdersOf(file, place).some((holder) => file.stores.storesTo(holder).some((store) => isRenewal(file, store)));
}

/** `this.state` and `this.state.lists` of `this.state.lists.open`. */
function holdersOf(file: FileFacts, place: Place): readonly Place[] {
  if (place.root.kind !== "instance" && place.root.kind !== "static") return [];
  const holders: Place[] = [];
  let holder = file.places.placeOfOwner(place.root.owner, place.root.kind === "static");
  for (const name of place.path.slice(0, -1)) {
    holder = file.places.memberOf(holder, name);
    holders.push(holder);
  }
  return holders;
}

/** `this.rows = []; for (...) this.rows.push(row)`: all that is put in follows, in the same function, on a fresh value. */
export function isFilledAnew(file: FileFacts, { creation }: Collection, operations: readonly Operation[]): boolean {
  const around = enclosingFunction(creation.site);
  if (around === undefined || !isRenewal(file, creation)) return false;
  return operations.every(({ kind, node }) => kind !== "insert" || (isWithin(node, around) && node.range[0] > creation.site.range[0]));
}
