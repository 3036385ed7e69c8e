/** The statement forms of generated programs, nested in one another. */
import fc from "fast-check";

import { condition, type Condition } from "./conditions.ts";
import { acquire, declareEmpty, handleStatement, release, releasing, slot, type Releasing } from "./handle-statements.ts";
import { nestedFunction } from "./nested-functions.ts";
import { inner, type Scope, type Statement, type Writer } from "./writer.ts";

const call = (write: (id: number, scope: Scope) => string): Statement => (writer, scope) => write(writer.next(), scope);

const simple: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(call((id) => `verify(${String(id)});`)) },
  { weight: 2, arbitrary: fc.constant(call((id, { isAsync }) => (isAsync ? `await load(${String(id)});` : `console.log(${String(id)});`))) },
  { weight: 1, arbitrary: fc.constant(call((id, { isGenerator }) => (isGenerator ? `yield ${String(id)};` : ""))) },
  { weight: 1, arbitrary: fc.constant<Statement>(() => "return;") },
  { weight: 1, arbitrary: fc.constant<Statement>(() => 'throw new Error("no");') },
  { weight: 1, arbitrary: fc.constant<Statement>(() => "const { b: setting = 1 } = o;\nconsole.log(setting);").map((write): Statement => (writer, scope) => `{ ${write(writer, scope)} }`) },
  { weight: 2, arbitrary: fc.nat({ max: 5 }).map((pick): Statement => (_, scope) => jump(scope, pick)) },
  { weight: 1, arbitrary: fc.constant<Statement>((writer, scope) => flag(writer, scope)) },
);

function jump({ inLoop, inSwitch, loops, labels }: Scope, pick: number): string {
  const jumps = [
    ...(inLoop || inSwitch ? ["break;"] : []),
    ...(inLoop ? ["continue;"] : []),
    ...loops.flatMap((label) => [`continue ${label};`, `break ${label};`]),
    ...labels.map((label) => `break ${label};`),
  ];
  return jumps[pick % Math.max(1, jumps.length)] ?? "";
}

/** Declares a flag, or sets the last one. */
function flag(writer: Writer, scope: Scope): string {
  const last = scope.flags.at(-1);
  if (last !== undefined) return `${last} = true;`;
  const name = `own${String(writer.next())}`;
  scope.flags.push(name);
  return `let ${name} = false;`;
}

type Shape = "straight" | "finally" | "finally around" | "catch and after" | "caught" | "flag" | "conditional";

/** A handle with a shape of code around it that is meant to release it; what stands in between may go wrong. */
function held(writer: Writer, scope: Scope, at: number, shape: Shape, test: Condition, how: Releasing, body: readonly Statement[]): string {
  const own = { ...scope, handles: new Map([...scope.handles].filter(([other]) => other !== at)) };
  const text = heldText(writer, own, at, shape, test, how, body);
  return `{\n${text}\n}`;
}

function heldText(writer: Writer, scope: Scope, at: number, shape: Shape, test: Condition, how: Releasing, body: readonly Statement[]): string {
  const ending = (inside: Scope): string => release(writer, inside, at, how);
  switch (shape) {
    case "straight":
      return [acquire(writer, scope, at, "const"), writer.list(scope, body), ending(scope)].join("\n");
    case "finally":
      return `${acquire(writer, scope, at, "let")}\ntry ${writer.block(scope, body)} finally {\n${ending(scope)}\n}`;
    case "finally around": {
      const empty = declareEmpty(writer, scope, at, " = null");
      return `${empty}\ntry {\n${acquire(writer, scope, at, "const")}\n${writer.list(inner(scope), body)}\n} finally {\n${release(writer, scope, at, "if there")}\n}`;
    }
    case "catch and after":
      return `${acquire(writer, scope, at, "const")}\ntry ${writer.block(scope, body)} catch (error) {\n${ending(scope)}\nthrow error;\n}\n${ending(scope)}`;
    case "caught":
      return `${acquire(writer, scope, at, "const")}\ntry ${writer.block(scope, body)} catch {\nconsole.log(1);\n}\n${ending(scope)}`;
    case "flag": {
      const own = `own${String(writer.next())}`;
      const empty = declareEmpty(writer, scope, at, "");
      const start = `if (${test(writer, scope)}) {\n${acquire(writer, scope, at, "const")}\n${own} = true;\n}`;
      return `let ${own} = false;\n${empty}\n${start}\ntry ${writer.block(scope, body)} finally {\nif (${own}) {\n${release(writer, scope, at, "plain")}\n}\n}`;
    }
    case "conditional":
      return `${acquire(writer, scope, at, "maybe", test(writer, scope))}\n${writer.list(scope, body)}\n${release(writer, scope, at, "if there")}`;
  }
}

const LOOPS: readonly ((id: number, test: string) => string)[] = [
  (id) => `while (more(${String(id)}))`,
  (id) => `for (; more(${String(id)}); console.log(1))`,
  (id) => `for (const item of each(${String(id)}))`,
];

function loop(writer: Writer, scope: Scope, form: number, body: readonly Statement[]): string {
  const id = writer.next();
  const label = `l${String(writer.next())}`;
  const text = writer.block(scope, body, { inLoop: true, inSwitch: false, loops: [...scope.loops, label] });
  if (form === 3) return `${label}: do ${text} while (more(${String(id)}));`;
  if (form === 4) return `${label}: for (;;) {\nif (!more(${String(id)})) break;\n${text}\n}`;
  if (form === 5 && scope.isAsync) return `${label}: for await (const item of feed(${String(id)})) ${text}`;
  return `${label}: ${(LOOPS[form % LOOPS.length] as (typeof LOOPS)[number])(id, "")} ${text}`;
}

function choice(writer: Writer, scope: Scope, clauses: readonly (readonly Statement[])[], hasDefault: boolean, falls: boolean): string {
  const text = clauses.map((statements, index) => {
    const head = hasDefault && index === clauses.length - 1 ? "default" : `case ${String(index + 1)}`;
    return `${head}: ${writer.block(scope, statements, { inSwitch: true })}${falls ? "" : "\nbreak;"}`;
  });
  return `switch (o.k) {\n${text.join("\n")}\n}`;
}

/** A statement of any form; lists of them are program bodies. */
export const { statement } = fc.letrec<{ statement: Statement; statements: Statement[] }>((tie) => {
  const body = tie("statements");
  const nested: fc.Arbitrary<Statement> = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(slot, fc.constantFrom<Shape>("straight", "finally", "finally around", "catch and after", "caught", "flag", "conditional"), condition, releasing, body).map(([at, shape, test, how, list]): Statement => (writer, scope) => held(writer, scope, at, shape, test, how, list)) },
    { weight: 3, arbitrary: fc.tuple(condition, body).map(([test, list]): Statement => (writer, scope) => `if (${test(writer, scope)}) ${writer.block(scope, list)}`) },
    { weight: 2, arbitrary: fc.tuple(condition, body, body).map(([test, one, other]): Statement => (writer, scope) => `if (${test(writer, scope)}) ${writer.block(scope, one)} else ${writer.block(scope, other)}`) },
    { weight: 2, arbitrary: fc.tuple(body, body).map(([list, handler]): Statement => (writer, scope) => `try ${writer.block(scope, list)} catch ${writer.block(scope, handler)}`) },
    { weight: 2, arbitrary: fc.tuple(body, body).map(([list, last]): Statement => (writer, scope) => `try ${writer.block(scope, list)} finally ${writer.block(scope, last)}`) },
    { weight: 1, arbitrary: fc.tuple(body, body, body).map(([list, handler, last]): Statement => (writer, scope) => `try ${writer.block(scope, list)} catch (error) ${writer.block(scope, handler)} finally ${writer.block(scope, last)}`) },
    { weight: 3, arbitrary: fc.tuple(fc.nat({ max: 5 }), body).map(([form, list]): Statement => (writer, scope) => loop(writer, scope, form, list)) },
    { weight: 1, arbitrary: fc.tuple(fc.array(body, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean()).map(([clauses, hasDefault, falls]): Statement => (writer, scope) => choice(writer, scope, clauses, hasDefault, falls)) },
    { weight: 1, arbitrary: body.map((list): Statement => (writer, scope) => {
      const label = `b${String(writer.next())}`;
      return `${label}: ${writer.block(scope, list, { labels: [...scope.labels, label] })}`;
    }) },
    { weight: 3, arbitrary: nestedFunction(body) },
  );
  return {
    statement: fc.oneof({ maxDepth: 3, depthSize: "medium", withCrossShrink: true }, { weight: 3, arbitrary: simple }, { weight: 4, arbitrary: handleStatement }, { weight: 4, arbitrary: nested }),
    statements: fc.array(tie("statement"), { minLength: 1, maxLength: 4, size: "max" }),
  };
});
