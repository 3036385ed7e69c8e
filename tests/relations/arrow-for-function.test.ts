import { describe, expect, test } from "vitest";

import { textAfter } from "./changes.ts";

const arrowed = (text: string): string | undefined => textAfter("arrow-for-function", text);

describe("arrows for function expressions", () => {
  test.each([
    ["an argument", "a.on(x, function (b) { c(b); });", "a.on(x, (b) => { c(b); });"],
    ["a promise", "a = async function (b) {};", "a = async (b) => {};"],
    ["a name that nobody calls", "a = function b() {};", "a = () => {};"],
    ["types", "a = function <T>(b: T): () => void\n{};", "a = <T,>(b: T): () => void =>\n{};"],
    ["one that is called, or has more to it", "(function () {})(); !function () {}(); a = b || function () {};", "(() => {})(); !(() => {})(); a = b || (() => {});"],
    ["one in another", "a(function () { b(function () {}); });", "a(() => { b(() => {}); });"],
    ["a `this` of somebody else", "a(function () { b(function () { this.c; }); });", "a(() => { b(function () { this.c; }); });"],
    ["a field and a property", "a({ b: function () {} }); class A { c = function () {}; }", "a({ b: () => {} }); class A { c = () => {}; }"],
  ])("are written: %s", (_, text, expected) => {
    expect(arrowed(text)).toBe(expected);
  });

  test.each([
    ["its own `this`, arguments or target", "a(function () { this.b; }); a(function () { () => this; }); a(function () { arguments; }); a(function () { new.target; }); a(function (this: B) {});"],
    ["a generator", "a(function* () {});"],
    ["its own name", "a(function b() { b(); });"],
    ["methods", "a({ b() {}, get c() {} }); class A { d() {} }"],
    ["what is constructed", "new (function () {})(); Pool = function () {}; a = { constructor: function () {} }; b = function () {}; new b(); c.d = function () {}; c.d.prototype.e = 1;"],
    ["two parameters of one name", "a(function (b, b) {});"],
    ["a comment in the head", "a(function /* b */ () {});"],
    ["names looked up by text", "a(function () { eval(b); });"],
  ])("are not written for %s", (_, text) => {
    expect(arrowed(text)).toBeUndefined();
  });
});

describe("arrows for function declarations", () => {
  test.each([
    ["what is used behind it", "export function a() {}\na();", "export const a = () => {};\na();"],
    ["what calls itself", "async function a<T>(b): C { return a(b); }\nmodule.exports = a;", "const a = async <T,>(b): C => { return a(b); };\nmodule.exports = a;"],
    ["what functions behind it call", "export function a() {}\nexport function b() { a(); }", "export const a = () => {};\nexport const b = () => { a(); };"],
    ["what stands in a function", "export default () => { function a() {} a(); };", "export default () => { const a = () => {}; a(); };"],
  ])("are written: %s", (_, text, expected) => {
    expect(arrowed(text)).toBe(expected);
  });

  test.each([
    ["what is used before it", "a(); function a() {} export {};"],
    ["what is reached before it by a function behind it", "b(); function a() {} function b() { a(); this; } export {};"],
    ["old scripts, whose names others see", "function a() {}"],
    ["what is made, extended or written to", "export function a() {} new a(); export function b() {} class B extends b {} export function c() {} c = 1;"],
    ["what may be a class for whoever gets it", "export function Pool() {} inherits(Pool);"],
    ["other blocks", "export {}; { function a() {} } if (b) { function c() {} }"],
    ["overloads and what is declared", "export function a(): B; export function a() {} export declare function c(): void;"],
    ["default exports", "export default function a() {}"],
    ["assertions", "export function a(b): asserts b {}"],
  ])("are not written for %s", (_, text) => {
    expect(arrowed(text)).toBeUndefined();
  });
});
