import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release: what a call takes and gives back on what is there for all calls", rule, ({ valid, invalid }) => {
  invalid("a gate of the closure", `
    import { Gate } from "./gate";
    export function limited(most) {
      const gate = new Gate(most);
      return async (work) => {
        await gate.acquire(); // error: releaseMissedOnThrow "released on line 8"
        const result = await work();
        gate.release();
        return result;
      };
    }
  `);
  invalid("a lock of the module, on an early return", `
    import { makeLock } from "./locks";
    const turn = makeLock();
    export async function build(project) {
      await turn.acquireAsync(); // error: releaseMissedOnPath "but not when the function returns on line 6"
      if (project.isBuilt) return project.result;
      project.run();
      turn.release();
    }
  `);
  invalid("a lock of the object, beside a method that takes it as well", `
    export class Ledger {
      constructor(lock) { this.lock = lock; }
      async read(ask) { await this.lock.lock(); try { return await ask(); } finally { this.lock.unlock(); } }
      async write(save) {
        await this.lock.lock(); // error: releaseMissedOnThrow "released on line 8"
        await save();
        this.lock.unlock();
      }
    }
  `);

  valid("given back in any case, and by nobody at the end of the object", `
    export class Ledger {
      constructor(lock) { this.lock = lock; this.clock = setInterval(() => this.tick(), 1000); }
      async tick() { await this.lock.lock(); try { await this.save(); } finally { this.lock.unlock(); } }
      save() {}
      dispose() { clearInterval(this.clock); }
    }
  `, { confidence: "likely" });
  valid("another function gives it back", `
    import { makeLock } from "./locks";
    const turn = makeLock();
    export async function begin(work) {
      await turn.lock();
      await work();
      if (work.isOver) turn.unlock();
    }
    export function end() { turn.unlock(); }
  `, { confidence: "likely" });
  valid("the call gives what is held, which says how it is given back", `
    export class Pool {
      constructor(parts) { this.parts = parts; }
      async use(work) {
        const part = await this.parts.acquire();
        await work(part);
        this.parts.release();
      }
    }
  `, { confidence: "likely" });
  valid("nobody knows whether the two names are of one lock", `
    export async function run(locks, name, work) {
      await locks[name].lock();
      await work();
      locks[work.name].unlock();
    }
  `, { confidence: "likely" });
});
