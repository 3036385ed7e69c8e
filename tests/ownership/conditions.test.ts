import { describe, expect, test } from "vitest";

import type { FileFacts } from "../../src/facts/file-facts.ts";
import type { Edge, Step } from "../../src/flow/graph.ts";
import { knownAfter, knownConditions, knownOnEdge, type Known } from "../../src/subjects/way/conditions.ts";
import { collectAsked, factsOf, nodeOf } from "../support/file-facts.ts";

const NOTHING: Known = new Map();

function edge(file: FileFacts, index: number, kind: "true" | "false"): Edge {
  const condition = collectAsked(file)[index];
  if (condition === undefined) throw new Error("No such condition.");
  return { kind, condition } as Edge;
}

/** Takes the first condition as true, and answers which outcomes of the second are still open. */
function open(code: string): string {
  const file = factsOf(code);
  const known = knownOnEdge(file, NOTHING, edge(file, 0, "true"));
  if (known === undefined) throw new Error("The first condition contradicts nothing.");
  return (["true", "false"] as const).filter((kind) => knownOnEdge(file, known, edge(file, 1, kind)) !== undefined).join(" or ");
}

describe("a condition that was true before", () => {
  test.each([
    ["true", "the same", "ask(own); ask(own);"],
    ["false", "its opposite", "ask(own); ask(!own);"],
    ["true", "its opposite, twice over", "ask(own); ask(!!own);"],
    ["true", "a truth test of it", "ask(own); ask(Boolean(own));"],
    ["true", "the field by another name", "class A { f() { const self = this; ask(this.own); ask(self.own); } }"],
    ["true", "a constant that is a test of it", "function f(given) { const own = !given; ask(own); ask(!given); }"],
    ["false", "a constant that is the opposite test", "function f(given) { const own = !given; ask(own); ask(given); }"],
    ["true", "a test for presence after one for truth", "ask(handle); ask(handle !== undefined);"],
    ["false", "a test for absence after one for truth", "ask(handle); ask(handle == null);"],
    ["false", "a test for presence after one for absence", "ask(handle === null); ask(handle);"],
    ["false", "`typeof` undefined after a test for truth", "ask(handle); ask(typeof handle === 'undefined');"],
    ["true", "the same comparison", "ask(mode === 'own'); ask(mode === 'own');"],
    ["false", "the opposite comparison", "ask(mode === 'own'); ask(mode !== 'own');"],
    ["false", "a comparison with another value", "ask(mode === 'own'); ask(mode === 'given');"],
    ["true", "that it is not another value", "ask(mode === 'own'); ask(mode !== 'given');"],
    ["true", "the same text in other quotes", "ask(mode === 'own'); ask(mode === \"own\");"],
    ["true", "a test for truth after one for a value that is true", "ask(mode === 'own'); ask(mode);"],
    ["false", "a test for truth after one for a value that is false", "ask(count === 0); ask(count);"],
    ["false", "a value that is true after a test for absence", "ask(mode === undefined); ask(mode === 'own');"],
    ["true", "a test for null after one for undefined", "ask(handle === undefined); ask(handle !== null);"],
    ["false", "a test for undefined after one for null", "ask(handle === null); ask(handle === undefined);"],
    ["true", "a test for either after one for null", "ask(handle === null); ask(handle == undefined);"],
    ["true", "behind an assertion", "ask(own); ask((own as boolean)!);"],

    ["true or false", "another name", "ask(own); ask(other);"],
    ["true or false", "another field", "class A { f() { ask(this.own); ask(this.other); } }"],
    ["true or false", "a member of it", "ask(own); ask(own.x);"],
    ["true or false", "a comparison with what has no text", "ask(mode === own); ask(mode === given);"],
    ["true or false", "the same call, which may answer differently", "ask(isOwn()); ask(isOwn());"],
    ["true or false", "an order", "ask(a < b); ask(a < b);"],
    ["true or false", "a constant that is no test", "const own = make(); ask(own); ask(make());"],
    ["true or false", "a variable that shadows it", "function f(x) { ask(x); { const x = 1; ask(x); } }"],
  ])("leaves %s open for %s", (expected, _, code) => {
    expect(open(code)).toBe(expected);
  });

  test("an edge that tests nothing rules nothing out", () => {
    const file = factsOf("ask(own);");
    expect(knownOnEdge(file, NOTHING, { kind: "normal" } as Edge)).toBe(NOTHING);
  });
});

describe("a step", () => {
  const known = (code: string): Known => {
    const file = factsOf(code);
    return knownOnEdge(file, NOTHING, edge(file, 0, "true")) ?? NOTHING;
  };
  const after = (code: string, text: string): number | "taught true" | "taught false" => {
    const file = factsOf(code);
    const before = knownOnEdge(file, NOTHING, edge(file, 0, "true")) ?? NOTHING;
    const next = knownAfter(file, before, { action: "assign", node: nodeOf(file, text), mayThrow: false } satisfies Step);
    const values = [...(next?.values() ?? [])];
    return values.length === 0 ? 0 : values[0] === true && known(code).size === 1 && next === before ? 1 : values[0] === true ? "taught true" : "taught false";
  };

  test.each([
    ["an assignment of what is unknown", "let own; ask(own); own = make();", "own = make()", 0],
    ["an update", "let own; ask(own); own--;", "own--", 0],
    ["a compound assignment", "let own; ask(own); own &&= make();", "own &&= make()", 0],
    ["an assignment of the object around it", "let state; ask(state.own); state = make();", "state = make()", 0],
    ["an assignment of what is compared", "let mode; ask(mode === 'own'); mode = make();", "mode = make()", 0],
    ["an assignment of null", "let own; ask(own); own = null;", "own = null", "taught false"],
    ["an assignment of undefined", "let own; ask(own); own = undefined;", "own = undefined", "taught false"],
    ["an assignment of an object", "let own; ask(own); own = {};", "own = {}", "taught true"],
    ["a field's assignment", "class A { f() { ask(this.own); this.own = false; } }", "this.own = false", "taught false"],
  ] as const)("forgets by %s", (_, code, text, expected) => {
    expect(after(code, text)).toBe(expected);
  });

  const openAfter = (code: string, text: string): string => {
    const file = factsOf(code);
    const next = knownAfter(file, NOTHING, { action: "assign", node: nodeOf(file, text), mayThrow: false }) ?? NOTHING;
    return (["true", "false"] as const).filter((kind) => knownOnEdge(file, next, edge(file, 0, kind)) !== undefined).join(" or ");
  };

  test.each([
    ["true", "a variable without a value is not null", "let own; ask(own !== null);", "own"],
    ["false", "nor is it there", "let own; ask(own);", "own"],
    ["true", "but undefined", "let own; ask(own === undefined);", "own"],
    ["true", "a variable that is given undefined for good is not null", "let own = undefined; ask(own !== null);", "own = undefined"],
    ["true", "and neither", "let own; ask(own == null);", "own"],
    ["false", "an assigned null is not undefined", "let own; own = null; ask(own === undefined);", "own = null"],
    ["true", "an assigned text is that text", "let own; own = 'open'; ask(own === 'open');", "own = 'open'"],
    ["false", "and no other", "let own; own = 'open'; ask(own === 'shut');", "own = 'open'"],
    ["true", "what a call of Node gives is there", "import { openSync } from 'node:fs'; let own; own = openSync('/'); ask(own);", "own = openSync('/')"],
    ["true", "and also when it was awaited", "import { open } from 'node:fs/promises'; const own = await open('/'); ask(own != null);", "own = await open('/')"],
    ["true or false", "what a call of others gives may be empty", "const own = openSync('/'); ask(own);", "own = openSync('/')"],
    ["true or false", "what an inner function fills may be there", "function f() { let own; run(() => { own = make(); }); ask(own); }", "own"],
    ["true or false", "the element of a loop is its own", "for (let own of list) ask(own);", "own"],
  ])("leaves %s open: %s", (expected, _, code, text) => {
    expect(openAfter(code, text)).toBe(expected);
  });

  test.each([
    ["a method of what is undefined", "ask(own === undefined); own.close();", "own.close()", false],
    ["what is null, called", "ask(own === null); own();", "own()", false],
    ["a method of what is there", "ask(own); own.close();", "own.close()", true],
    ["a method of what may be a number", "ask(!own); own.toFixed();", "own.toFixed()", true],
    ["a method of something else", "ask(own === null); other.close();", "other.close()", true],
    ["an optional call", "ask(own === null); own?.();", "own?.()", true],
    ["an optional chain", "ask(own === null); own?.close();", "own?.close()", true],
  ])("%s", (_, code, text, completes) => {
    const file = factsOf(code);
    const before = knownOnEdge(file, NOTHING, edge(file, 0, "true")) ?? NOTHING;
    expect(knownAfter(file, before, { action: "evaluate", node: nodeOf(file, text), mayThrow: true }) !== undefined).toBe(completes);
  });

  test.each([
    ["another variable", "let own, other; ask(own); other = make();", "other = make()"],
    ["a member of it", "let own; ask(own); own.x = make();", "own.x = make()"],
    ["a computed member", "let own; ask(own); list[0] = make();", "list[0] = make()"],
  ])("keeps what is known when %s is written", (_, code, text) => {
    expect([...known(code).values()]).toEqual([true]);
    expect(after(code, text)).not.toBe(0);
    expect(after(code, text)).not.toBe("taught false");
  });

  test("a call forgets nothing: only writes count", () => {
    const file = factsOf("class A { f() { ask(this.own); reset(); } }");
    const before = knownOnEdge(file, NOTHING, edge(file, 0, "true")) ?? NOTHING;
    expect(knownAfter(file, before, { action: "evaluate", node: nodeOf(file, "reset()"), mayThrow: true })).toBe(before);
  });
});

describe("where paths meet", () => {
  const one: Known = new Map([["a", true], ["b", true]]);
  const other: Known = new Map([["a", true], ["b", false]]);

  test("what agrees is known", () => {
    expect(knownConditions.join(one, other)).toEqual(new Map([["a", true]]));
    expect(knownConditions.join(one, NOTHING)).toEqual(NOTHING);
    expect(knownConditions.join(new Map([["a", "undefined"]]), new Map([["a", "null"]]))).toEqual(new Map([["a", false]]));
    expect(knownConditions.join(new Map([["a", "undefined"]]), new Map([["a", true]]))).toEqual(NOTHING);
  });

  test("a place that no path reaches adds nothing", () => {
    expect(knownConditions.join(knownConditions.bottom, one)).toBe(one);
    expect(knownConditions.join(one, knownConditions.bottom)).toBe(one);
    expect(knownConditions.equals(knownConditions.bottom, knownConditions.bottom)).toBe(true);
    expect(knownConditions.equals(knownConditions.bottom, NOTHING)).toBe(false);
  });

  test("equal is what knows the same", () => {
    expect(knownConditions.equals(one, new Map([["b", true], ["a", true]]))).toBe(true);
    expect(knownConditions.equals(one, other)).toBe(false);
    expect(knownConditions.equals(one, new Map([["a", true]]))).toBe(false);
  });
});
