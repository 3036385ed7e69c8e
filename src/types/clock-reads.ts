/** Whether a function's result depends on the clock or on randomness, as far as the project's own sources tell. */
import type ts from "typescript";

import { moduleOf } from "./declaration-origin.ts";
import { SYMBOL_FLAGS } from "./symbol-flags.ts";
import {
  accessedName, bodyOf, collectChildren, collectNames, isCall, isDiscardedCall, isMemberAccess, isMemberAssignment, isNew, isTemplateSpan, type Shape,
} from "./syntax-shape.ts";
import { findSymbolAt, type TypedProgram } from "./typed-program.ts";

/** Functions of the language and of Node whose every call may answer something else: the owner's declared name, then the function's. */
const CHANGING_CALLS = new Set([
  "DateConstructor.now",
  "Performance.now",
  "Math.random",
  "Crypto.randomUUID",
  "Crypto.getRandomValues",
  "crypto.randomUUID",
  "crypto.randomBytes",
  "crypto.randomInt",
  "Process.hrtime",
  "HRTime.bigint",
  "Process.uptime",
  "Process.memoryUsage",
]);

const MAXIMUM_CALL_DEPTH = 3;
const MAXIMUM_NODES = 2000;
const MAXIMUM_QUOTE = 60;

/** Whether the text of a value of this type changes, and because of which expression. */
type ChangingText = (type: ts.Type) => string | undefined;

interface ClockSearch {
  readonly typed: TypedProgram;
  readonly changingText: ChangingText;
  /** The functions that were looked into, so that each is looked into once. */
  readonly seen: Set<ts.Node>;
}

/** Describes the expression that makes a function's result change: "`Date.now()` in `Context.remaining`". Undefined where there is none. */
export function findClockRead(declarations: readonly ts.Node[], search: ClockSearch, depth = 0): string | undefined {
  for (const declaration of declarations) {
    const body = bodyOf(declaration);
    if (body === undefined || search.seen.has(body)) continue;
    search.seen.add(body);
    const found = findInBody(body, declaration, depth, search);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findInBody(body: Shape, declaration: ts.Node, depth: number, search: ClockSearch): string | undefined {
  const pending = [body];
  for (let visited = 0; visited < MAXIMUM_NODES; visited += 1) {
    const node = pending.pop();
    if (node === undefined) return undefined;
    if (isClockRead(node, search.typed)) return `\`${quote(node)}\` in \`${describeFunction(declaration)}\``;
    const found = findBehind(node, depth, search);
    if (found !== undefined) return found;
    pending.push(...collectRelevant(node));
  }
  return undefined;
}

/** The parts of a node that may flow into the result. */
function collectRelevant(node: Shape): readonly Shape[] {
  if (isMemberAssignment(node)) return [];
  const children = isDiscardedCall(node) ? (node.arguments ?? []) : collectChildren(node);
  return children.toReversed();
}

function isClockRead(node: Shape, { program, checker }: TypedProgram): boolean {
  if (!isCall(node) && !isNew(node)) return false;
  const name = accessedName(node);
  const symbol = name === undefined ? undefined : findSymbolAt(name, checker);
  const declarations = (symbol?.declarations ?? []).filter((declaration) => moduleOf(declaration, program) !== undefined);
  // `new Date()` and `Date()` are now; `new Date(time)` is not.
  if (symbol?.name === "Date" && declarations.some((declaration) => moduleOf(declaration, program) === "lib")) return isCall(node) || (node.arguments?.length ?? 0) === 0;
  return isCall(node) && declarations.some((declaration) => CHANGING_CALLS.has(qualifiedName(declaration)));
}

function qualifiedName(declaration: ts.Node): string {
  const [name, owner = ""] = collectNames(declaration);
  return `${owner.replace(/^node:/, "")}.${name}`;
}

/** Looks behind a node: into the function that it calls, the getter that it reads, or the text of the object that it prints. */
function findBehind(node: Shape, depth: number, search: ClockSearch): string | undefined {
  if (isTemplateSpan(node)) return findInPrinted(node.expression, search);
  if (isCall(node) && node.expression?.getText() === "String") return findInPrinted(node.arguments?.[0], search);
  if (depth >= MAXIMUM_CALL_DEPTH || isDiscardedCall(node)) return undefined;
  return findClockRead(collectCallees(node, search.typed.checker), search, depth + 1);
}

function findInPrinted(printed: Shape | undefined, { typed, changingText }: ClockSearch): string | undefined {
  return printed === undefined ? undefined : changingText(typed.checker.getTypeAtLocation(printed));
}

function collectCallees(node: Shape, checker: ts.TypeChecker): readonly ts.Node[] {
  if (!isCall(node) && !isMemberAccess(node)) return [];
  const name = accessedName(node);
  const symbol = name === undefined ? undefined : findSymbolAt(name, checker);
  if (symbol === undefined) return [];
  const declarations = symbol.declarations ?? [];
  // Reading `x.remaining` runs a getter of this name, not the setter beside it.
  if ((symbol.flags & SYMBOL_FLAGS.Accessor) !== 0) return declarations.filter((declaration) => (declaration as Shape).parameters?.length === 0);
  return isCall(node) ? declarations : [];
}

function describeFunction(declaration: ts.Node): string {
  const { name, parent } = declaration as Shape;
  const owner = parent?.name?.text;
  const own = name?.getText() ?? "a function";
  if (owner === undefined) return own;
  return own.startsWith("[") ? `${owner}${own}` : `${owner}.${own}`;
}

function quote(node: Shape): string {
  const text = node.getText().replaceAll(/\s+/g, " ");
  return text.length > MAXIMUM_QUOTE ? `${text.slice(0, MAXIMUM_QUOTE - 1)}…` : text;
}
