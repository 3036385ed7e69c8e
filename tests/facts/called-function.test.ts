import { describe, expect, test } from "vitest";

import { enclosingFunction, isFunction } from "../../src/syntax/tree.ts";
import { callOf, factsOf, nodeOf } from "../support/file-facts.ts";

/** The call that the comment `target()` inside a function marks is the one a test expects to be reached. */
function isReached(code: string, call: string): boolean {
  const file = factsOf(code);
  const target = enclosingFunction(callOf(file, "target()"));
  const called = file.functions.calledFunction(callOf(file, call));
  return called !== undefined && called === target;
}

describe("the function a call reaches", () => {
  test.each([
    ["by its name", "function f() { target(); } f();", "f()"],
    ["before its declaration", "f(); function f() { target(); }", "f()"],
    ["by a constant", "const f = () => { target(); }; f();", "f()"],
    ["by a constant that names another", "const g = () => { target(); }; const f = g; f();", "f()"],
    ["behind an assertion", "const f = (() => { target(); }) as Handler; f!();", "f!()"],
    ["where it is written", "(() => { target(); })();", "(() => { target(); })()"],
    ["a method by `this`", "class A { m() { target(); } n() { this.m(); } }", "this.m()"],
    ["a method by `this` in a callback", "class A { m() { target(); } n() { later(() => this.m()); } }", "this.m()"],
    ["a private method", "class A { #m() { target(); } n() { this.#m(); } }", "this.#m()"],
    ["a function field", "class A { m = () => { target(); }; n() { this.m(); } }", "this.m()"],
    ["a static method by the class", "class A { static m() { target(); } } A.m();", "A.m()"],
    ["a static method by `this`", "class A { static m() { target(); } static n() { this.m(); } }", "this.m()"],
    ["the static one where an instance has the name too", "class A { m() {} static m() { target(); } } A.m();", "A.m()"],
    ["a method of prototype style", "function A() {} A.prototype.m = function () { target(); }; A.prototype.n = function () { this.m(); };", "this.m()"],
    ["a static method of prototype style", "function A() {} A.m = function () { target(); }; A.m();", "A.m()"],
    ["a method of an object", "const a = { m() { target(); } }; a.m();", "a.m()"],
    ["a method of an object by `this`", "const a = { m() { target(); }, n() { this.m(); } };", "this.m()"],
    ["by `call`", "function f() { target(); } f.call(self);", "f.call(self)"],
    ["a method by `apply`", "class A { m() { target(); } n() { this.m.apply(this, []); } }", "this.m.apply(this, [])"],
    ["a method that is called `call`", "class A { call() { target(); } n() { this.call(); } }", "this.call()"],
    ["a method that is called `apply`", "const a = { apply() { target(); } }; a.apply();", "a.apply()"],
    ["through `useCallback`", "const f = useCallback(() => { target(); }, []); f();", "f()"],
    ["through `React.useCallback`", "const f = React.useCallback(() => { target(); }, []); f();", "f()"],
    ["the constructor by `new`", "class A { constructor() { target(); } } new A();", "new A()"],
    ["a constructor function by `new`", "function A() { target(); } new A();", "new A()"],
  ])("%s", (_, code, call) => {
    expect(isReached(code, call)).toBe(true);
  });

  test.each([
    ["a variable that is written again", "let f = () => { target(); }; f = other; f();", "f()"],
    ["a parameter", "function g(f = () => { target(); }) { f(); }", "f()"],
    ["the function whose parameter is called", "function g(f) { target(); f(); }", "f()"],
    ["the function whose parameter has the method", "function G(a) { a.m(); } G.m = function () { target(); };", "a.m()"],
    ["a name that is shadowed", "function f() { target(); } function g(f) { f(); }", "f()"],
    ["a function declared twice", "function f() { target(); } function f() {} f();", "f()"],
    ["a method that is defined twice", "class A { m() { target(); } n() { this.m(); } } A.prototype.m = function () {};", "this.m()"],
    ["an instance method by the class", "class A { m() { target(); } } A.m();", "A.m()"],
    ["an instance method by the name of a constructor function", "function A() {} A.prototype.m = function () { target(); }; A.m();", "A.m()"],
    ["a method of an object that is replaced", "let a = { m() { target(); } }; a = other; a.m();", "a.m()"],
    ["a getter, whose value is called", "class A { get m() { target(); return f; } n() { this.m(); } }", "this.m()"],
    ["a getter of an object", "const a = { get m() { target(); return f; } }; a.m();", "a.m()"],
    ["a method of another object", "class A { m() { target(); } n(other) { other.m(); } }", "other.m()"],
    ["a computed member", "const a = { m() { target(); } }; a[name]();", "a[name]()"],
    ["an imported function", "import { f } from './f'; f(); function g() { target(); }", "f()"],
    ["what a function gives", "const f = make(() => { target(); }); f();", "f()"],
    ["a class without constructor by `new`", "class A { m() { target(); } } new A();", "new A()"],
  ])("not %s", (_, code, call) => {
    expect(isReached(code, call)).toBe(false);
  });
});

describe("the function an expression is", () => {
  test.each([
    ["a method", "class A { m() { target(); } n() { on(this.m); } }", "this.m"],
    ["a bound method", "class A { m() { target(); } n() { on(this.m.bind); } }", "this.m.bind"],
    ["a constant", "const f = () => { target(); }; on(f as any);", "f as any"],
  ])("%s", (_, code, text) => {
    const file = factsOf(code);
    const value = file.functions.functionValueOf(nodeOf(file, text));
    expect(value).toBe(enclosingFunction(callOf(file, "target()")));
  });

  test("variables that name each other are none", () => {
    const file = factsOf("const a = b; const b = a; a();");
    expect(file.functions.functionValueOf(nodeOf(file, "a", -1))).toBeUndefined();
  });

  test("a tag reaches its function", () => {
    const file = factsOf("const sql = (parts) => parts; sql`select`;");
    const tagged = file.program.body.flatMap((statement) => (statement.type === "ExpressionStatement" ? [statement.expression] : []))[0];
    if (tagged?.type !== "TaggedTemplateExpression") throw new Error("Not the tag.");
    expect(isFunction(file.functions.calledFunction(tagged))).toBe(true);
  });
});
