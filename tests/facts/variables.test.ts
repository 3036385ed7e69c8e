import { describe, expect, test } from "vitest";

import { declaratorOf, functionOf, initializerOf, isSingleAssignment, writesOf, type Variable } from "../../src/facts/variables.ts";
import { askedIn, factsOf, nodeOf } from "../support/file-facts.ts";

function asked(code: string): { readonly variable: Variable; readonly text: (node: { readonly range: readonly [number, number] } | undefined) => string | undefined } {
  const file = factsOf(code);
  const variable = file.variables.variableOf(askedIn(file));
  if (variable === undefined) throw new Error("Not a variable.");
  return { variable, text: (node) => (node === undefined ? undefined : code.slice(...node.range)) };
}

describe("a variable that holds one value", () => {
  test.each([
    ["const x = 1; ask(x);"],
    ["let x = 1; ask(x);"],
    ["var x = 1; ask(x);"],
    ["let x; ask(x);"],
    ["const { x } = o; ask(x);"],
    ["const { x = 1 } = o; ask(x);"],
    ["const [x] = o; ask(x);"],
    ["for (const x of xs) ask(x);"],
    ["function f(x) { ask(x); }"],
    ["function f(x = 1) { ask(x); }"],
    ["function f() {} ask(f);"],
    ["class A {} ask(A);"],
    ["import { x } from 'x'; ask(x);"],
  ])("%s", (code) => {
    expect(isSingleAssignment(asked(code).variable)).toBe(true);
  });

  test.each([
    ["let x = 1; x = 2; ask(x);"],
    ["let x; x = 2; ask(x);"],
    ["let x = 1; x++; ask(x);"],
    ["let x = 1; function f() { x = 2; } ask(x);"],
    ["let { x } = o; ({ x } = p); ask(x);"],
    ["var x = 1; var x = 2; ask(x);"],
    ["function f(x) { x ??= 1; ask(x); }"],
    ["function f() {} f = g; ask(f);"],
    ["let x; for (x of xs) ask(x);"],
  ])("not %s", (code) => {
    expect(isSingleAssignment(asked(code).variable)).toBe(false);
  });
});

describe("the value of a variable", () => {
  test.each([
    ["const x = make(); ask(x);", "make()"],
    ["let x = make(); ask(x);", "make()"],
    ["const { x } = make(); ask(x);", undefined],
    ["let x = make(); x = 1; ask(x);", undefined],
    ["function f(x = make()) { ask(x); }", undefined],
    ["for (const x of make()) ask(x);", undefined],
  ])("%s", (code, expected) => {
    const { variable, text } = asked(code);
    expect(text(initializerOf(variable))).toBe(expected);
  });
});

test.each([
  ["const x = 1; ask(x);", undefined],
  ["{ const x = 1; ask(x); }", undefined],
  ["function f() { if (y) { const x = 1; ask(x); } }", "f"],
  ["function f(x) { ask(x); }", "f"],
  ["class A { static { const x = 1; ask(x); } }", undefined],
])("the function whose call creates the variable: %s", (code, name) => {
  const owner = functionOf(asked(code).variable);
  expect(owner?.type === "FunctionDeclaration" ? owner.id?.name : undefined).toBe(name);
});

test("writes and declarators", () => {
  const { variable, text } = asked("let x = 1; x = 2; ask(x);");
  expect(writesOf(variable)).toHaveLength(2);
  expect(text(declaratorOf(variable))).toBe("x = 1");
  expect(declaratorOf(asked("function f(x) { ask(x); }").variable)).toBeUndefined();
});

test("a name nobody declares is global", () => {
  const file = factsOf("window.x; const process = 1; use(process);");
  const [window, process] = [nodeOf(file, "window"), nodeOf(file, "process", -1)];
  expect(window.type === "Identifier" && file.variables.isGlobal(window)).toBe(true);
  expect(process.type === "Identifier" && file.variables.isGlobal(process)).toBe(false);
});

test("the name of a class means the variable around it, which its uses refer to", () => {
  const file = factsOf("class A { copy() { return new A(); } } ask(A);");
  const [owner] = file.nodes.classes;
  expect(owner?.id === null || owner?.id === undefined ? undefined : file.variables.variableOf(owner.id)).toBe(file.variables.variableOf(askedIn(file)));
});

describe("which of the variables of one name an identifier means", () => {
  const many = (count: number): string => Array.from({ length: count }, (_, index) => `function f${String(index)}() { const x = ${String(index)}; use(x); }`).join("\n");

  test.each([
    ["few variables of the name", many(2)],
    ["many variables of the name", many(12)],
    ["a variable with many uses", "function f() { const x = 0; " + "use(x); ".repeat(20) + "}"],
    ["a parameter that shadows", "function f(x) { return (y) => x + y; }"],
  ])("beside %s", (_, code) => {
    const { variable, text } = asked(`${code}\nconst x = own();\nask(x);`);
    expect(text(initializerOf(variable))).toBe("own()");
  });

  test.each([
    ["few", many(2)],
    ["many", many(12)],
  ])("a property, a label and a type member mean none of %s", (_, code) => {
    const file = factsOf(`${code}\nx: for (;;) { use(other.x); break x; }`);
    const member = nodeOf(file, "other.x");
    expect(member.type === "MemberExpression" && file.variables.variableOf(member.property)).toBeUndefined();
    expect(file.variables.variableOf(nodeOf(file, "x", -1))).toBeUndefined();
  });

  test("the name of a component in JSX", () => {
    const file = factsOf("const Panel = make(); const a = <Panel />;");
    const name = nodeOf(file, "Panel", -1);
    expect(name.type).toBe("JSXIdentifier");
    expect(file.variables.variableOf(name)?.name).toBe("Panel");
  });

  test("not the name of an element in JSX", () => {
    const file = factsOf("const panel = make(); const a = <panel />;");
    expect(file.variables.variableOf(nodeOf(file, "panel", -1))).toBeUndefined();
  });
});
