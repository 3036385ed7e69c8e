import { describe, expect, test } from "vitest";

import { anything, exported, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "../../src/catalogue/origin.ts";
import { globalPathOf, matchOrigin } from "../../src/facts/value-origin.ts";
import { askedIn, factsOf } from "../support/file-facts.ts";

function match(code: string, origin: ApiOrigin): string | undefined {
  const file = factsOf(code);
  return matchOrigin(file, askedIn(file), origin);
}

const watch = exported("fs", "watch");
const pool = typed("pg", "Pool", [instanceOf(exported("pg", "Pool"))]);
const client = resultOf(memberOf(pool, "connect"));

describe("a global", () => {
  test.each([
    ["ask(setInterval);"],
    ["ask(window.setInterval);"],
    ["ask(globalThis.setInterval);"],
    ["ask(self['setInterval']);"],
    ["ask(global.setInterval!);"],
    ["const { setInterval } = globalThis; ask(setInterval);"],
    ["const every = setInterval; ask(every);"],
  ])("%s", (code) => {
    expect(match(code, globalNamed("setInterval"))).toBe("certain");
  });

  test.each([
    ["function setInterval() {} ask(setInterval);"],
    ["import { setInterval } from 'timers/promises'; ask(setInterval);"],
    ["function f(setInterval) { ask(setInterval); }"],
    ["function f(window) { ask(window.setInterval); }"],
    ["ask(other.setInterval);"],
    ["ask(window.setInterval.call);"],
    ["ask(window.self.setInterval);"],
    ["ask(window[name]);"],
  ])("not %s", (code) => {
    expect(match(code, globalNamed("setInterval"))).toBeUndefined();
  });

  test("with members", () => {
    const origin = globalNamed("URL.createObjectURL");
    expect(match("ask(window.URL.createObjectURL);", origin)).toBe("certain");
    expect(match("ask(URL.createObjectURL);", origin)).toBe("certain");
    expect(match("ask(URL);", origin)).toBeUndefined();
    expect(match("class URL {} ask(URL.createObjectURL);", origin)).toBeUndefined();
  });

  test.each([
    ["ask(process.env.HOME);", "process.env.HOME"],
    ["ask(window);", "window"],
    ["ask(window.document);", "document"],
    ["const d = document; ask(d.body);", "document.body"],
    ["ask(make());", undefined],
    ["const x = 1; ask(x);", undefined],
  ])("the path in %s", (code, path) => {
    const file = factsOf(code);
    expect(globalPathOf(file, askedIn(file))?.join(".")).toBe(path);
  });
});

describe("an export", () => {
  test.each([
    ["import { watch } from 'fs'; ask(watch);"],
    ["import { watch as look } from 'node:fs'; ask(look);"],
    ["import fs from 'fs'; ask(fs.watch);"],
    ["import * as fs from 'fs'; ask(fs.watch);"],
    ["import * as fs from 'fs'; ask(fs.default.watch);"],
    ["const { watch } = require('fs'); ask(watch);"],
    ["ask(require('fs').watch);"],
    ["const fs = await import('fs'); ask(fs.watch);"],
  ])("%s", (code) => {
    expect(match(code, watch)).toBe("certain");
    expect(match(code, exported("node:fs", "watch"))).toBe("certain");
  });

  test.each([
    ["import { watch } from 'chokidar'; ask(watch);"],
    ["import { watchFile } from 'fs'; ask(watchFile);"],
    ["import { watch } from 'fs'; ask(watch());"],
    ["import { watch } from 'fs'; function f(watch) { ask(watch); }"],
    ["function watch() {} ask(watch);"],
    ["import { promises } from 'fs'; ask(promises.watch);"],
  ])("not %s", (code) => {
    expect(match(code, watch)).toBeUndefined();
  });

  test.each([
    ["import chokidar from 'chokidar'; ask(chokidar);"],
    ["import { default as chokidar } from 'chokidar'; ask(chokidar);"],
    ["import * as chokidar from 'chokidar'; ask(chokidar);"],
    ["const chokidar = require('chokidar'); ask(chokidar);"],
    ["const chokidar = require('chokidar').default; ask(chokidar);"],
  ])("the default export is the module: %s", (code) => {
    expect(match(code, exported("chokidar", "default"))).toBe("certain");
    expect(match(code, exported("chokidar", ""))).toBe("certain");
  });
});

describe("a value of a class", () => {
  test.each([
    ["by `new`", "import { Pool } from 'pg'; ask(new Pool());"],
    ["by `new` on a namespace", "import * as pg from 'pg'; ask(new pg.Pool());"],
    ["kept in a constant", "import { Pool } from 'pg'; const pool = new Pool(); ask(pool);"],
    ["kept in a variable that is null before", "import { Pool } from 'pg'; let pool = null; function f() { pool = new Pool(); } ask(pool);"],
    ["kept in a variable that is set to null after", "import { Pool } from 'pg'; let pool = new Pool(); pool = undefined; ask(pool);"],
    ["of either arm of a choice", "import { Pool } from 'pg'; let pool = on ? new Pool() : null; pool = new Pool(); ask(pool);"],
    ["kept in a field", "import { Pool } from 'pg'; class A { pool = new Pool(); get() { ask(this.pool); } }"],
    ["kept in a field by the constructor", "import { Pool } from 'pg'; class A { constructor() { this.pool = new Pool(); } get() { ask(this.pool); } }"],
    ["in a property of a constant", "import { Pool } from 'pg'; const db = { pool: new Pool() }; ask(db.pool);"],
    ["through two variables", "import { Pool } from 'pg'; const a = new Pool(); const b = a; ask(b);"],
    ["by annotation of a parameter", "import { Pool } from 'pg'; function f(pool: Pool) { ask(pool); }"],
    ["by annotation of a field", "import type { Pool } from 'pg'; class A { private pool?: Pool; get() { ask(this.pool); } }"],
    ["by annotation of a parameter property", "import { Pool } from 'pg'; class A { constructor(private pool: Pool) {} get() { ask(this.pool); } }"],
    ["by annotation as one of a union with null", "import { Pool } from 'pg'; let pool: Pool | undefined; ask(pool);"],
    ["by annotation on a namespace", "import * as pg from 'pg'; function f(pool: pg.Pool) { ask(pool); }"],
    ["by annotation under another name", "import { Pool as Db } from 'pg'; function f(pool: Db) { ask(pool); }"],
  ])("%s", (_, code) => {
    expect(match(code, pool)).toBe("certain");
  });

  test.each([
    ["of another module", "import { Pool } from 'mysql'; ask(new Pool());"],
    ["of the file itself", "class Pool {} ask(new Pool());"],
    ["the class itself", "import { Pool } from 'pg'; ask(Pool);"],
    ["a variable that may hold something else", "import { Pool } from 'pg'; let pool = new Pool(); pool = other(); ask(pool);"],
    ["a field that a parameter may fill", "import { Pool } from 'pg'; class A { pool = new Pool(); constructor(pool) { this.pool = pool; } get() { ask(this.pool); } }"],
    ["a parameter", "import { Pool } from 'pg'; function f(pool) { ask(pool); }"],
    ["a loop variable that is reused", "import { Pool } from 'pg'; let pool = new Pool(); for (pool of pools) ask(pool);"],
    ["a type of the same name in the file", "interface Pool {} function f(pool: Pool) { ask(pool); }"],
    ["a variable that only null is written to", "let pool = null; ask(pool);"],
  ])("not %s", (_, code) => {
    expect(match(code, pool)).toBeUndefined();
  });

  test("a global type by annotation", () => {
    const target = typed("lib", "EventTarget", []);
    expect(match("function f(target: EventTarget) { ask(target); }", target)).toBe("certain");
    expect(match("interface EventTarget {} function f(target: EventTarget) { ask(target); }", target)).toBeUndefined();
  });
});

describe("what a method gives", () => {
  test.each([
    ["awaited", "import { Pool } from 'pg'; const pool = new Pool(); ask(await pool.connect());"],
    ["not awaited", "import { Pool } from 'pg'; const pool = new Pool(); ask(pool.connect());"],
    ["kept", "import { Pool } from 'pg'; const pool = new Pool(); const client = await pool.connect(); ask(client);"],
    ["by a method taken apart", "import { Pool } from 'pg'; const { connect } = new Pool(); ask(connect());"],
    ["through an annotated parameter", "import { Pool } from 'pg'; async function f(pool: Pool) { const client = await pool.connect(); ask(client); }"],
  ])("%s", (_, code) => {
    expect(match(code, client)).toBe("certain");
  });

  test.each([
    ["another method", "import { Pool } from 'pg'; const pool = new Pool(); ask(pool.query());"],
    ["the method itself", "import { Pool } from 'pg'; const pool = new Pool(); ask(pool.connect);"],
    ["of something else", "ask(pool.connect());"],
  ])("not %s", (_, code) => {
    expect(match(code, client)).toBeUndefined();
  });
});

test("one of several origins is enough", () => {
  const origin = oneOf(globalNamed("setInterval"), watch);
  expect(match("ask(setInterval);", origin)).toBe("certain");
  expect(match("import { watch } from 'fs'; ask(watch);", origin)).toBe("certain");
  expect(match("ask(setTimeout);", origin)).toBeUndefined();
});

test("a member of anything goes by its name", () => {
  expect(match("ask(target().addEventListener);", memberOf(anything, "addEventListener"))).toBe("certain");
  expect(match("ask(target().on);", memberOf(anything, "addEventListener"))).toBeUndefined();
});

test("fields that are given each other have an answer too", () => {
  expect(match("class A { f() { this.a = this.b; this.b = this.a; ask(this.a); } }", pool)).toBeUndefined();
});
