import { describe, expect, it, test } from "vitest";

import { filesAfter } from "./changes.ts";

const filesOf = (text: string, name?: string): readonly (readonly [string | undefined, string])[] => filesAfter("class-in-own-file", text, name).map((file) => [file.name, file.text]);

describe("a class", () => {
  it("moves with the imports that it needs", () => {
    const text = `import a, { b, c as d } from "x";\nimport type { E } from "e";\nimport * as f from "f";\n\n/** Says what. */\nclass A extends a { e: E = d; g() { return A; } } // A\n\nnew A(b, f);\n`;
    expect(filesOf(text)).toEqual([
      [undefined, `import a, { b, c as d } from "x";\nimport type { E } from "e";\nimport * as f from "f";\n\nimport { A } from "./A.js";\n\nnew A(b, f);\n`],
      ["A", `import a, { c as d } from "x";\nimport type { E } from "e";\n/** Says what. */\nexport class A extends a { e: E = d; g() { return A; } } // A\n`],
    ]);
  });
  it("takes types along, and the types that they name", () => {
    const text = `import { N } from "n";\nexport interface O { p: P }\ntype P = N;\nexport class A { o: O; }`;
    expect(filesOf(text)[1]).toEqual(["A", `import { N } from "n";\ninterface O { p: P }\ntype P = N;\nexport class A { o: O; }\n`]);
  });
  it("stays exported, by its name and as the default", () => {
    expect(filesOf("export const a = 1;\nexport class A {}\n")).toEqual([[undefined, `import { A } from "./A.js";\nexport const a = 1;\nexport { A };\n`], ["A", "export class A {}\n"]]);
    expect(filesOf("export const a = 1;\nexport default abstract class A {}\n")).toEqual([[undefined, `import { A } from "./A.js";\nexport const a = 1;\nexport default A;\n`], ["A", "export abstract class A {}\n"]]);
  });
  it("moves with its decorators", () => {
    expect(filesOf(`import { b } from "b";\n@b() class A {}\nexport {};`)[1]).toEqual(["A", `import { b } from "b";\n@b() export class A {}\n`]);
    expect(filesOf(`import { b } from "b";\n@b() export class A {}\nrun();`)[1]).toEqual(["A", `import { b } from "b";\n@b() export class A {}\n`]);
  });
  it("moves with React, where JSX needs it", () => {
    expect(filesOf(`import React, { memo } from "react";\nexport class A { b = <c />; }\nmemo();`)[1]).toEqual(["A", `import React from "react";\nexport class A { b = <c />; }\n`]);
  });
  it("leaves no statements that go on with each other", () => {
    expect(filesOf("export const a = b\nclass A {}\n(c)")[0]).toEqual([undefined, `import { A } from "./A.js";\nexport const a = b\n;\n(c)`]);
  });
  it("takes another name than its module has", () => {
    expect(filesOf("export class Pool {}\nexport const a = 1;", "src/pool.ts").map(([name]) => name)).toEqual([undefined, "Pool.class"]);
  });

  test.each([
    ["is alone", `import a from "a"; export class A { b = a; }`],
    ["needs its module", "export const a = 1; export class A { b = a; }"],
    ["needs an enum of it", "enum E { a } export class A { e: E; }"],
    ["needs a type that needs its module", "const a = 1; type T = typeof a; export class A { t: T; }"],
    ["runs code when it is made", "export class A { static { run(); } } run();"],
    ["knows its file", "export class A { a = import.meta.url; } export class B { b = __filename; }"],
    ["is written to", "export let a; class A {} A = a;"],
    ["has an interface of its name", "interface A { a: 1 } class A {} export { A };"],
    ["has no name or is only declared", "export const a = 1; export default class {} declare class B {}"],
    ["stands in a script", "class A {} run(A);"],
    ["stands deeper", "export function f() { class A {} }"],
  ])("stays where it is if it %s", (_, text) => {
    expect(filesOf(text)).toEqual([]);
  });
});
