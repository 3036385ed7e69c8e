import { describe, expect, test } from "vitest";

import { askedIn, factsOf, nodeOf } from "../support/file-facts.ts";

/** The imported value as text: `fs:promises.open`; the module itself is `fs:`. */
function imported(code: string): string | undefined {
  const file = factsOf(code);
  const value = file.imports.importedValueOf(askedIn(file));
  return value === undefined ? undefined : `${value.module}:${value.path.join(".")}`;
}

describe("what an expression takes from a module", () => {
  test.each([
    ["a named import", "import { watch } from 'fs'; ask(watch);", "fs:watch"],
    ["a named import under another name", "import { watch as look } from 'fs'; ask(look);", "fs:watch"],
    ["a named import under a quoted name", "import { 'a-b' as look } from 'fs'; ask(look);", "fs:a-b"],
    ["a default import", "import fs from 'fs'; ask(fs);", "fs:default"],
    ["`default` by its name", "import { default as fs } from 'fs'; ask(fs);", "fs:default"],
    ["a member of a default import", "import fs from 'fs'; ask(fs.watch);", "fs:watch"],
    ["a member of a namespace", "import * as fs from 'fs'; ask(fs.promises.open);", "fs:promises.open"],
    ["`node:` is left out", "import { watch } from 'node:fs'; ask(watch);", "fs:watch"],
    ["a subpath", "import { open } from 'node:fs/promises'; ask(open);", "fs/promises:open"],
    ["a file of a package by its ending", "import memoize from 'lodash/memoize.js'; ask(memoize);", "lodash/memoize:default"],
    ["a package whose name has an ending", "import Decimal from 'decimal.js'; ask(Decimal);", "decimal.js:default"],
    ["`require`", "const fs = require('fs'); ask(fs.watch);", "fs:watch"],
    ["`require` taken apart", "const { watch } = require('node:fs'); ask(watch);", "fs:watch"],
    ["`require` taken apart under another name", "const { watch: look } = require('fs'); ask(look);", "fs:watch"],
    ["`require` taken apart with a default", "const { watch = null } = require('fs'); ask(watch);", "fs:watch"],
    ["a member of `require` at once", "const open = require('fs').promises.open; ask(open);", "fs:promises.open"],
    ["the default of `require`", "const Pool = require('pool').default; ask(Pool.shared);", "pool:shared"],
    ["`import x = require()`", "import fs = require('node:fs'); ask(fs.watch);", "fs:watch"],
    ["an awaited `import()`", "async function f() { const fs = await import('node:fs'); ask(fs.watch); }", "fs:watch"],
    ["an awaited `import()` taken apart", "const { watch } = await import('fs'); ask(watch);", "fs:watch"],
    ["an awaited `import()` in place", "ask((await import('fs')).watch);", "fs:watch"],
    ["a variable that keeps a member", "import fs from 'fs'; const { promises } = fs; const open = promises.open; ask(open);", "fs:promises.open"],
    ["behind an assertion", "import * as fs from 'fs'; ask((fs as any).watch);", "fs:watch"],
    ["a computed member by a literal", "import * as fs from 'fs'; ask(fs['watch']);", "fs:watch"],
  ])("%s", (_, code, expected) => {
    expect(imported(code)).toBe(expected);
  });

  test.each([
    ["a local function of the same name", "import { watch } from 'fs'; function f(watch) { ask(watch); }"],
    ["a `require` that the file defines", "function require(x) {} const fs = require('fs'); ask(fs);"],
    ["a `require` of a computed name", "const fs = require(name); ask(fs);"],
    ["a computed member", "import * as fs from 'fs'; ask(fs[name]);"],
    ["what an imported function gives", "import { open } from 'fs'; ask(open());"],
    ["a variable that is given something else later", "let fs = require('fs'); fs = fake; ask(fs.watch);"],
    ["a nested pattern", "const { a: { b } } = require('x'); ask(b);"],
    ["a namespace of the file", "import fs = local.fs; ask(fs.watch);"],
    ["a rest of the module", "const { watch, ...others } = require('fs'); ask(others);"],
    ["variables that name each other", "const a = b; const b = a; ask(a);"],
  ])("nothing for %s", (_, code) => {
    expect(imported(code)).toBeUndefined();
  });
});

describe("the modules a file names", () => {
  test.each([
    ["import 'a';"],
    ["import a from 'a';"],
    ["import type { A } from 'a';"],
    ["export { a } from 'a';"],
    ["export * from 'a';"],
    ["const a = require('a');"],
    ["function f() { return require('a').b; }"],
    ["import a = require('a');"],
    ["const load = () => import('a');"],
  ])("%s", (code) => {
    expect([...factsOf(code).imports.modules]).toEqual(["a"]);
  });

  test("`node:` is left out", () => {
    expect([...factsOf("import 'node:fs'; require('fs'); import('node:fs');").imports.modules]).toEqual(["fs"]);
  });

  test("none by computed names", () => {
    expect([...factsOf("require(name); import(name);").imports.modules]).toEqual([]);
  });
});

test("CommonJS code is read like a module", () => {
  const file = factsOf("const { watch } = require('fs'); watch('.');", { sourceType: "commonjs", filename: "/app/src/case.cjs" });
  expect(file.imports.importedValueOf(nodeOf(file, "watch", -1))).toEqual({ module: "fs", path: ["watch"] });
});
