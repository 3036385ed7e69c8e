import rule from "../../src/rules/prefer-using.ts";
import { describeRule } from "../support/rule-tester.ts";

const LOCK = `
    class Lock implements Disposable {
      isHeld = true;
      release(): void { this.isHeld = false; }
      [Symbol.dispose](): void { this.release(); }
    }`;

describeRule("prefer-using", rule, ({ valid, invalid }) => {
  invalid("a finally block that only closes a file", `
    import { open } from "node:fs/promises";
    export async function size(path: string): Promise<string> {
      const file = await open(path); // error: releasedInFinally "on line 11" "\`await using\`"
      try {
        // Reads it.
        const { size } = await file.stat();
        return \`\${size}
of \${path}\`;
      } finally {
        await file.close();
      }
    }
  `, {
    typed: true,
    suggestions: [{
      messageId: "declareWithUsing", output: `
    import { open } from "node:fs/promises";
    export async function size(path: string): Promise<string> {
      await using file = await open(path);
      // Reads it.
      const { size } = await file.stat();
      return \`\${size}
of \${path}\`;
    }
  ` }],
  });
  invalid("a finally block behind a catch", `${LOCK}
    export function work(f: () => void): void {
      const lock = new Lock(); // error: releasedInFinally "line 14" "\`using\`"
      try {
        f();
      } catch {
        console.log(lock.isHeld);
      } finally {
        lock.release();
      }
    }
  `, {
    typed: true,
    suggestions: [{
      messageId: "declareWithUsing", output: `${LOCK}
    export function work(f: () => void): void {
      using lock = new Lock();
      try {
        f();
      } catch {
        console.log(lock.isHeld);
      }
    }
  ` }],
  });
  invalid("a release by the symbol itself", `${LOCK}
    export function work(f: () => void): void {
      const lock = new Lock(); // error: releasedInFinally "lock"
      try {
        f();
      } finally {
        lock[Symbol.dispose]();
      }
    }
  `, {
    typed: true,
    suggestions: [{
      messageId: "declareWithUsing", output: `${LOCK}
    export function work(f: () => void): void {
      using lock = new Lock();
      f();
    }
  ` }],
  });
  invalid("a release as the last statement", `${LOCK}
    export function isHeld(): boolean {
      const lock = new Lock(); // error: releasedAtEnd "on line 10"
      const { isHeld } = lock;
      lock.release();
      return isHeld;
    }
  `, {
    typed: true,
    suggestions: [{
      messageId: "declareWithUsing", output: `${LOCK}
    export function isHeld(): boolean {
      using lock = new Lock();
      const { isHeld } = lock;
      return isHeld;
    }
  ` }],
  });
  invalid("a comment in the finally block, which nothing but a person can move", `${LOCK}
    export function work(f: () => void): void {
      const lock = new Lock(); // error: releasedInFinally "lock"
      try {
        f();
      } finally {
        // The others wait.
        lock.release();
      }
    }
  `, { typed: true, suggestions: [] });
  invalid("a name of the try block that is taken outside", `${LOCK}
    export function work(f: (x: string) => string, text: string): string {
      const lock = new Lock(); // error: releasedInFinally "lock"
      try {
        const text = f("");
        return text;
      } finally {
        lock.release();
      }
    }
  `, { typed: true, suggestions: [] });
  invalid("a file without types, on the word of the catalogue", `
    import { open } from "node:fs/promises";
    export async function size(path) {
      const file = await open(path); // error: releasedInFinally "file"
      try {
        return (await file.stat()).size;
      } finally {
        await file.close();
      }
    }
  `, { confidence: "likely" });

  valid("a file without types is not certain", `
    import { open } from "node:fs/promises";
    export async function size(path) {
      const file = await open(path);
      try {
        return (await file.stat()).size;
      } finally {
        await file.close();
      }
    }
  `);
  valid("using already", `${LOCK}
    export function work(f: () => void): void {
      using lock = new Lock();
      f();
      console.log(lock.isHeld);
    }
  `, { typed: true });
  valid("a finally block that does more", `${LOCK}
    export function work(f: () => void): void {
      const lock = new Lock();
      try {
        f();
      } finally {
        lock.release();
        console.log("done");
      }
    }
  `, { typed: true });
  valid("a use after the release", `${LOCK}
    export function work(f: () => void): boolean {
      const lock = new Lock();
      try {
        f();
      } finally {
        lock.release();
      }
      return lock.isHeld;
    }
  `, { typed: true });
  valid("work that goes on after the release", `${LOCK}
    export function work(f: () => void): void {
      const lock = new Lock();
      try {
        f();
      } finally {
        lock.release();
      }
      f();
    }
  `, { typed: true });
  valid("a handle that is returned", `${LOCK}
    export function work(f: () => void): Lock {
      const lock = new Lock();
      try {
        f();
        return lock;
      } finally {
        lock.release();
      }
    }
  `, { typed: true });
  valid("a handle that a field keeps", `${LOCK}
    export class Owner {
      lock: Lock | undefined;
      work(f: () => void): void {
        const lock = new Lock();
        this.lock = lock;
        try {
          f();
        } finally {
          lock.release();
        }
      }
    }
  `, { typed: true });
  valid("a variable that is written again", `${LOCK}
    export function work(f: () => boolean): void {
      let lock = new Lock();
      try {
        if (f()) lock = new Lock();
      } finally {
        lock.release();
      }
    }
  `, { typed: true });
  valid("a release that is told how", `
    class Span implements Disposable {
      close(_status?: string): void {}
      [Symbol.dispose](): void { this.close(); }
    }
    export function work(f: () => void): void {
      const span = new Span();
      try {
        f();
      } finally {
        span.close("ok");
      }
    }
  `, { typed: true });
  valid("a stream's end, which is more than its disposal", `
    import { createWriteStream } from "node:fs";
    export async function write(path: string, text: string): Promise<void> {
      const stream = createWriteStream(path);
      try {
        stream.write(text);
      } finally {
        stream.end();
      }
    }
  `, { typed: true });
  valid("a type that nothing disposes", `
    class Lock { release(): void {} }
    export function work(f: () => void): void {
      const lock = new Lock();
      try {
        f();
      } finally {
        lock.release();
      }
    }
  `, { typed: true });
  valid("an asynchronous disposal that nobody waits for", `
    import { createServer } from "node:net";
    export async function serve(ready: () => Promise<void>): Promise<void> {
      const server = createServer();
      try {
        await ready();
      } finally {
        server.close();
      }
    }
  `, { typed: true });
  valid("a release that other exits miss is left to no-partial-release", `${LOCK}
    export function work(f: () => void): void {
      const lock = new Lock();
      f();
      lock.release();
    }
  `, { typed: true });
  valid("what another owns", `${LOCK}
    const shared = new Lock();
    export function work(f: () => void): void {
      const lock = shared;
      try {
        f();
      } finally {
        lock.release();
      }
    }
  `, { typed: true });
  valid("a test file", `${LOCK}
    export function work(f: () => void): void {
      const lock = new Lock();
      try {
        f();
      } finally {
        lock.release();
      }
    }
  `, { typed: true, filename: "src/lock.test.ts" });
});
