/** Which of a collection's removals can take out what its inserts put in, and why the others cannot. */
import type { TSESTree } from "@typescript-eslint/utils";

import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isNeverRun } from "../../facts/never-run.ts";
import { areExclusive } from "../../facts/reached-code.ts";
import { compareKeys } from "../key/equality.ts";
import type { Collection, CollectionKind } from "./collection.ts";
import { switchedOffBy } from "./off-switch.ts";
import { mentions } from "./mentioned-place.ts";
import type { Operation } from "./operations.ts";
import { buildKeyForm } from "../key/build-key-form.ts";
import { isAboutOne } from "../owner/closure-ends.ts";
import { runsAtEnd } from "../owner/runs-at-end.ts";
import { ownerEndNames } from "../../catalogue/words/ends-of-entries.ts";
import { functionOf } from "../../facts/variables.ts";
import { enclosingFunction, isLoop, type FunctionNode } from "../../syntax/tree.ts";
import { nameOfFunctionAround } from "./growing-inserts.ts";

/** Why a removal does not serve. */
export type UselessReason =
  /** It empties the collection when the collection's owner ends. */
  | "owner-end"
  /** Its key is never one that was inserted. */
  | "key-never-matches"
  /** It removes from the inner collection and leaves the entry itself. */
  | "element-only"
  /** It takes an entry out to put it back at the end. */
  | "reinserted"
  /** It puts nothing in the collection's place, for good: what would fill it looks for that first. */
  | "switched-off"
  /** Nothing in the file calls the function it stands in, and nobody has to. */
  | "left-to-others"
  /** Nothing runs the function it stands in. */
  | "never-run";

export interface UselessRemoval {
  readonly reason: UselessReason;
  readonly confidence: Confidence;
  readonly operation: Operation;
  /** The method it stands in, where it has a name. */
  readonly within: string | undefined;
}

export interface DeletePaths {
  /** Whether some removal can match. */
  readonly canMatch: boolean;
  readonly useless: readonly UselessRemoval[];
}

/** How many pairs of an inserted and a removed key are compared for one collection: a hundred of each and more, in some tenths of a second. */
const MOST_COMPARISONS = 20_000;

const sorted = new WeakMap<readonly Operation[], DeletePaths>();

/** Sorts the removals of a collection, once. */
export function collectDeletePaths(file: FileFacts, collection: Collection, operations: readonly Operation[]): DeletePaths {
  const found = sorted.get(operations) ?? sortRemovals(file, collection, operations);
  sorted.set(operations, found);
  return found;
}

function sortRemovals(file: FileFacts, collection: Collection, operations: readonly Operation[]): DeletePaths {
  const inserts = operations.filter(({ kind }) => kind === "insert");
  const removals = operations.filter(({ kind }) => kind === "remove" || kind === "empty" || kind === "element-remove");
  const useless: UselessRemoval[] = [];
  let canMatch = false;
  const work = { left: MOST_COMPARISONS };
  for (const operation of removals) {
    const found = findUselessReason(file, collection, operation, inserts, work);
    if (found === undefined) canMatch = true;
    else useless.push({ ...found, operation, within: nameOfFunctionAround(file, operation.node) });
  }
  return { canMatch, useless };
}

function findUselessReason(file: FileFacts, collection: Collection, removal: Operation, inserts: readonly Operation[], work: { left: number }): Pick<UselessRemoval, "reason" | "confidence"> | undefined {
  const around = enclosingFunction(removal.node);
  if (around !== undefined && removal.kind !== "element-remove" && isNeverRun(file, around)) return { reason: "never-run", confidence: "likely" };
  if (removal.kind === "element-remove") return { reason: "element-only", confidence: "likely" };
  if (isEmptiedWithOwner(file, collection, removal)) return { reason: "owner-end", confidence: "certain" };
  const switched = switchedOffBy(file, collection, removal, inserts);
  if (switched !== undefined) return { reason: switched, confidence: "certain" };
  if (removal.kind === "remove" && removal.key !== undefined) {
    if (isReinserted(file, removal, inserts)) return { reason: "reinserted", confidence: "certain" };
    const confidence = differenceFromAll(file, collection.kind, inserts, removal.key, work);
    if (confidence !== undefined) return { reason: "key-never-matches", confidence };
  }
  return undefined;
}

/** Empties the collection, all at once or in a loop over it, in a function that ends what has the collection. */
function isEmptiedWithOwner(file: FileFacts, collection: Collection, removal: Operation): boolean {
  const { root } = collection.place;
  if (removal.isForeign || root.kind === "static" || root.kind === "global") return false;
  if (removal.kind === "remove" && !isInLoopOver(file, removal.node, collection)) return false;
  const around = enclosingFunction(removal.node);
  if (root.kind === "instance") return runsAtEnd(file, around, root.owner);
  return around !== undefined && endsClosure(file, around, functionOf(root.variable));
}

/** `close()` among the functions that a factory hands out, or a module has. */
function endsClosure(file: FileFacts, node: FunctionNode, factory: FunctionNode | undefined): boolean {
  const { name, role, owner } = file.functions.factOf(node);
  const isOfClass = owner !== undefined && owner.type !== "ObjectExpression";
  return role !== "callback" && !isOfClass && enclosingFunction(node) === factory && ownerEndNames.test(name ?? "") && !isAboutOne(file, node);
}

function isInLoopOver(file: FileFacts, node: TSESTree.Node, collection: Collection): boolean {
  for (let at = node.parent; at !== undefined && at.type !== "Program"; at = at.parent ?? undefined) {
    if (isLoop(at)) {
      const head = at.type === "ForOfStatement" || at.type === "ForInStatement" ? at.right : at.type === "WhileStatement" || at.type === "ForStatement" ? at.test : undefined;
      if (head != null && mentions(file, head, collection.place)) return true;
    }
    if (at.type === "CallExpression" && at.callee.type === "MemberExpression" && mentions(file, at.callee, collection.place)) return true;
  }
  return false;
}

/** `map.delete(key); map.set(key, value);`: moves an entry to the end. */
function isReinserted(file: FileFacts, removal: Operation, inserts: readonly Operation[]): boolean {
  const statement = removal.node.parent;
  if (statement?.type !== "ExpressionStatement" || removal.key === undefined) return false;
  const key = file.sourceCode.getText(removal.key);
  return inserts.some((insert) => {
    const other = insert.node.parent;
    return other?.type === "ExpressionStatement" && other.parent === statement.parent && !areExclusive(other, statement) && other.range[0] > statement.range[0] && insert.key !== undefined && file.sourceCode.getText(insert.key) === key;
  });
}

/** How surely a removed key differs from each that is inserted; undefined where one may be equal, where none is there, and where there are too many to compare. */
function differenceFromAll(file: FileFacts, kind: CollectionKind, inserts: readonly Operation[], removed: TSESTree.Node, work: { left: number }): Confidence | undefined {
  const differences: Confidence[] = [];
  for (const { key } of inserts) {
    const difference = work.left > 0 ? differenceOfKeys(file, kind, key, removed) : undefined;
    work.left -= 1;
    if (difference === undefined) return undefined;
    differences.push(difference);
  }
  return differences.length === 0 ? undefined : weakest(...differences);
}

/** How surely the two keys always differ; undefined where they may be equal. */
function differenceOfKeys(file: FileFacts, kind: CollectionKind, inserted: TSESTree.Node | undefined, removed: TSESTree.Node): Confidence | undefined {
  if (kind === "array" || inserted === undefined) return undefined;
  const equality = compareKeys(file, buildKeyForm(file, inserted), buildKeyForm(file, removed), kind);
  return equality.kind === "never" ? equality.confidence : undefined;
}
