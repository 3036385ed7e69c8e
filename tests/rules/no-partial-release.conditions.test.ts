import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-partial-release", rule, ({ valid, invalid }) => {
  invalid("a failure on the way to a release under a condition", `
    export async function show(shell, id) {
      const view = await shell.openView(id); // error: releaseMissedOnThrow "rejects"
      await shell.load(id);
      if (view.isEmpty) view.dispose();
    }
  `, STRICT);
  valid("a release under a condition that says who is to release", `
    export async function show(shell, id) {
      const view = await shell.openView(id);
      if (view && view.isEmpty) {
        view.dispose();
      }
    }
  `, STRICT);
  valid("a listener that is on in one state and off in the other", `
    export class Retention {
      update(limit) {
        if (limit) {
          this.room.on("timeline", this.trim);
        } else {
          this.room.off("timeline", this.trim);
        }
      }
      trim = () => {};
    }
  `, STRICT);
  invalid("a listener that one way out leaves in the same state", `
    export class Retention {
      async update(limit) {
        this.room.on("timeline", this.trim); // error: releaseMissedOnPath "this.room.on"
        if (limit === 0) return;
        await this.load();
        this.room.off("timeline", this.trim);
      }
      trim = () => {};
    }
  `, STRICT);
  invalid("a race for an answer", `
    export async function ask(service, patience) {
      return Promise.race([service.answer(), new Promise((resolve) => setTimeout(resolve, patience))]); // error: outlivesRace "setTimeout"
    }
  `, STRICT);
  valid("a race for the end of the program", `
    export async function onMessage(host, patience) {
      await Promise.race([host.terminate(), new Promise((resolve) => setTimeout(resolve, patience))]);
    }
  `, STRICT);

  const typed = (close: string): string => `
    export async function copy(store, name) {
      let handle;
      try {
        handle = await store.open(name);
        await store.read(handle);
      } finally {
        ${close}
      }
    }
  `;
  for (const close of [
    'if (typeof handle === "number") await store.close(handle);',
    'await Promise.all([typeof handle === "number" ? store.close(handle) : Promise.resolve()]);',
    'typeof handle === "object" && await store.close(handle);',
    'if ("number" !== typeof handle) return; await store.close(handle);',
  ]) valid(`a release for the type that the handle has: ${close}`, typed(close), { confidence: "likely" });
  invalid("a type under which the code leaves without a release", `
    export async function copy(store, name) {
      const handle = await store.open(name); // error: releaseMissedOnPath "when the function returns on line 4"
      if (typeof handle === "string") return;
      await store.close(handle);
    }
  `, { confidence: "likely" });
  invalid("a type of something else", `
    export async function copy(store, name) {
      const handle = await store.open(name); // error: releaseMissedOnThrow "throws on line 4"
      if (typeof name !== "string") throw new Error(name);
      await store.close(handle);
    }
  `);
  invalid("a lock that was given is held where the work fails, and not where it was refused", `
    declare class Locks { tryLock(name: string): Promise<[unlock: () => void, ok: boolean]>; }
    export async function save(locks: Locks, name: string) {
      const [unlock, ok] = await locks.tryLock(name); // error: releaseMissedOnThrow "rejects"
      if (!ok) return;
      await write(name);
      unlock();
    }
  `);
  valid("a lock that was refused", `
    declare class Locks { tryLock(name: string): Promise<[unlock: () => void, ok: boolean]>; }
    export async function save(locks: Locks, name: string) {
      const [unlock, ok] = await locks.tryLock(name);
      if (!ok) return;
      unlock();
    }
  `);
  valid("a lock whose call says that it was not given", `
    import { Mutex } from "async-locks";
    export async function reset(name: string) {
      const mutex = new Mutex(name);
      if (!(await mutex.acquire())) throw new Error("busy");
      try { await work(name); } finally { mutex.release(); }
    }
  `);
});
