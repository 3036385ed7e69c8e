import { describe, expect, test } from "vitest";

import { factsOf, nodeOf } from "../support/file-facts.ts";

const file = factsOf("f(); x.f(); new f(); x[f](); function g() { f(1); later(() => f(2)); } class A { static { f(3); } y = f(4); }");
const texts = (nodes: readonly object[]): string[] => nodes.map((node) => file.sourceCode.getText(node as never));

describe("the calls of a file", () => {
  test("by the name of the callee", () => {
    expect(texts(file.calls.named("f"))).toEqual(["f()", "x.f()", "new f()", "f(1)", "f(2)", "f(3)", "f(4)"]);
    expect(file.calls.named("g")).toEqual([]);
  });

  test("by the function they stand in, functions inside it left out", () => {
    const g = file.nodes.functions.find((node) => node.type === "FunctionDeclaration");
    expect(texts(file.calls.directlyIn(g))).toEqual(["f(1)", "later(() => f(2))"]);
  });

  test("outside of all functions", () => {
    expect(texts(file.calls.directlyIn(undefined))).toEqual(["f()", "x.f()", "new f()", "x[f]()", "f(3)", "f(4)"]);
  });
});

test("the index of nodes sorts a file in source order", () => {
  const { nodes } = factsOf("import('a'); a.b = c.d; for (const x of xs) {} for (y in ys) {} class A {} const B = class {}; (() => {})();");
  expect(nodes.importExpressions).toHaveLength(1);
  expect(nodes.members).toHaveLength(2);
  expect(nodes.assignments).toHaveLength(1);
  expect(nodes.iterations.map(({ type }) => type)).toEqual(["ForOfStatement", "ForInStatement"]);
  expect(nodes.classes.map(({ type }) => type)).toEqual(["ClassDeclaration", "ClassExpression"]);
  expect(nodes.functions).toHaveLength(1);
});

test("what is built is built once", () => {
  const facts = factsOf("const x = 1;");
  expect(facts.nodes).toBe(facts.nodes);
  expect(facts.places).toBe(facts.places);
  expect(nodeOf(facts, "x").type).toBe("Identifier");
});
