/** Which files a project has, and what they say now. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { findFileSystem } from "../../src/project/node-files.ts";
import { buildSourceTree } from "../../src/project/source-tree.ts";
import { makeTemporaryDirectory } from "../support/temporary-directory.ts";
import { EVERYTHING, MemoryFiles, ROOT, treeOf, type Files } from "./memory-files.ts";

const below = (files: readonly string[] | undefined): readonly string[] | undefined => files?.map((file) => file.slice(ROOT.length + 1));
const many = (count: number, text = ""): Files => Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/d${index % 100}/f${index}.ts`, text]));

describe("the files of a project", () => {
  it("are its sources, in order", () => {
    expect(below(treeOf({ "b.ts": "", "a/x.cjs": "", "a/App.vue": "", "types.d.ts": "", "notes.md": "" }).sources())).toEqual(["a/App.vue", "a/x.cjs", "b.ts"]);
  });

  it("are not what others wrote, what was made from them, what git ignores, or what is hidden", () => {
    const files = { ".gitignore": "# made\n/generated/\n*.log\ncache", "generated/a.ts": "", "cache/b.ts": "", "node_modules/c/d.js": "", "dist/e.js": "", ".next/f.js": "", "src/g.ts": "" };
    expect(below(treeOf(files).sources())).toEqual(["src/g.ts"]);
  });

  it("are those of the scope; what says how modules are called counts anyway", () => {
    const tree = treeOf({ "package.json": "{}", "src/a.ts": "", "src/old/b.ts": "", "other/c.ts": "" }, { include: [/^src\//], exclude: [/^src\/old\//] } as never);
    expect(below(tree.sources())).toEqual(["src/a.ts"]);
    expect(below(tree.moduleMaps())).toEqual(["package.json"]);
  });

  it("hold a word only by itself", () => {
    const tree = treeOf({ "a.ts": "run()", "b.ts": "rerun(); runs; $run", "c.ts": "rerun; x.run" });
    expect(below(tree.filesWith("run"))).toEqual(["a.ts", "c.ts"]);
  });

  it("all have the empty word, and nobody looks for it for ever", () => {
    expect(below(treeOf({ "a.ts": "run" }).filesWith(""))).toEqual(["a.ts"]);
  });

  it("are those that can be read", () => {
    const files = new MemoryFiles({ "a.ts": "run", "locked/b.ts": "run", "c.ts": "run", "huge.ts": `run ${"x".repeat(1_000_001)}` });
    for (const path of ["locked", "c.ts"]) files.broken.add(path);
    expect(below(buildSourceTree(ROOT, files, EVERYTHING).filesWith("run"))).toEqual(["a.ts"]);
  });

  it("may go while one looks", () => {
    const files = new MemoryFiles({ "a.ts": "run", "b.ts": "run" });
    files.texts.delete(`${ROOT}/a.ts`);
    expect(below(buildSourceTree(ROOT, files, EVERYTHING).sources())).toEqual(["b.ts"]);
  });
});

describe("a project that is too large", () => {
  it("says nothing of its 25,000 files, and reads none of them", () => {
    const files = new MemoryFiles(many(25_000));
    const tree = buildSourceTree(ROOT, files, EVERYTHING);
    expect(tree.filesWith("run")).toBeUndefined();
    expect(tree.textOf(`${ROOT}/src/d0/f0.ts`)).toBeUndefined();
    expect(files.reads).toBe(0);
  });

  it("stops to read where the texts are too long together", () => {
    const files = new MemoryFiles(many(100, "x".repeat(990_000)));
    expect(buildSourceTree(ROOT, files, EVERYTHING).filesWith("x")).toBeUndefined();
    expect(files.reads).toBeLessThan(70);
  });

  it("is one whose folders have no end", () => {
    let opened = 0;
    const endless = { namesIn: () => ((opened += 1), ["deeper/"]), read: () => "", statOf: () => ({ size: 0, stamp: "" }) };
    expect(buildSourceTree(ROOT, endless, EVERYTHING).filesWith("run")).toBeUndefined();
    expect(opened).toBeLessThan(25_000);
  });
});

describe("a project that changes", () => {
  it("is looked at again after a while, and only what changed is read", () => {
    let time = 0;
    const files = new MemoryFiles({ "a.ts": "run", "b.ts": "" });
    const tree = buildSourceTree(ROOT, files, EVERYTHING, () => time);
    expect(below(tree.filesWith("run"))).toEqual(["a.ts"]);
    const [reads, version] = [files.reads, tree.version()];
    files.write("b.ts", "run");
    time += 1_000;
    expect(below(tree.filesWith("run"))).toEqual(["a.ts"]);
    time += 1_000;
    expect(below(tree.filesWith("run"))).toEqual(["a.ts", "b.ts"]);
    expect(files.reads).toBe(reads + 1);
    expect(tree.version()).toBe(version + 1);
    time += 2_000;
    expect(tree.version()).toBe(version + 1);
  });
});

describe("the files of a disk", () => {
  it("are none behind a link, whatever it leads to", () => {
    const outside = makeTemporaryDirectory("outside");
    const root = makeTemporaryDirectory("root");
    writeFileSync(join(outside, "secret.ts"), "run");
    writeFileSync(join(outside, "ignore"), "mine.ts");
    mkdirSync(join(root, "src"));
    writeFileSync(join(root, "src/mine.ts"), "run");
    symlinkSync(join(outside, "secret.ts"), join(root, "secret.ts"));
    symlinkSync(outside, join(root, "folder"));
    symlinkSync(root, join(root, "src/circle"));
    symlinkSync(join(outside, "ignore"), join(root, ".gitignore"));
    const files = findFileSystem();
    expect(files && buildSourceTree(root, files, EVERYTHING).sources()).toEqual([join(root, "src/mine.ts")]);
  });

  it.each([{}, { process: {} }, { process: { getBuiltinModule: () => undefined } }])("are none in a host without files: %o", (host) => {
    expect(findFileSystem(host)).toBeUndefined();
  });
});
