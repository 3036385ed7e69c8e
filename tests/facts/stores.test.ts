import { describe, expect, test } from "vitest";

import { askedIn, factsOf } from "../support/file-facts.ts";

/** The texts of the values written to the place of the argument of `ask`; `-` where a write has no one value. */
function stored(code: string): readonly string[] {
  const file = factsOf(code);
  const place = file.places.placeOf(askedIn(file));
  if (place === undefined) throw new Error("Not a place.");
  return file.stores.storesTo(place).map(({ value }) => (value === undefined ? "-" : file.sourceCode.getText(value as never)));
}

function annotated(code: string): string | undefined {
  const file = factsOf(code);
  const place = file.places.placeOf(askedIn(file));
  const annotation = place === undefined ? undefined : file.stores.annotationOf(place);
  return annotation === undefined ? undefined : file.sourceCode.getText(annotation);
}

describe("the values written to a place", () => {
  test.each([
    ["a declaration", "let x = 1; ask(x);", ["1"]],
    ["a declaration and an assignment", "let x = 1; function f() { x = 2; } ask(x);", ["1", "2"]],
    ["a declaration without a value", "let x; x = 2; ask(x);", ["2"]],
    ["a compound assignment", "let x = 1; x += 2; ask(x);", ["1", "-"]],
    ["a logical assignment", "let x; x ??= make(); ask(x);", ["make()"]],
    ["a field initialiser and an assignment", "class A { x = 1; set() { this.x = 2; } get() { ask(this.x); } }", ["2", "1"]],
    ["a private field", "class A { #x = 1; get() { ask(this.#x); } }", ["1"]],
    ["a static field", "class A { static x = 1; } A.x = 2; ask(A.x);", ["2", "1"]],
    ["an accessor field", "class A { accessor x = 1; get() { ask(this.x); } }", ["1"]],
    ["an assignment through `self`", "class A { set() { const self = this; on(function () { self.x = 2; }); } get() { ask(this.x); } }", ["2"]],
    ["an assignment in the constructor function", "function A() { this.x = 1; } A.prototype.get = function () { ask(this.x); };", ["1"]],
    ["a destructuring assignment", "let x; ({ x } = make()); ask(x);", ["-"]],
    ["a destructuring assignment with a default, a rest and a list", "let x; ({ a: [, x = 1], ...others } = make()); ask(x);", ["-"]],
    ["a destructuring declaration with a default", "const { x = 1 } = options; ask(x);", ["-"]],
    ["a parameter", "function f(x) { x = 2; ask(x); }", ["-", "2"]],
    ["a parameter property", "class A { constructor(private x: number) {} get() { ask(this.x); } }", ["-"]],
    ["a parameter property with a default", "class A { constructor(private x = 1) {} get() { ask(this.x); } }", ["1"]],
    ["a member under a symbol", "const s = Symbol('s'); class A { set() { this[s] = 1; } get() { ask(this[s]); } }", ["1"]],
    ["a member behind an assertion", "const a = make(); (a as Shape).x = 1; ask(a.x);", ["1"]],
    ["a global", "x = 1; ask(x);", ["1"]],
    ["a property of an object that is assigned", "class A { set() { this.state = { x: 1 }; } get() { ask(this.state.x); } }", ["1"]],
    ["a property of an object", "const a = { x: 1 }; a.x = 2; ask(a.x);", ["1", "2"]],
    ["a property two deep", "const a = { b: { x: 1 } }; ask(a.b.x);", ["1"]],
    ["a property of an object in a field", "class A { state = { x: 1 }; get() { ask(this.state.x); } }", ["1"]],
    ["a member of an object that an alias names", "const a = { b: {} }; const { b } = a; b.x = 1; ask(a.b.x);", ["1"]],
    ["the loop variable of `for of`", "for (const x of list()) ask(x);", ["-"]],
    ["a variable that a loop writes", "let x = null; for (x of list()) use(x); ask(x);", ["null", "-"]],
    ["a field that a loop writes", "class A { run() { for (this.x of list()) use(); } get() { ask(this.x); } }", ["-"]],
  ])("%s", (_, code, expected) => {
    expect([...stored(code)].sort()).toEqual([...expected].sort());
  });

  test.each([
    ["another variable of the name", "const x = 1; function f() { const x = 2; ask(x); }", ["2"]],
    ["the field of another class", "class A { x = 1; } class B { x = 2; get() { ask(this.x); } }", ["2"]],
    ["the member under another symbol", "const s = Symbol('s'); const t = Symbol('s'); class A { set() { this[s] = 1; } get() { ask(this[t]); } }", []],
    ["a static field of the name", "class A { static x = 1; get() { ask(this.x); } }", []],
    ["a longer place", "const a = make(); a.x.y = 1; ask(a.x);", []],
    ["an import", "import { x } from 'x'; ask(x);", []],
    ["an update", "let x = 1; x++; ask(x);", ["1"]],
    ["an object of over two hundred properties", `const a = { ${Array.from({ length: 201 }, (_, index) => `p${String(index)}: 1`).join(", ")} }; ask(a.p0);`, []],
  ])("not %s", (_, code, expected) => {
    expect(stored(code)).toEqual(expected);
  });
});

describe("the type a place is declared with", () => {
  test.each([
    ["a variable", "let x: Mutex = make(); ask(x);", "Mutex"],
    ["a parameter", "function f(x: Mutex | null) { ask(x); }", "Mutex | null"],
    ["a field", "class A { private x?: Mutex; get() { ask(this.x); } }", "Mutex"],
    ["a static field", "class A { static x: Mutex; } ask(A.x);", "Mutex"],
    ["a parameter property", "class A { constructor(private readonly x: Mutex) {} get() { ask(this.x); } }", "Mutex"],
    ["a parameter property with a default", "class A { constructor(private x: Mutex = make()) {} get() { ask(this.x); } }", "Mutex"],
    ["none", "let x = make(); ask(x);", undefined],
  ])("%s", (_, code, expected) => {
    expect(annotated(code)).toBe(expected);
  });
});
