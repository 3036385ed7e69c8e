import { parseForESLint } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import ts from "typescript";
import { describe, expect, test } from "vitest";

import { silentTypes } from "../../src/types/silent.ts";
import { SYMBOL_FLAGS } from "../../src/types/symbol-flags.ts";
import type { TypeQuestions } from "../../src/types/type-questions.ts";
import { typesOf } from "../../src/types/types-of.ts";
import { ask, register, sourceCodeWith } from "./ask.ts";

function collectAnswers(types: TypeQuestions, node: TSESTree.Node): readonly unknown[] {
  return [
    types.originOf(node), types.ancestryOf(node), types.disposalOf(node), types.hasMember(node, "close"),
    types.isPrimitive(node), types.isFiniteDomain(node), types.textOf(node),
  ];
}

const isUndefined = (answer: unknown) => answer === undefined;

describe("typesOf", () => {
  test("answers where the parser brought a program", () => {
    expect(ask(`ask("a");`).types.available).toBe(true);
  });

  test.each([
    ["the TypeScript parser without a program", parseForESLint("a;").services],
    ["no services", undefined],
    ["empty services, as oxlint gives them", {}],
    ["a program without its nodes", { program: {} }],
    ["a program that fails", { program: { getTypeChecker() { throw new Error("broken"); } }, esTreeNodeToTSNodeMap: new Map() }],
  ])("is silent with %s", (_, services) => {
    expect(typesOf(sourceCodeWith(services))).toBe(silentTypes);
  });

  test("has a silent twin with the same members", () => {
    expect(Object.keys(silentTypes).toSorted()).toEqual(Object.keys(ask(`ask("a");`).types).toSorted());
    expect(silentTypes.available).toBe(false);
    expect(collectAnswers(silentTypes, ask(`ask("a");`).node).every(isUndefined)).toBe(true);
  });

  test("knows nothing of a node that the program does not have", () => {
    const { types } = ask(`ask("a");`);
    expect(collectAnswers(types, ask(`ask("b");`).node).every(isUndefined)).toBe(true);
  });

  test("knows nothing where the checker fails, and is not asked again", () => {
    let asked = 0;
    const checker = { getTypeAtLocation() { asked += 1; throw new Error("broken"); } };
    const { node } = ask(`ask("a");`);
    const services = { program: { getTypeChecker: () => checker }, esTreeNodeToTSNodeMap: new Map([[node, {}]]) };
    const types = typesOf(sourceCodeWith(services));
    expect(collectAnswers(types, node).every(isUndefined)).toBe(true);
    types.textOf(node);
    expect(asked).toBe(7);
  });

  test.each(register([
    ["a class that extends itself", `class A extends A {} ask(new A());`],
    ["a class that extends a missing one", `class A extends Missing {} ask(new A());`],
    ["an alias of itself", `type T = T | string; declare const x: T; ask(x);`],
    ["an unfinished call", `declare const x: { a(: string }; ask(x);`],
    ["a missing member", `ask(new Date().missing.again);`],
    ["a toString that is no function", `class A { toString: 5 } ask(new A());`],
    ["an import of itself", `import { a } from "./case"; export { a }; ask(a);`],
    ["a deep type", `type D<T, N extends number> = { v: T; next: D<D<T, N>, N> }; declare const x: D<1, 2>; ask(x);`],
  ]))("does not throw on %s", (_, code) => {
    let asked: ReturnType<typeof ask>;
    try {
      asked = ask(code);
    } catch {
      return; // The parser refuses the code: no rule ever sees it.
    }
    expect(() => collectAnswers(asked.types, asked.node)).not.toThrow();
  });
});

test("the symbol flags are those of the compiler", () => {
  for (const [name, value] of Object.entries(SYMBOL_FLAGS)) expect(value, name).toBe(ts.SymbolFlags[name as keyof typeof SYMBOL_FLAGS]);
});
