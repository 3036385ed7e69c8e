/** A file, parsed once and indexed once: all operators read this. */
import * as parser from "@typescript-eslint/parser";
import ts from "typescript";

import { isFunction } from "./syntax.mjs";

const OPTIONS = { range: true, loc: true, ecmaVersion: "latest", sourceType: "module" };

/** Whether the text is a program. The bare syntax tree is enough to know, and takes a fraction of what the parser takes for linting. */
export function isProgram(text, jsx) {
  const tree = ts.createSourceFile(jsx ? "file.tsx" : "file.ts", text, ts.ScriptTarget.Latest, false);
  return tree.parseDiagnostics.length === 0;
}

/** Answers the index of a file, or nothing where the text cannot be parsed; a cast in angle brackets and a tag exclude each other, so that both readings are tried. */
export function indexSource(text) {
  for (const jsx of [true, false]) {
    const parsed = attempt(() => parser.parseForESLint(text, { ...OPTIONS, ecmaFeatures: { jsx } }));
    if (parsed !== undefined) return buildIndex(text, jsx, parsed);
  }
  return undefined;
}

function attempt(parse) {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function buildIndex(text, jsx, { ast, scopeManager, visitorKeys }) {
  const byType = new Map();
  const childrenOf = (node) => (visitorKeys[node.type] ?? []).flatMap((key) => node[key] ?? []).filter((child) => child !== null);
  const enter = (node, parent) => {
    node.parent = parent;
    if (!byType.has(node.type)) byType.set(node.type, []);
    byType.get(node.type).push(node);
    for (const child of childrenOf(node)) enter(child, node);
  };
  enter(ast, undefined);
  return {
    text,
    jsx,
    ast,
    scopeManager,
    childrenOf,
    /** All nodes of a type, in the order of the text. */
    nodesOf: (type) => byType.get(type) ?? [],
    source: (node) => text.slice(node.range[0], node.range[1]),
  };
}

/** All nodes at and below a node; `isOwn` leaves out what stands in functions below it. */
export function* nodesBelow(file, node, isOwn = false) {
  yield node;
  for (const child of file.childrenOf(node)) {
    if (!isOwn || !isFunction(child)) yield* nodesBelow(file, child, isOwn);
  }
}

/** Whether some node of the same function fulfils a test. */
export function hasOwn(file, node, test) {
  for (const inner of nodesBelow(file, node, true)) if (test(inner)) return true;
  return false;
}

/** Builds a question about a file that is answered once. */
export function oncePerFile(answer) {
  const known = new WeakMap();
  return (file) => {
    if (!known.has(file)) known.set(file, answer(file));
    return known.get(file);
  };
}
