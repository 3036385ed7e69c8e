/** How often a piece of code runs in the life of the program, as far as the file tells. */
import type { TSESTree } from "@typescript-eslint/utils";

import { onceCalling, starting } from "../catalogue/words/starting-up.ts";
import { calleeName, enclosingFunction, isClass, isLoop, unwrap, wrapped, type ClassNode, type FunctionNode } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import { latchesOf } from "./latch.ts";
import { functionOf, type Variable } from "./variables.ts";

/**
 * - `once`: at the top level of a module, only from there, or behind a flag of the module that nothing takes back: what it acquires lives as long as the process on purpose;
 * - `at-start`: in a function that by its name starts the program or a long-lived part of it;
 * - `often`: in a method, handler or function that anybody may call again.
 */
export type RunCount = "once" | "at-start" | "often";

const ORDER: readonly RunCount[] = ["once", "at-start", "often"];
/** How many callers up a question goes; it protects the stack, since no function is asked about twice. */
const MAXIMUM_DEPTH = 100;
/** What is known of each file's functions: each is asked about once, however many call it. */
const known = new WeakMap<FileFacts, Map<FunctionNode, RunCount>>();

/** Answers how often the code at `node` runs. */
export function runCountOf(file: FileFacts, node: TSESTree.Node, depth = 0): RunCount {
  const owner = enclosingFunction(node);
  if (owner === undefined) return instanceAround(node) === undefined ? "once" : "often";
  if (latchesOf(file, node).some((latch) => isOfModule(file, latch))) return "once";
  const counts = known.get(file) ?? new Map<FunctionNode, RunCount>();
  known.set(file, counts);
  const answer = counts.get(owner);
  if (answer !== undefined) return answer;
  if (depth > MAXIMUM_DEPTH) return "often";
  // A function that calls itself, by whatever way around, runs as often as its name admits.
  counts.set(owner, countByName(file, owner));
  const count = countOf(file, owner, depth);
  counts.set(owner, count);
  return count;
}

/** A variable of the module, or of the function around it that is called where it stands: `var api = (function () { … })()`. */
function isOfModule(file: FileFacts, variable: Variable): boolean {
  for (let around = functionOf(variable); around !== undefined; around = enclosingFunction(around)) {
    if (file.functions.factOf(around).role !== "immediate" || isInLoop(around)) return false;
  }
  return true;
}

function countOf(file: FileFacts, owner: FunctionNode, depth: number): RunCount {
  const fact = file.functions.factOf(owner);
  const { parent } = owner;
  const isCalledWhereItStands = fact.role === "immediate" || (fact.role === "callback" && parent.type === "CallExpression" && onceCalling.test(calleeName(parent) ?? ""));
  if (isCalledWhereItStands) return isInLoop(owner) ? "often" : runCountOf(file, owner, depth + 1);
  if (fact.owner !== undefined) return isSingletonMember(file, owner) ? "once" : "often";
  const byName = countByName(file, owner);
  const calls = callsOf(file, owner);
  if (calls === undefined || calls.length === 0) return byName;
  const [first] = calls;
  const byCalls = calls.map((call) => (isInLoop(call) ? "often" : runCountOf(file, call, depth + 1)));
  // Two calls from code that runs once make twice, which is as good as a start.
  if (first !== undefined && calls.length === 1 && byCalls[0] === "once") return "once";
  const worst = byCalls.reduce((one, other) => (ORDER.indexOf(other) > ORDER.indexOf(one) ? other : one), "at-start");
  return ORDER.indexOf(byName) < ORDER.indexOf(worst) ? byName : worst;
}

function countByName(file: FileFacts, owner: FunctionNode): RunCount {
  const { name, role } = file.functions.factOf(owner);
  return name !== undefined && starting.test(name) && role !== "callback" ? "at-start" : "often";
}

/** Whether a loop between the node and its function runs the node again and again; the start of a loop's head runs once. */
export function isInLoop(node: TSESTree.Node): boolean {
  const owner = enclosingFunction(node);
  for (let at = node; at.parent != null && enclosingFunction(at.parent) === owner; at = at.parent) {
    if (isLoop(at.parent) && !isStartOf(at.parent, at)) return true;
  }
  return false;
}

function isStartOf(loop: TSESTree.Node, child: TSESTree.Node): boolean {
  if (loop.type === "ForStatement") return loop.init === child;
  return (loop.type === "ForOfStatement" || loop.type === "ForInStatement") && loop.right === child;
}

/** The class whose instances each run the code, as they do a field's initialiser; undefined for other code outside of functions. */
export function instanceAround(node: TSESTree.Node): ClassNode | undefined {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    if ((at.type === "PropertyDefinition" || at.type === "AccessorProperty") && !at.static) return at.parent.parent;
    if (at.type === "StaticBlock") return undefined;
  }
  return undefined;
}

/** The calls of a function in its file, if all its uses are calls; undefined where it is exported or used as a value. */
function callsOf(file: FileFacts, node: FunctionNode): TSESTree.Node[] | undefined {
  const variable = nameOf(file, node);
  if (variable === undefined || isExported(node)) return undefined;
  const calls: TSESTree.Node[] = [];
  for (const reference of variable.references) {
    if (reference.init === true) continue;
    const value = wrapped(reference.identifier);
    const call = value.parent;
    if (call?.type !== "CallExpression" || unwrap(call.callee) !== unwrap(value)) return undefined;
    calls.push(call);
  }
  return calls;
}

function nameOf(file: FileFacts, node: FunctionNode): Variable | undefined {
  if (node.type === "FunctionDeclaration") return node.id === null ? undefined : file.variables.variableOf(node.id);
  const parent = wrapped(node).parent;
  return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? file.variables.variableOf(parent.id) : undefined;
}

/** Whether the declaration carries `export`. A later `export { f }` is a reference that is not a call. */
function isExported(node: FunctionNode): boolean {
  const parent = node.parent;
  if (parent.type === "ExportNamedDeclaration" || parent.type === "ExportDefaultDeclaration") return true;
  return parent.type === "VariableDeclarator" && parent.parent.parent.type === "ExportNamedDeclaration";
}

/** A class that the file instantiates at its top level and does not export is a singleton; its constructor runs once. */
function isSingletonMember(file: FileFacts, node: FunctionNode): boolean {
  const fact = file.functions.factOf(node);
  const owner = fact.owner;
  if (fact.role !== "constructor" || owner === undefined || !isClass(owner) || owner.id === null) return false;
  if (owner.parent.type === "ExportNamedDeclaration" || owner.parent.type === "ExportDefaultDeclaration") return false;
  const variable = file.variables.variableOf(owner.id);
  const uses = (variable?.references ?? []).filter((reference) => reference.isValueReference && reference.init !== true);
  return uses.length === 1 && uses.every(({ identifier }) => identifier.parent.type === "NewExpression" && enclosingFunction(identifier) === undefined && !isInLoop(identifier));
}
