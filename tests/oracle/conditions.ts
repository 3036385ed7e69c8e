/** Conditions of generated programs: settings that stay, calls that answer anew, tests of handles, flags. */
import fc from "fast-check";

import type { Handle, Scope, Writer } from "./writer.ts";

export type Condition = (writer: Writer, scope: Scope) => string;

const slot = fc.nat({ max: 1 });

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Condition>(() => "o.a", () => "o.b", () => "a") },
  { weight: 2, arbitrary: fc.constant<Condition>((writer) => `check(${String(writer.next())})`) },
  { weight: 1, arbitrary: fc.constantFrom<Condition>(() => "o.k === 1", () => "o.k !== 2", () => 'typeof o.k === "undefined"') },
  { weight: 3, arbitrary: fc.tuple(slot, fc.constantFrom("$", "$ !== null", "$ != null", "$ === undefined", "Boolean($)")).map(([at, test]): Condition => (writer, scope) => testOf(writer, scope, scope.handles.get(at), test)) },
  { weight: 2, arbitrary: fc.constant<Condition>((_, scope) => scope.flags.at(-1) ?? "o.a") },
);

/** A handle that is there for sure is not asked for: nobody does, and the engine knows it of one handle at a time. */
function testOf(writer: Writer, scope: Scope, handle: Handle | undefined, test: string): string {
  return handle?.mayBeEmpty === true ? test.replace("$", writer.asked(handle, scope, emptyIn(test))) : "o.b";
}

/** The empty value that a test tells from the other one. */
function emptyIn(test: string): "undefined" | "null" | undefined {
  const [, empty] = /[!=]== (undefined|null)/.exec(test) ?? [];
  return empty === "undefined" || empty === "null" ? empty : undefined;
}

/** A condition of at most two levels. */
export const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  { weight: 2, arbitrary: leaf.map((inner): Condition => (writer, scope) => `!(${inner(writer, scope)})`) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf, fc.constantFrom("&&", "||")).map(([left, right, operator]): Condition => (writer, scope) => `${left(writer, scope)} ${operator} ${right(writer, scope)}`) },
);
