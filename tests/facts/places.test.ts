import { describe, expect, test } from "vitest";

import { describePlace } from "../../src/facts/places.ts";
import { askedIn, collectAsked, factsOf, nodeOf } from "../support/file-facts.ts";

function asked(code: string): string | undefined {
  const file = factsOf(code);
  const place = file.places.placeOf(askedIn(file));
  return place === undefined ? undefined : describePlace(place);
}

describe("the place an expression names", () => {
  test.each([
    ["a module variable", "const cache = new Map(); ask(cache);", "cache"],
    ["a member of a variable", "const state = { cache: {} }; ask(state.cache.entries);", "state.cache.entries"],
    ["a global", "ask(process.env);", "process.env"],
    ["a field", "class A { get() { ask(this.streams); } }", "this.streams"],
    ["a private field", "class A { #streams = 1; get() { ask(this.#streams); } }", "this.#streams"],
    ["a field in an arrow function of a method", "class A { get() { later(() => ask(this.streams)); } }", "this.streams"],
    ["a field in an arrow function that is a field", "class A { get = () => ask(this.streams); }", "this.streams"],
    ["a field in a field initialiser", "class A { size = ask(this.streams); }", "this.streams"],
    ["a static field by the name of its class", "class Cache { static entries = 1; } ask(Cache.entries);", "Cache.entries"],
    ["a static field by `this` in a static method", "class Cache { static get() { ask(this.entries); } }", "Cache.entries"],
    ["a static field by `this` in a static block", "class Cache { static { ask(this.entries); } }", "Cache.entries"],
    ["a static field of an anonymous class", "register(class { static get() { ask(this.entries); } });", "this.entries"],
    ["a member by a literal key", "const state = {}; ask(state['cache']);", "state.cache"],
    ["a member by a well-known symbol", "class A { get() { ask(this[Symbol.iterator]); } }", "this[iterator]"],
    ["a member by a symbol of the file", "const entries = Symbol('entries'); class A { get() { ask(this[entries]); } }", "this[entries]"],
    ["a field of an object with methods", "const pool = { get() { ask(this.free); } };", "this.free"],
    ["a field in a function added to a prototype", "function Pool() {} Pool.prototype.get = function () { ask(this.free); };", "this.free"],
    ["a field in a prototype object", "function Pool() {} Pool.prototype = { get() { ask(this.free); } };", "this.free"],
    ["a field behind assertions", "class A { get() { ask((this.streams as Map)!); } }", "this.streams"],
    ["a field behind an optional chain", "class A { get() { ask(this?.streams); } }", "this.streams"],
    ["a property of a parameter", "function f(options) { ask(options.cache); }", "options.cache"],
  ])("%s", (_, code, expected) => {
    expect(asked(code)).toBe(expected.replace("this[iterator]", "this.[iterator]"));
  });

  test.each([
    ["a call", "ask(make());"],
    ["a literal", "ask('text');"],
    ["a member of what a call gives", "ask(make().cache);"],
    ["a member that is computed at run time", "const state = {}; ask(state[name()]);"],
    ["a member under a variable that holds no symbol", "const name = 'x'; const state = {}; ask(state[name]);"],
    ["`this` at the top level", "ask(this.cache);"],
    ["`this` in a static method that only the caller knows", "const f = registry.create = () => ask(this.x);"],
  ])("none for %s", (_, code) => {
    expect(asked(code)).toBeUndefined();
  });
});

describe("two names of one place", () => {
  test.each([
    ["`self`", "class A { get() { const self = this; ask(this.streams); later(function () { ask(self.streams); }); } }"],
    ["destructured `this`", "class A { get() { const { streams } = this; ask(streams); ask(this.streams); } }"],
    ["destructured under another name", "class A { get() { const { streams: all } = this; ask(all); ask(this.streams); } }"],
    ["destructured two deep", "class A { get() { const { state: { streams } } = this; ask(streams); ask(this.state.streams); } }"],
    ["an alias of an alias", "const a = { b: { c: 1 } }; const b = a.b; const c = b.c; ask(c); ask(a.b.c);"],
    ["two methods of a class", "class A { put() { ask(this.streams); } get() { ask(this.streams); } }"],
    ["the constructor and a method of prototype style", "function A() { ask(this.streams); } A.prototype.get = function () { ask(this.streams); };"],
    ["two methods of an object literal", "const a = { put() { ask(this.streams); }, get() { ask(this.streams); } };"],
    ["a function bound to `this`", "class A { get() { ask(this.streams); on(function () { ask(this.streams); }.bind(this)); } }"],
    ["a callback followed by `this`", "class A { get() { ask(this.streams); xs.forEach(function () { ask(this.streams); }, this); } }"],
    ["static by name and by `this`", "class A { static put() { ask(this.streams); } get() { ask(A.streams); } }"],
    ["a class that is kept in a variable", "const A = class { put() { ask(this.streams); } get() { ask(this.streams); } };"],
    ["a function expression as class", "const A = function () { ask(this.x); }; A.prototype.get = function () { ask(this.x); };"],
    ["`Object.assign` on a prototype", "function A() { ask(this.x); } Object.assign(A.prototype, { get() { ask(this.x); } });"],
  ])("%s", (_, code) => {
    const file = factsOf(code);
    const keys = collectAsked(file).map((node) => file.places.placeOf(node)?.key);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBeDefined();
    expect(keys[0]).toBe(keys[1]);
  });
});

describe("two places of like names", () => {
  test.each([
    ["the same field of two classes", "class A { get() { ask(this.x); } } class B { get() { ask(this.x); } }"],
    ["an instance field and a static one", "class A { static get() { ask(this.x); } put() { ask(this.x); } }"],
    ["a field and a private field", "class A { get() { ask(this.x); ask(this.#x); } #x = 1; }"],
    ["a variable and one that shadows it", "const x = 1; ask(x); function f() { const x = 2; ask(x); }"],
    ["a plain function's `this`", "class A { get() { ask(this.x); on(function () { ask(this.x); }); } }"],
    ["a function bound to something else", "class A { get() { ask(this.x); on(function () { ask(this.x); }.bind(other)); } }"],
    ["an alias that is written again", "class A { get() { let x = this.x; x = 1; ask(x); ask(this.x); } }"],
    ["a global and a local of its name", "ask(process); function f(process) { ask(process); }"],
    ["what a default may have replaced", "class A { get() { const { x = 1 } = this; ask(x); ask(this.x); } }"],
    ["two symbols of one description", "const a = Symbol('x'); const b = Symbol('x'); class A { get() { ask(this[a]); ask(this[b]); } }"],
    ["objects with methods inside each other", "const a = { get() { ask(this.x); }, b: { get() { ask(this.x); } } };"],
  ])("%s", (_, code) => {
    const file = factsOf(code);
    const keys = collectAsked(file).map((node) => file.places.placeOf(node)?.key);
    expect(keys).toHaveLength(2);
    expect(keys[0]).not.toBe(keys[1]);
  });
});

test("a write names the variable itself, not what it is an alias of", () => {
  const file = factsOf("const state = { x: 1 }; const x = state.x; use(x);");
  const use = nodeOf(file, "x", -1);
  expect(file.places.placeOf(use)?.path).toEqual(["x"]);
  expect(file.places.writtenPlaceOf(use)?.path).toEqual([]);
});

test("an alias that names itself has an answer too", () => {
  expect(asked("const a = b; const b = a; ask(a.x);")).toBeDefined();
});

describe("the place whose member another is", () => {
  test.each([
    ["a variable's", "const a = {}; ask(a.b); ask(a);"],
    ["a global's", "ask(process.env); ask(process);"],
    ["a member's", "const a = {}; ask(a.b.c); ask(a.b);"],
    ["a field's", "class A { f() { ask(this.a.b); ask(this.a); } }"],
    ["an object's", "class A { f() { ask(this.a); ask(this); } }"],
    ["a class's", "class A { static f() { ask(this.a); ask(this); } }"],
    ["one under a symbol", "const s = Symbol('s'); class A { f() { ask(this[s].b); ask(this[s]); } }"],
  ])("%s", (_, code) => {
    const file = factsOf(code);
    const [member, holder] = collectAsked(file).map((node) => file.places.placeOf(node));
    if (member === undefined || holder === undefined) throw new Error("Not a place.");
    expect(file.places.holderOf(member)?.key).toBe(holder.key);
  });

  test.each([
    ["a variable", "const a = {}; ask(a);"],
    ["a global", "ask(process);"],
    ["an object", "class A { f() { ask(this); } }"],
  ])("none for %s", (_, code) => {
    const file = factsOf(code);
    const place = file.places.placeOf(askedIn(file));
    expect(place).toBeDefined();
    expect(place && file.places.holderOf(place)).toBeUndefined();
  });
});
