/** Statements of generated programs about handles: how they come, go, change their name, and get away. */
import fc from "fast-check";

import { condition } from "./conditions.ts";
import type { Handle, Scope, Statement, Writer } from "./writer.ts";

export const slot = fc.nat({ max: 1 });

export type Acquiring = "const" | "let" | "maybe" | "nullish" | "using" | "discard";

/** Declares a variable for a slot that has none, or gives it another handle. */
export function acquire(writer: Writer, scope: Scope, at: number, how: Acquiring, test = "o.a"): string {
  const kind = writer.kindOf(at);
  if (kind.isAsync && !scope.isAsync) return "";
  const known = scope.handles.get(at);
  const call = kind.acquire(writer.next());
  if (how === "discard") return kind.isProvenByRelease ? "" : `${call};`;
  if (known !== undefined) return known.isConst ? "" : writeTo(writer, scope, known, how === "nullish" ? "??=" : "=", call);
  const keyword = how === "using" && kind.isDisposable ? (kind.isAsync ? "await using" : "using") : how === "let" || how === "nullish" ? "let" : "const";
  const handle = declare(writer, scope, at, { isConst: keyword !== "let", mayBeEmpty: keyword === "let" || how === "maybe" });
  return `${keyword} ${handle.name} = ${how === "maybe" ? `${test} ? ${call} : null` : call};`;
}

function writeTo(writer: Writer, scope: Scope, handle: Handle, operator: string, value: string): string {
  writer.touch(handle.name);
  const isOuter = handle.depth !== scope.depth;
  return `${handle.name} ${operator} ${isOuter && writer.mode === "run" ? `from("outer variable", ${value})` : value};`;
}

/** Declares a variable without a handle. */
export function declareEmpty(writer: Writer, scope: Scope, at: number, init: string): string {
  return scope.handles.has(at) ? "" : `let ${declare(writer, scope, at, { isConst: false, mayBeEmpty: true }).name}${init};`;
}

function declare(writer: Writer, scope: Scope, at: number, how: Pick<Handle, "isConst" | "mayBeEmpty">): Handle {
  const handle = { name: `h${String(writer.next())}`, ...how, kind: writer.kindOf(at), depth: scope.depth };
  scope.handles.set(at, handle);
  return handle;
}

export type Releasing = "plain" | "if there" | "tested" | "caught" | "twice" | "function" | "perhaps by function";
export const releasing = fc.constantFrom<Releasing>("plain", "plain", "plain", "if there", "if there", "tested", "caught", "twice", "function", "perhaps by function");

export function release(writer: Writer, scope: Scope, at: number, how: Releasing): string {
  const handle = scope.handles.get(at);
  if (handle === undefined || (handle.kind.isAsync && !scope.isAsync)) return "";
  writer.touch(handle.name);
  const { name, kind } = handle;
  const there = writer.there(handle, scope);
  const plain = `${kind.release(there)};`;
  const awaited = kind.isAsync ? "await " : "";
  switch (how) {
    case "plain":
      return plain;
    case "if there":
      return `${kind.releaseIfThere(name)};`;
    case "tested":
      return `if (${name}) ${plain}`;
    case "caught":
      return `try { ${plain} } catch { console.log(1); }`;
    case "twice":
      return `${plain}\n${plain}`;
    case "function":
      return `${awaited}end${String(at)}(${name});`;
    case "perhaps by function":
      return `${awaited}perhapsEnd${String(at)}(${name});`;
  }
}

/** Functions of the module that release what they are given, or perhaps do. */
export function helpersOf(writer: Writer, at: number): string {
  const kind = writer.kindOf(at);
  const head = kind.isAsync ? "async function" : "function";
  const mark = writer.markHere("helper", ["h"]);
  const param = writer.mode === "lint" ? "h" : "h0";
  const seen = writer.mode === "lint" ? "" : "const h = seen(h0);\n";
  const there = writer.mode === "lint" ? "h" : "there(h)";
  return [
    `${head} end${String(at)}(${param}) {\n${seen}${kind.release(there)};\n}`,
    `${head} perhapsEnd${String(at)}(${param}) {\n${seen}${mark}if (h && check(${String(900 + at)})) ${kind.release("h")};\n}`,
    `${head} look${String(at)}(${param}) {\n${seen}${kind.use(there, 910 + at)};\n}`,
  ].join("\n");
}

const withHandle = (write: (handle: Handle, writer: Writer, scope: Scope, at: number) => string): fc.Arbitrary<Statement> =>
  slot.map((at): Statement => (writer, scope) => {
    const handle = scope.handles.get(at);
    return handle === undefined ? "" : write(handle, writer, scope, at);
  });

const use = withHandle((handle, writer, scope, at) => {
  const { name, kind } = handle;
  const id = writer.next();
  if (kind.isAsync && !scope.isAsync) return "";
  return id % 3 === 0 ? `${kind.isAsync ? "await " : ""}look${String(at)}(${name});` : `${kind.use(writer.there(handle, scope), id)};`;
});

const alias = withHandle((handle, writer, scope, at) => {
  const name = `x${String(writer.next())}`;
  scope.handles.set(at, { ...handle, name, isConst: true, depth: scope.depth });
  return `const ${name} = ${handle.name};`;
});

const overwrite = withHandle((handle, writer, scope) => (handle.isConst ? "" : writeTo(writer, scope, handle, "=", "null")));

const box = withHandle(({ name }, writer, scope, at) => {
  const holder = `box${String(writer.next())}`;
  writer.touch(name);
  scope.boxes.set(at, `${holder}.h`);
  return `const ${holder} = ${writer.mark("object", [name], `{ h: ${name} }`)};`;
});

const releaseBox: fc.Arbitrary<Statement> = slot.map((at) => (writer, scope) => {
  const name = scope.boxes.get(at);
  const kind = writer.kindOf(at);
  return name === undefined || (kind.isAsync && !scope.isAsync) ? "" : `${kind.releaseIfThere(name)};`;
});

const giveAway: fc.Arbitrary<Statement> = fc
  .tuple(slot, fc.constantFrom("give($);", "o.kept = given($);", "kept = given($);", "list.push(given($));"))
  .map(([at, text]) => (writer, scope) => {
    const handle = scope.handles.get(at);
    if (handle === undefined) return "";
    writer.touch(handle.name);
    return text.replace(/given\(\$\)/, writer.watched("given", handle.name)).replace("$", handle.name);
  });

const returnHandle: fc.Arbitrary<Statement> = fc.tuple(slot, fc.constantFrom("$", "{ h: $ }", "[$]")).map(([at, text]) => (writer, scope) => {
  const handle = scope.handles.get(at);
  if (handle === undefined) return "";
  writer.touch(handle.name);
  return `return ${writer.mark(scope.depth === 0 ? "returned from a try" : "dropped by its caller", [handle.name], text.replace("$", handle.name))};`;
});

const returnRelease = withHandle((handle, writer) => {
  if (handle.kind.isAsync) return "";
  writer.touch(handle.name);
  return `return ${writer.mark("handed-on callback", [handle.name], `() => { ${handle.kind.release(handle.name)}; }`)};`;
});

/** Statements about a handle that stand for themselves. */
export const handleStatement: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(slot, fc.constantFrom<Acquiring>("const", "const", "let", "maybe", "nullish", "using", "discard"), condition).map(([at, how, test]): Statement => (writer, scope) => acquire(writer, scope, at, how, test(writer, scope))) },
  { weight: 1, arbitrary: fc.tuple(slot, fc.constantFrom("", " = null", " = undefined")).map(([at, init]): Statement => (writer, scope) => declareEmpty(writer, scope, at, init)) },
  { weight: 6, arbitrary: fc.tuple(slot, releasing).map(([at, how]): Statement => (writer, scope) => release(writer, scope, at, how)) },
  { weight: 3, arbitrary: use },
  { weight: 1, arbitrary: alias },
  { weight: 1, arbitrary: overwrite },
  { weight: 1, arbitrary: fc.oneof(box, releaseBox) },
  { weight: 1, arbitrary: giveAway },
  { weight: 1, arbitrary: fc.oneof(returnHandle, returnRelease) },
);
