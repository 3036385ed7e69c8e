import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release where acquiring fails", rule, ({ valid, invalid }) => {
  valid("an awaited choice that fails has acquired nothing", `
    import { open } from "node:fs/promises";
    export async function lock(path, custom) {
      let handle;
      try {
        handle = await (custom ? custom(path) : open(path, "wx"));
      } catch (cause) {
        throw new Error("locked", { cause });
      }
      await handle.close();
    }
  `);
  valid("an awaited default that fails has acquired nothing", `
    import { open } from "node:fs/promises";
    export async function lock(path, given) {
      const handle = await (given ?? open(path, "wx"));
      await handle.close();
    }
  `);
  invalid("an awaited choice that succeeds, and a failure after it", `
    import { open } from "node:fs/promises";
    export async function lock(path, custom) {
      const handle = await (custom ? custom(path) : open(path, "wx")); // error: releaseMissedOnThrow "open"
      await handle.write("locked");
      await handle.close();
    }
  `);

  valid("permits of a semaphore that are given back one by one", `
    export async function drain(items) {
      const semaphore = makeSemaphore(items.length);
      for (const item of items) {
        if (item.busy) item.onEnd(() => {}, semaphore.release(1));
        await item.end();
      }
    }
  `);
  invalid("a lease that is released", `
    export async function drain(items) {
      const lease = makeLease(items.length); // error: releaseMissedOnThrow "makeLease"
      for (const item of items) await item.end();
      lease.release();
    }
  `);
});
