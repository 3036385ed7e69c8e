import { describe, expect, test } from "vitest";

import type { FunctionFact } from "../../src/facts/functions.ts";
import { factsOf } from "../support/file-facts.ts";

/** The fact of the innermost function that has the call `here()` in it. */
function here(code: string): FunctionFact {
  const file = factsOf(code);
  const found = file.functions.all.findLast(({ node }) => file.sourceCode.getText(node as never).includes("here()"));
  if (found === undefined) throw new Error("No function has a call of `here`.");
  return found;
}

describe("the role of a function", () => {
  test.each([
    ["constructor", "class A { constructor() { here(); } }"],
    ["setup", "class A { connect() { here(); } }"],
    ["setup", "class A { componentDidMount() { here(); } }"],
    ["setup", "class A { _init() { here(); } }"],
    ["teardown", "class A { dispose() { here(); } }"],
    ["teardown", "class A { #close() { here(); } }"],
    ["teardown", "class A { [Symbol.asyncDispose]() { here(); } }"],
    ["teardown", "class A { ngOnDestroy = () => { here(); }; }"],
    ["teardown", "function A() {} A.prototype.destroy = function () { here(); };"],
    ["teardown", "const a = { stop() { here(); } };"],
    ["teardown", "const a = { stop: () => here() };"],
    ["method", "class A { read() { here(); } }"],
    ["method", "class A { get size() { return here(); } }"],
    ["method", "class A { closeAll() { here(); } }"],
    ["immediate", "(function () { here(); })();"],
    ["immediate", "(async () => { here(); })();"],
    ["callback", "later(() => here());"],
    ["callback", "new Promise(function (resolve) { here(); });"],
    ["function", "function close() { here(); }"],
    ["function", "const close = () => here();"],
    ["function", "handlers[name] = () => here();"],
  ])("%s: %s", (role, code) => {
    expect(here(code).role).toBe(role);
  });
});

describe("the name of a function", () => {
  test.each([
    ["read", "function read() { here(); }"],
    ["read", "const read = () => here();"],
    ["read", "const a = { read: () => here() };"],
    ["read", "class A { read() { here(); } }"],
    ["#read", "class A { #read() { here(); } }"],
    ["constructor", "class A { constructor() { here(); } }"],
    ["read", "exports.read = () => here();"],
    ["read", "let read; read = () => here();"],
    ["read", "later(function read() { here(); });"],
    [undefined, "later(() => here());"],
    [undefined, "const [read] = [() => here()];"],
  ])("%s: %s", (name, code) => {
    expect(here(code).name).toBe(name);
  });
});

describe("the owner of a function", () => {
  test.each([
    ["ClassDeclaration", false, "class A { read() { here(); } }"],
    ["ClassDeclaration", true, "class A { static read() { here(); } }"],
    ["ClassDeclaration", false, "class A { read = () => here(); }"],
    ["ClassExpression", false, "const A = class { read() { here(); } };"],
    ["FunctionDeclaration", false, "function A() {} A.prototype.read = function () { here(); };"],
    ["FunctionDeclaration", true, "function A() {} A.read = function () { here(); };"],
    ["ClassDeclaration", true, "class A {} A.read = function () { here(); };"],
    ["FunctionDeclaration", false, "function A() {} A.prototype = { read() { here(); } };"],
    ["ObjectExpression", false, "const a = { read() { here(); } };"],
  ])("%s (static: %s): %s", (type, isStatic, code) => {
    const fact = here(code);
    expect(fact.owner?.type).toBe(type);
    expect(fact.isStatic).toBe(isStatic);
  });

  test.each(["function read() { here(); }", "later(() => here());", "const read = () => here();", "exports.read = () => here();"])("none: %s", (code) => {
    expect(here(code).owner).toBeUndefined();
  });
});

test("the members of a class are its methods and function fields, static ones too", () => {
  const file = factsOf("class A { a() {} #b() {} static c() {} d = () => {}; e = 1; constructor() { later(() => {}); } }");
  const [owner] = file.nodes.classes;
  const names = owner === undefined ? [] : file.functions.membersOf(owner).map(({ name }) => name);
  expect(names.sort()).toEqual(["#b", "a", "c", "constructor", "d"]);
});
