/** Which file of the project the name of a module means. */
import { describe, expect, it } from "vitest";

import { parseJson } from "../../src/project/json-text.ts";
import { namesOf, ROOT, type Files } from "./memory-files.ts";

const json = (value: unknown): string => JSON.stringify(value);

interface Case {
  readonly of: string;
  readonly files: Files;
  readonly module: string;
  readonly file: string | undefined;
}

const LIBRARY = { "packages/lib/package.json": json({ name: "@acme/lib", main: "dist/index.js", exports: { ".": "./dist/index.js", "./feature": "./dist/features/one.js", "./parts/*": "./dist/pieces/*.js" } }), "packages/lib/src/index.ts": "", "packages/lib/src/features/one.ts": "", "packages/lib/src/pieces/two.ts": "" };

const CASES: readonly Case[] = [
  { of: "a path", files: { "src/a.ts": "" }, module: "./src/a", file: "src/a.ts" },
  { of: "a folder", files: { "src/a/index.ts": "" }, module: "./src/a", file: "src/a/index.ts" },
  { of: "a file beside a folder of its name", files: { "src/a/index.ts": "", "src/a.ts": "" }, module: "./src/a", file: "src/a.ts" },
  { of: "nothing", files: { "src/a.ts": "" }, module: "./src/b", file: undefined },
  { of: "a package of somebody else", files: { "react.ts": "" }, module: "react", file: undefined },
  { of: "an alias", files: { "tsconfig.json": '{ // ours\n "compilerOptions": { "paths": { "@/*": ["./src/*"], }, }, }', "src/a.ts": "" }, module: "@/a", file: "src/a.ts" },
  { of: "an alias from a base", files: { "tsconfig.json": json({ compilerOptions: { baseUrl: "src", paths: { "~/*": ["lib/*"] } } }), "src/lib/a.ts": "" }, module: "~/a", file: "src/lib/a.ts" },
  { of: "a base", files: { "tsconfig.json": json({ compilerOptions: { baseUrl: "./src" } }), "src/a.ts": "" }, module: "a", file: "src/a.ts" },
  { of: "an alias that is extended", files: { "tsconfig.base.json": json({ compilerOptions: { paths: { "@/*": ["src/*"] } } }), "src/tsconfig.json": json({ extends: "../tsconfig.base" }), "src/a.ts": "" }, module: "@/a", file: "src/a.ts" },
  { of: "a circle of extending", files: { "tsconfig.json": json({ extends: "./tsconfig.a.json" }), "tsconfig.a.json": json({ extends: "./tsconfig.json" }), "src/a.ts": "" }, module: "@/a", file: undefined },
  { of: "an alias of several stars", files: { "tsconfig.json": json({ compilerOptions: { paths: { "*/*/*": ["*/*/*"], "****": ["****"] } } }), "src/a.ts": "" }, module: "x/y/a", file: undefined },
  { of: "a package of the workspace, by the source of what it builds", files: LIBRARY, module: "@acme/lib", file: "packages/lib/src/index.ts" },
  { of: "a part of it", files: LIBRARY, module: "@acme/lib/feature", file: "packages/lib/src/features/one.ts" },
  { of: "a part of it by a pattern", files: LIBRARY, module: "@acme/lib/parts/two", file: "packages/lib/src/pieces/two.ts" },
  { of: "a part that it does not have", files: LIBRARY, module: "@acme/lib/none", file: undefined },
  { of: "a folder of sources that only a bundler knows by a mark", files: { "package.json": "{}", "src/lib/a.ts": "" }, module: "@/lib/a", file: "src/lib/a.ts" },
  { of: "the one path that ends so", files: { "package.json": "{}", "web/parts/a.ts": "" }, module: "parts/a", file: "web/parts/a.ts" },
  { of: "one of two paths that end so", files: { "package.json": "{}", "web/parts/a.ts": "", "app/parts/a.ts": "" }, module: "parts/a", file: undefined },
  { of: "a path of a package that is needed", files: { "package.json": json({ dependencies: { parts: "1" } }), "web/parts/a.ts": "" }, module: "parts/a", file: undefined },
  { of: "a part of a package with a scope", files: { "package.json": "{}", "web/@acme/parts/a.ts": "" }, module: "@acme/parts/a", file: undefined },
  { of: "names of objects", files: { "package.json": '{ "name": "__proto__", "main": "constructor" }', "tsconfig.json": '{ "compilerOptions": { "paths": { "__proto__": ["constructor"] } } }', "src/a.ts": "" }, module: "constructor", file: undefined },
  { of: "a way out of the root", files: { "tsconfig.json": json({ extends: "../../../etc/tsconfig.json", compilerOptions: { baseUrl: "../../.." } }) }, module: "etc/passwd", file: undefined },
];

describe("the name of a module", () => {
  it.each(CASES)("means $of", ({ files, module, file }) => {
    expect(namesOf(files).fileOf(module, `${ROOT}/src/importer.ts`)).toBe(file === undefined ? undefined : `${ROOT}/${file}`);
  });

  it("is ours where it is that of a package, or of a part of one", () => {
    const names = namesOf(LIBRARY);
    expect(["@acme/lib", "@acme/lib/none", "@acme/library", "lib"].map((module) => names.isOwn(module))).toEqual([true, true, false, false]);
  });
});

describe("a package", () => {
  const packageOf = (content: unknown, files: Files = {}) => namesOf({ "package.json": json(content), "src/index.ts": "", ...files }).packageOf(`${ROOT}/src/a.ts`);

  it("is published where strangers get a file of it", () => {
    expect(packageOf({ name: "a", main: "dist/index.js" })).toMatchObject({ isPublished: true, entries: [`${ROOT}/src/index.ts`], hasOtherEntries: false });
    for (const content of [{ name: "a", main: "x", private: true }, { main: "x" }, { name: "a" }, { name: "a", main: "x", devDependencies: { "electron-builder": "26" } }]) expect(packageOf(content)?.isPublished).toBe(false);
  });

  it("has more entries than are known where a pattern names them", () => {
    expect(packageOf({ name: "a", exports: { "./*": "./dist/*.js" } })?.hasOtherEntries).toBe(true);
  });
});

describe("JSON with comments", () => {
  it.each([
    ['{ "a": 1, /* no */ "b": [2,], } // end', { a: 1, b: [2] }],
    ['{ "url": "http://x/*y*/,]" }', { url: "http://x/*y*/,]" }],
    ['\uFEFF{ "a": 1 }', { a: 1 }],
    ['{ "a": "', {}],
    ["7", {}],
    ["null", {}],
    ["", {}],
  ])("is read: %s", (text, value) => expect(parseJson(text)).toEqual(value));

  it.each(['\\"', "/*", '"a', ", ", "[", '{"a":', "//"])("is read in one pass, however often it says %s", (part) => {
    expect(parseJson(part.repeat(400_000 / part.length))).toEqual({});
  });
});
