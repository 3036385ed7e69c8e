/** What is released by naming it again, by an element of a tuple, or after it was lent. */
import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release", rule, ({ valid, invalid }) => {
  invalid("a permit that a failure keeps", `
    import { Sema } from "async-sema";
    const limit = new Sema(4);
    export async function limited(work) {
      await limit.acquire(); // error: releaseMissedOnThrow "released on line 7, but not when"
      await work();
      limit.release();
    }
  `);
  invalid("a shortcut that is released by its name", `
    import { globalShortcut } from "electron";
    export async function withEscape(key, cancel, work) {
      globalShortcut.register(key, cancel); // error: releaseMissedOnThrow "but not when"
      await work();
      globalShortcut.unregister(key);
    }
  `);
  valid("a permit that another function gives back as well", `
    import { Sema } from "async-sema";
    const limit = new Sema(4);
    export async function limited(work, later) {
      await limit.acquire();
      later(() => limit.release());
      await work();
      limit.release();
    }
  `, { confidence: "likely" });
  valid("a listener that is put on anew", `
    export function rebind(reader, onLine) {
      reader.removeListener("line", onLine);
      reader.on("line", onLine);
    }
  `, { confidence: "likely" });
  valid("a permit of another semaphore", `
    import { Sema } from "async-sema";
    const readers = new Sema(4);
    const writers = new Sema(1);
    export async function write(work) {
      await readers.acquire();
      await work();
      writers.release();
    }
  `, { confidence: "likely" });
  valid("a name that is written again in between", `
    import { globalShortcut } from "electron";
    export async function withEscape(key, cancel, work) {
      globalShortcut.register(key, cancel);
      await work();
      key = "Esc";
      globalShortcut.unregister(key);
    }
  `, { confidence: "likely" });
  valid("permits taken in turns and given back in finally", `
    import { Sema } from "async-sema";
    const limit = new Sema(4);
    export async function each(items, work) {
      for (const item of items) {
        await limit.acquire();
        try { await work(item); } finally { limit.release(); }
      }
    }
  `, { confidence: "likely" });
  invalid("the element of a tuple", `
    import { Semaphore } from "async-mutex";
    const semaphore = new Semaphore(4);
    export async function limited(work) {
      const [value, release] = await semaphore.acquire(); // error: releaseMissedOnThrow "but not when"
      await work(value);
      release();
    }
  `);
  valid("the element of a tuple that goes on", `
    import { Semaphore } from "async-mutex";
    const semaphore = new Semaphore(4);
    export async function take() {
      const [, release] = await semaphore.acquire();
      return release;
    }
    export async function takeBoth() {
      const both = await semaphore.acquire();
      return both;
    }
  `, { confidence: "likely" });
  invalid("what is lent to a call that is awaited, and released after it", `
    import { Agent, request } from "undici";
    export async function statusOf(url) {
      const dispatcher = new Agent(); // error: releaseMissedOnThrow "rejects"
      const { statusCode } = await request(url, { dispatcher });
      await dispatcher.close();
      return statusCode;
    }
  `, { confidence: "likely" });
  valid("what an awaited call takes over on one way", `
    import { Agent } from "undici";
    export async function use(pool, isKept) {
      const dispatcher = new Agent();
      if (isKept) {
        await pool.add(dispatcher);
        return;
      }
      await dispatcher.close();
    }
  `, { confidence: "likely" });
  valid("what a call takes over that nobody waits for", `
    import { Agent } from "undici";
    export async function use(pool) {
      const dispatcher = new Agent();
      pool.add(dispatcher);
      await pool.drain();
      await dispatcher.close();
    }
  `, { confidence: "likely" });
  invalid("a connection that is the tag of its queries", `
    import postgres from "postgres";
    const sql = postgres();
    export async function touch(work) {
      const connection = await sql.reserve(); // error: releaseMissedOnThrow "but not when"
      await connection\`select 1\`;
      await work();
      connection.release();
    }
  `);
});
