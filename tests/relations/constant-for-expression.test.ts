import { describe, expect, test } from "vitest";

import { textAfter } from "./changes.ts";

const named = (text: string): string | undefined => textAfter("constant-for-expression", text);

describe("constants", () => {
  test.each([
    ["an event", `socket.on("data", read);`, `const v0q = "data";\nsocket.on(v0q, read);`],
    ["a delay", "setInterval(tick, 1_000);", "const v0q = 1_000;\nsetInterval(tick, v0q);"],
    ["a template with nothing in it", "map.get(`a`);", "const v0q = `a`;\nmap.get(v0q);"],
    ["equal texts, together", `a.on("x", f);\na.off('x', f);`, `const v0q = "x";\na.on(v0q, f);\na.off(v0q, f);`],
    ["a text and a number that read alike, apart", `m.set("1", 1);`, `const v0q = "1";\nconst v1q = 1;\nm.set(v0q, v1q);`],
  ])("stand for %s", (_, text, expected) => {
    expect(named(text)).toBe(expected);
  });

  test.each([
    ["behind directives and imports", `"use strict";\nimport a from "a"; // a\n\n/** Says what. */\na.on("x");\n`, `"use strict";\nimport a from "a"; // a\n\nconst v0q = "x";\n/** Says what. */\na.on(v0q);\n`],
    ["before what stands between imports", `import a from "a";\na.on("x");\nimport b from "b";`, `import a from "a";\nconst v0q = "x";\na.on(v0q);\nimport b from "b";`],
    ["behind the first line of a command", `#!/usr/bin/env node\na.on("x");`, `#!/usr/bin/env node\nconst v0q = "x";\na.on(v0q);`],
    ["on the line of what they stand before", `import a from "a"; a.on("x");`, `import a from "a"; const v0q = "x"; a.on(v0q);`],
    ["before the decorators of a class", `import a from "a";\n@b export class A { c = a.on("x"); }`, `import a from "a";\nconst v0q = "x";\n@b export class A { c = a.on(v0q); }`],
    ["with the file's own line ends", `a.on("x");\r\n`, `const v0q = "x";\r\na.on(v0q);\r\n`],
  ])("stand %s", (_, text, expected) => {
    expect(named(text)).toBe(expected);
  });

  test.each([
    ["calls by name", `open("x"); require("y");`],
    ["what is made", `new Map("x"); new a.B("x");`],
    ["other literals", "a.on(true, null, /x/, -1, 1n, [1], { x: 1 });"],
    ["templates with something in them", "a.on(`x${y}`);"],
    ["what is read from the text", `require.resolve("x"); import.meta.glob("x"); jest.mock("x"); vi.mock("x");`],
  ])("do not stand for %s", (_, text) => {
    expect(named(text)).toBeUndefined();
  });
});
