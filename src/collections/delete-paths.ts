/** Which of a collection's removals can take out what its inserts put in, and why the others cannot. */
import type { TSESTree } from "@typescript-eslint/utils";

import { weakest, type Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { FunctionFact } from "../facts/functions.ts";
import { enclosingFunction, isLoop, type FunctionNode } from "../syntax/tree.ts";
import { collectCallers } from "../facts/callers.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { differenceOfKeys } from "./delete-match.ts";
import { nameOfFunctionAround } from "../subjects/collection/growing-inserts.ts";
import { isNeverRun } from "./never-run.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { areExclusive } from "../facts/reached-code.ts";
import { mentions } from "../subjects/collection/mentioned-place.ts";

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

// A subset of the teardown names: `clear` and `reset` are also what a caller uses to keep the collection small.
const ENDS_OWNER = /^[_#]?(?:\[dispose\]|\[asyncDispose\]|dispose\w*|destroy\w*|close|closeAll|_destroy|_final|shutdown|shutDown|terminate|teardown|tearDown|quit|kill|uninstall|deactivate|unload|ngOnDestroy|onModuleDestroy|onApplicationShutdown|beforeApplicationShutdown|disconnectedCallback|componentWillUnmount|onunload|onUnload|dealloc|free|stop|stopAll)$/;
/** How many callers up a function is followed to the end of its owner. */
const MAXIMUM_CALLERS = 4;

/** Sorts the removals of a collection. */
export function collectDeletePaths(file: FileFacts, collection: Collection, operations: readonly Operation[]): DeletePaths {
  const inserts = operations.filter(({ kind }) => kind === "insert");
  const removals = operations.filter(({ kind }) => kind === "remove" || kind === "empty" || kind === "element-remove");
  const useless: UselessRemoval[] = [];
  let canMatch = false;
  for (const operation of removals) {
    const found = findUselessReason(file, collection, operation, inserts);
    if (found === undefined) canMatch = true;
    else useless.push({ ...found, operation, within: nameOfFunctionAround(file, operation.node) });
  }
  return { canMatch, useless };
}

function findUselessReason(file: FileFacts, collection: Collection, removal: Operation, inserts: readonly Operation[]): Pick<UselessRemoval, "reason" | "confidence"> | undefined {
  const around = enclosingFunction(removal.node);
  if (around !== undefined && removal.kind !== "element-remove" && isNeverRun(file, around)) return { reason: "never-run", confidence: "likely" };
  if (removal.kind === "element-remove") return { reason: "element-only", confidence: "likely" };
  if (endsWithOwner(file, collection, removal)) return { reason: "owner-end", confidence: "certain" };
  if (removal.kind === "remove" && removal.key !== undefined) {
    if (isReinserted(file, removal, inserts)) return { reason: "reinserted", confidence: "certain" };
    const differences = inserts.map((insert) => differenceOfKeys(file, collection.kind, insert, removal));
    if (differences.length > 0 && differences.every((difference) => difference !== undefined)) return { reason: "key-never-matches", confidence: weakest(...differences) };
  }
  return undefined;
}

/** Empties the collection, all at once or in a loop over it, in a method that ends the collection's own object. */
function endsWithOwner(file: FileFacts, collection: Collection, removal: Operation): boolean {
  const { root } = collection.place;
  if (root.kind !== "instance" || removal.isForeign) return false;
  if (removal.kind === "remove" && !isInLoopOver(file, removal.node, collection)) return false;
  return isTeardown(file, enclosingFunction(removal.node), root.owner, 0);
}

const teardowns = new WeakMap<FileFacts, WeakMap<object, Map<FunctionNode, boolean>[]>>();

/** Whether the function ends the owner, or runs only when one that does calls it. */
function isTeardown(file: FileFacts, node: FunctionNode | undefined, owner: object, depth: number): boolean {
  if (node === undefined || depth > MAXIMUM_CALLERS) return false;
  const ofFile = teardowns.get(file) ?? new WeakMap<object, Map<FunctionNode, boolean>[]>();
  teardowns.set(file, ofFile);
  const byDepth = ofFile.get(owner) ?? [];
  ofFile.set(owner, byDepth);
  // Functions that call each other many times over are asked once for each depth.
  const known = (byDepth[depth] ??= new Map<FunctionNode, boolean>());
  const answer = known.get(node) ?? runsAtEnd(file, node, owner, depth);
  known.set(node, answer);
  return answer;
}

function runsAtEnd(file: FileFacts, node: FunctionNode, owner: object, depth: number): boolean {
  const fact: FunctionFact = file.functions.factOf(node);
  if (fact.owner === owner && ENDS_OWNER.test(fact.name ?? "")) return true;
  if (fact.role === "callback" || fact.role === "immediate") return isTeardown(file, enclosingFunction(node), owner, depth + 1);
  const callers = collectCallers(file, fact);
  return callers !== "anybody" && callers.length > 0 && callers.every((call) => isTeardown(file, enclosingFunction(call), owner, depth + 1));
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
