import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release", rule, ({ valid, invalid }) => {
  invalid("a lock held when an awaited call rejects", `
    import { Mutex } from "async-mutex";
    const mutex = new Mutex();
    export async function save(record, store) {
      const release = await mutex.acquire(); // error: releaseMissedOnThrow "released on line 7, but not when \`store.write(…)\` rejects (line 6)"
      await store.write(record);
      release();
    }
  `);
  invalid("a descriptor left open by an early return", `
    import fs from "node:fs";
    export function head(path) {
      const file = fs.openSync(path, "r"); // error: releaseMissedOnPath "but not when the function returns on line 6"
      const buffer = Buffer.alloc(4);
      if (path.endsWith(".gz")) return buffer;
      fs.closeSync(file);
      return buffer;
    }
  `);
  invalid("a descriptor left open by a throw", `
    import { closeSync, openSync } from "node:fs";
    export function check(path, limit) {
      const file = openSync(path, "r"); // error: releaseMissedOnThrow "when the function throws on line 5"
      if (limit < 0) throw new RangeError("limit");
      closeSync(file);
    }
  `);
  invalid("a handle released in the catch but not at the end", `
    import { open } from "node:fs/promises";
    export async function size(path) {
      const file = await open(path); // error: releaseMissedOnPath "but not when"
      try {
        const { size } = await file.stat();
        return size;
      } catch (error) {
        await file.close();
        throw error;
      }
    }
  `);
  invalid("a handle acquired anew in every round", `
    import fs from "node:fs";
    export function scan(paths) {
      for (const path of paths) {
        const file = fs.openSync(path, "r"); // error: releaseMissedOnPath "before the next round of the loop"
        if (path.endsWith(".tmp")) continue;
        fs.closeSync(file);
      }
    }
  `);
  invalid("a handle overwritten while held", `
    import fs from "node:fs";
    export function retry(path) {
      let file = fs.openSync(path, "r"); // error: releaseMissedOnPath "before its variable is overwritten on line 5"
      if (path.length > 1) file = null;
      fs.closeSync(file);
    }
  `, { confidence: "likely" });
  invalid("a variable nulled before the finally that closes it", `
    import fs from "node:fs";
    export function write(path, text) {
      let file;
      try {
        file = fs.openSync(path, "w"); // error: releaseMissedOnPath "overwritten"
        fs.writeSync(file, text);
        file = null;
      } finally {
        if (file) fs.closeSync(file);
      }
    }
  `, { confidence: "likely" });

  valid("released in a finally block", `
    import { Mutex } from "async-mutex";
    const mutex = new Mutex();
    export async function save(record, store) {
      const release = await mutex.acquire();
      try {
        await store.write(record);
      } finally {
        release();
      }
    }
  `);
  valid("released when it was acquired", `
    import fs from "node:fs";
    export function read(path) {
      let file;
      try {
        file = fs.openSync(path, "r");
        return fs.readFileSync(file, "utf8");
      } finally {
        if (file !== undefined) fs.closeSync(file);
      }
    }
  `);
  valid("released under the flag under which it was acquired", `
    import fs from "node:fs";
    export function read(given) {
      const own = typeof given === "string";
      const file = own ? fs.openSync(given, "r") : given;
      let text = "";
      try {
        text = fs.readFileSync(file, "utf8");
      } finally {
        if (own) fs.closeSync(file);
      }
      return text;
    }
  `);
  valid("released under a flag that was set beside the acquisition", `
    import fs from "node:fs";
    export function read(given, path) {
      let file = given;
      let opened = false;
      if (!file) {
        file = fs.openSync(path, "r");
        opened = true;
      }
      if (opened) fs.closeSync(file);
    }
  `);
  valid("disposed by using", `
    import { open } from "node:fs/promises";
    export async function size(path) {
      await using file = await open(path);
      return (await file.stat()).size;
    }
  `);
  valid("released by both outcomes of a promise", `
    import { Mutex } from "async-mutex";
    const mutex = new Mutex();
    export async function save(record, store) {
      const release = await mutex.acquire();
      return store.write(record).finally(release);
    }
  `);
  valid("released in the catch and at the end", `
    import { open } from "node:fs/promises";
    export async function size(path) {
      const file = await open(path);
      let size = 0;
      try {
        size = (await file.stat()).size;
      } catch {
        size = -1;
      }
      await file.close();
      return size;
    }
  `);
  valid("nothing can fail between", `
    import fs from "node:fs";
    export function touch(path) {
      const file = fs.openSync(path, "a");
      console.log("touched", path);
      fs.closeSync(file);
    }
  `);
  valid("the process ends instead", `
    import fs from "node:fs";
    export function check(path, bad) {
      const file = fs.openSync(path, "r");
      if (bad) process.exit(1);
      fs.closeSync(file);
    }
  `);
  valid("released by a named function that is called on every path", `
    import fs from "node:fs";
    export function check(path, bad) {
      const file = fs.openSync(path, "r");
      const end = () => fs.closeSync(file);
      if (bad) { end(); return false; }
      end();
      return true;
    }
  `);

  invalid("a pooled connection that a callback forgets on failure", `
    import mysql from "mysql2";
    const pool = mysql.createPool({});
    export function load(id, done) {
      pool.getConnection((error, connection) => { // error: releaseMissedOnPath "but not when the function returns on line 7"
        if (error) return done(error);
        if (id === undefined) return done(new Error("id"));
        connection.release();
        done();
      });
    }
  `, { confidence: "likely" });
  valid("a callback that got an error instead of a connection", `
    import mysql from "mysql2";
    const pool = mysql.createPool({});
    export function load(done) {
      pool.getConnection((error, connection) => {
        if (error) return done(error);
        connection.release();
        done();
      });
    }
  `, { confidence: "likely" });
  const mysqlDeclarations = {
    "node_modules/mysql2/package.json": `{ "name": "mysql2", "types": "index.d.ts" }`,
    "node_modules/mysql2/index.d.ts": `
      export interface PoolConnection { ping(): void; release(): void }
      export interface Pool { getConnection(done: (error: Error | null, connection: PoolConnection) => void): void }
    `,
  };
  valid("a type whose connections also come as promises, in the form with a callback", `
    import type { Pool } from "mysql2";
    export function ping(pool: Pool, done: (error: Error | null) => void): void {
      pool.getConnection((error, connection) => {
        if (error) return done(error);
        connection.release();
        done(null);
      });
    }
  `, { confidence: "likely", typed: true, files: mysqlDeclarations });
  invalid("the same form, forgetting the connection on one way", `
    import type { Pool } from "mysql2";
    export function ping(pool: Pool, isIdle: boolean, done: (error: Error | null) => void): void {
      pool.getConnection((error, connection) => { // error: releaseMissedOnPath "but not when the function returns on line 6"
        if (error) return done(error);
        if (isIdle) return done(null);
        connection.release();
        done(null);
      });
    }
  `, { confidence: "likely", typed: true, files: mysqlDeclarations });
  invalid("a spy that an assertion leaves in place", `
    import { expect, test, vi } from "vitest";
    test("warns", () => {
      const warn = vi.spyOn(console, "warn"); // error: releaseMissedOnThrow "throws (line 6)"
      console.warn("slow");
      expect(warn).toHaveBeenCalledWith("slow");
      warn.mockRestore();
    });
  `, { confidence: "likely", filename: "src/slow.test.ts" });
  valid("a spy that a function of the tests takes over", `
    import { test, vi } from "vitest";
    import { restoreLater } from "./restore-later.js";
    test("warns", () => {
      const warn = vi.spyOn(console, "warn");
      restoreLater(warn);
      check();
      warn.mockRestore();
    });
  `, { confidence: "likely", filename: "src/slow.test.ts" });
  valid("an acquisition that itself fails", `
    import { open } from "node:fs/promises";
    export async function size(path) {
      const file = await open(path);
      await file.close();
    }
  `);

  valid("a pool whose own opening fails", `
    import { ConnectionPool } from "mssql";
    export async function version(server) {
      const pool = new ConnectionPool({ server });
      await pool.connect();
      try { return await pool.query("select @@version"); } finally { await pool.close(); }
    }
  `, { confidence: "likely" });
  valid("a page that is closed with its browser", `
    import { chromium } from "playwright";
    export async function titleOf(url) {
      const browser = await chromium.launch();
      try {
        const page = await browser.newPage();
        const title = await page.title();
        await page.close();
        return title;
      } finally {
        await browser.close();
      }
    }
  `, { confidence: "likely" });
});
