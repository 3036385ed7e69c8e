import { describe, expect, test } from "vitest";

import { textAfter } from "./changes.ts";

const reversed = (text: string): string | undefined => textAfter("members-change-places", text);

describe("members", () => {
  test.each([
    ["methods, accessors and the constructor", "class A {\n  constructor() {}\n  get a() {}\n\n  set a(x) {}\n  static b() {}\n  #c() {}\n}", "class A {\n  #c() {}\n  static b() {}\n\n  set a(x) {}\n  get a() {}\n  constructor() {}\n}"],
    ["the comments that lead and trail them", "class A { // of A\n  // one\n  /** two */\n  a() {} // behind\n\n  // alone\n\n  b() {}\n}", "class A { // of A\n  b() {}\n\n  // alone\n\n  // one\n  /** two */\n  a() {} // behind\n}"],
    ["overloads as one", "class A {\n  a(x: B): C;\n  a(x) {}\n  b() {}\n}", "class A {\n  b() {}\n  a(x: B): C;\n  a(x) {}\n}"],
    ["what stands between them, which stays", "class A {\n  a() {}\n  x = 1;\n  static {}\n  @log b() {}\n  [c]() {}\n  d() {}\n}", "class A {\n  d() {}\n  x = 1;\n  static {}\n  @log b() {}\n  [c]() {}\n  a() {}\n}"],
    ["classes in classes", "class A {\n  a() { return class { b() {} c() {} }; }\n  d() {}\n}", "class A {\n  d() {}\n  a() { return class { c() {} b() {} }; }\n}"],
    ["abstract members", "abstract class A {\n  abstract a(): B;\n  b() {}\n}", "abstract class A {\n  b() {}\n  abstract a(): B;\n}"],
  ])("change places: %s", (_, text, expected) => {
    expect(reversed(text)).toBe(expected);
  });

  test.each([
    ["a single one", "class A { x = 1; y = 2; a() {} }"],
    ["two of one name", "class A { a() {} a() {} b() {} }"],
    ["a parameter with a decorator", "class A { constructor(@dep x) {} a() {} }"],
    ["a comment that would swallow a neighbour", "class A { a() {} b() {} // b\n}"],
    ["a star behind a field without a semicolon", "class A {\n  *a() {}\n  x = 1\n  b() {}\n}"],
    ["methods of objects", "run({ a() {}, b() {} });"],
  ])("stay: %s", (_, text) => {
    expect(reversed(text)).toBeUndefined();
  });

  test("are back in their places after the second change", () => {
    const text = "class A {\n  x = 1;\n  /** a */\n  a() { return class { b() {}\n c() {} }; }\n\n  d() {} // d\n  // e\n  get e() {}\n}\n";
    expect(reversed(reversed(text)!)).toBe(text);
  });
});
