import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release suggests", rule, ({ invalid }) => {
  invalid("a finally block for a lock, with the comments in their places", `
    import { Mutex } from "async-mutex";
    const mutex = new Mutex();
    export async function save(record, store) {
      const release = await mutex.acquire(); // error: releaseMissedOnThrow "line 13"

      // Writes it.
      const text = \`a
b \${record}\`;
      await store.write(text); // in one go

      // Lets go.
      release();
      console.log("done");
    }
  `, {
    suggestions: [{
      messageId: "wrapInFinally", output: `
    import { Mutex } from "async-mutex";
    const mutex = new Mutex();
    export async function save(record, store) {
      const release = await mutex.acquire();

      try {
        // Writes it.
        const text = \`a
b \${record}\`;
        await store.write(text); // in one go
      } finally {
        // Lets go.
        release();
      }
      console.log("done");
    }
  ` }],
  });
  invalid("the return inside the try where it needs what is declared there", `
    import { Mutex } from "async-mutex";
    const mutex = new Mutex();
    export async function read(store) {
      const release = await mutex.acquire(); // error: releaseMissedOnThrow "line 7"
      const result = await store.read();
      release();

      return result;
    }
  `, {
    suggestions: [{
      messageId: "wrapInFinally", output: `
    import { Mutex } from "async-mutex";
    const mutex = new Mutex();
    export async function read(store) {
      const release = await mutex.acquire();
      try {
        const result = await store.read();

        return result;
      } finally {
        release();
      }
    }
  ` }],
  });
  invalid("one finally block for the releases of early returns", `
    import fs from "node:fs";
    export function head(path) {
      const file = fs.openSync(path, "r"); // error: releaseMissedOnPath "line 6"
      const buffer = Buffer.alloc(4);
      if (path.endsWith(".gz")) return buffer;
      if (path.endsWith(".bz")) {
        fs.closeSync(file);
        return null;
      }
      fs.closeSync(file);
      return null;
    }
  `, {
    suggestions: [{
      messageId: "wrapInFinally", output: `
    import fs from "node:fs";
    export function head(path) {
      const file = fs.openSync(path, "r");
      try {
        const buffer = Buffer.alloc(4);
        if (path.endsWith(".gz")) return buffer;
        if (path.endsWith(".bz")) {
          return null;
        }
      } finally {
        fs.closeSync(file);
      }
      return null;
    }
  ` }],
  });
  invalid("a finally block on one line", `
    import fs from "node:fs";
    export function one(path, f) { const file = fs.openSync(path, "r"); f(); fs.closeSync(file); } // error: releaseMissedOnThrow "line 3"
  `, {
    suggestions: [{
      messageId: "wrapInFinally", output: `
    import fs from "node:fs";
    export function one(path, f) { const file = fs.openSync(path, "r"); try { f(); } finally { fs.closeSync(file); } }
  ` }],
  });
  invalid("a finally block in a loop", `
    import fs from "node:fs";
    export function scan(paths) {
      for (const path of paths) {
        const file = fs.openSync(path, "r"); // error: releaseMissedOnPath "before the next round"
        if (path.endsWith(".tmp")) continue;
        fs.closeSync(file);
      }
    }
  `, {
    suggestions: [{
      messageId: "wrapInFinally", output: `
    import fs from "node:fs";
    export function scan(paths) {
      for (const path of paths) {
        const file = fs.openSync(path, "r");
        try {
          if (path.endsWith(".tmp")) continue;
        } finally {
          fs.closeSync(file);
        }
      }
    }
  ` }],
  });
  invalid("using first, and the finally block for the try that is there", `
    import { open } from "node:fs/promises";
    export async function size(path: string): Promise<number> {
      const file = await open(path); // error: releaseMissedOnPath "line 6"
      try {
        return (await file.stat()).size;
      } catch (error) {
        await file.close();
        throw error;
      }
    }
  `, {
    typed: true,
    suggestions: [{
      messageId: "declareWithUsing", output: `
    import { open } from "node:fs/promises";
    export async function size(path: string): Promise<number> {
      await using file = await open(path);
      try {
        return (await file.stat()).size;
      } catch (error) {
        throw error;
      }
    }
  ` }, {
      messageId: "releaseInFinally", output: `
    import { open } from "node:fs/promises";
    export async function size(path: string): Promise<number> {
      const file = await open(path);
      try {
        return (await file.stat()).size;
      } catch (error) {
        throw error;
      } finally {
        await file.close();
      }
    }
  ` }],
  });
  invalid("using for a type that can be disposed", `
    class Lock implements Disposable {
      release(): void {}
      [Symbol.dispose](): void { this.release(); }
    }
    export function count(work: () => number): number {
      const lock = new Lock(); // error: releaseMissedOnThrow "line 9"
      const found = work();
      lock.release();
      return found;
    }
  `, {
    typed: true,
    suggestions: [{
      messageId: "declareWithUsing", output: `
    class Lock implements Disposable {
      release(): void {}
      [Symbol.dispose](): void { this.release(); }
    }
    export function count(work: () => number): number {
      using lock = new Lock();
      const found = work();
      return found;
    }
  ` }, {
      messageId: "wrapInFinally", output: `
    class Lock implements Disposable {
      release(): void {}
      [Symbol.dispose](): void { this.release(); }
    }
    export function count(work: () => number): number {
      const lock = new Lock();
      try {
        const found = work();
        return found;
      } finally {
        lock.release();
      }
    }
  ` }],
  });
  invalid("an earlier begin for the try that releases", `
    import fs from "node:fs";
    export function read(path, check) {
      const file = fs.openSync(path, "r"); // error: releaseMissedOnThrow "line 10"
      // Only what is allowed.
      check(path);
      try {
        return fs.readFileSync(file, "utf8");
      } finally {
        fs.closeSync(file);
      }
    }
  `, {
    suggestions: [{
      messageId: "startTryEarlier", output: `
    import fs from "node:fs";
    export function read(path, check) {
      const file = fs.openSync(path, "r");
      try {
        // Only what is allowed.
        check(path);
        return fs.readFileSync(file, "utf8");
      } finally {
        fs.closeSync(file);
      }
    }
  ` }],
  });

  invalid("nothing where later statements need what the try would enclose", `
    import fs from "node:fs";
    export function read(path, log) {
      const file = fs.openSync(path, "r"); // error: releaseMissedOnThrow "line 6"
      const text = fs.readFileSync(file, "utf8");
      fs.closeSync(file);
      log(text);
      return text;
    }
  `, { suggestions: [] });
  invalid("nothing where the handle goes elsewhere on the way", `
    import fs from "node:fs";
    export function read(path, log) {
      const file = fs.openSync(path, "r"); // error: releaseMissedOnThrow "line 7"
      fs.readFileSync(file, "utf8");
      if (path === "-") { log.keep(file); return; }
      fs.closeSync(file);
    }
  `, { suggestions: [] });
  invalid("no using where the release says more than the end of the block", `
    import { open } from "node:fs/promises";
    export async function copy(path, send) {
      const file = await open(path); // error: releaseMissedOnThrow "line 6"
      await file.stat();
      await file.close();
      await send(path);
    }
  `, {
    suggestions: [{
      messageId: "wrapInFinally", output: `
    import { open } from "node:fs/promises";
    export async function copy(path, send) {
      const file = await open(path);
      try {
        await file.stat();
      } finally {
        await file.close();
      }
      await send(path);
    }
  ` }],
  });
  invalid("no release that would run twice", `
    import fs from "node:fs";
    export function read(path, check) {
      const file = fs.openSync(path, "r"); // error: releaseMissedOnThrow "check"
      if (check(path)) {
        fs.closeSync(file);
        path = "";
      }
      check(path);
      fs.closeSync(file);
    }
  `, { suggestions: [] });
});
