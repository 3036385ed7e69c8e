import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-partial-release: what the executor of a promise sets up for the function around it", rule, ({ valid, invalid }) => {
  invalid("a timer that is cleared only when the race is won", `
    export function within(work, limit = 30_000) {
      let clock;
      const late = new Promise((_, reject) => {
        clock = setTimeout(() => reject(new Error("late")), limit); // error: releaseMissedOnRejection "is released on line 7, but not when"
      });
      return Promise.race([work, late]).then((answer) => { clearTimeout(clock); return answer; });
    }
  `, likely);
  invalid("a timer that is cleared behind an await", `
    export async function within(work) {
      let clock;
      const late = new Promise((_, reject) => {
        clock = setTimeout(() => reject(new Error("late")), 60_000); // error: releaseMissedOnThrow "released on line 8, but not when"
      });
      const answer = await Promise.race([work, late]);
      clearTimeout(clock);
      return answer;
    }
  `, likely);
  invalid("a timer of the function itself", `
    export function ask(send, stop) {
      const clock = setTimeout(stop, 30_000); // error: releaseMissedOnRejection "released on line 4"
      return send().then((answer) => { clearTimeout(clock); return answer; });
    }
  `, likely);
  invalid("a listener that is taken off only when the wait was granted", `
    export function next(bus, signal) {
      let hear;
      return new Promise((resolve, reject) => {
        hear = (value) => resolve(value);
        bus.on("value", hear); // error: releaseMissedOnRejection "is released on line 8"
        signal.once("over", reject);
      }).then((value) => { bus.off("value", hear); return value; });
    }
  `, likely);
  invalid("a lock whose maker takes it back", `
    import { Mutex } from "async-mutex";
    export class Ledger {
      #gate = new Mutex();
      async write(save) {
        await this.#gate.acquire(); // error: releaseMissedOnThrow "released on line 8"
        await save();
        this.#gate.release();
      }
    }
  `);

  valid("a lock that its maker takes back in any case", `
    import { Mutex } from "async-mutex";
    export class Ledger {
      #gate = new Mutex();
      async write(save) {
        await this.#gate.acquire();
        try { await save(); } finally { this.#gate.release(); }
      }
    }
  `, likely);
  valid("cleared whatever becomes of the race", `
    export function within(work, limit) {
      let clock;
      const late = new Promise((_, reject) => { clock = setTimeout(() => reject(new Error("late")), limit); });
      return Promise.race([work, late]).finally(() => clearTimeout(clock));
    }
    export function both(work, limit) {
      let clock;
      const late = new Promise((_, reject) => { clock = setTimeout(() => reject(new Error("late")), limit); });
      return Promise.race([work, late]).then((answer) => { clearTimeout(clock); return answer; }, (error) => { clearTimeout(clock); throw error; });
    }
    export async function tried(work) {
      let clock;
      const late = new Promise((resolve) => { clock = setTimeout(resolve, 60_000); });
      try { return await Promise.race([work, late]); } finally { clearTimeout(clock); }
    }
  `, likely);
  valid("nothing but the timer itself rejects its promise", `
    export async function pause(limit) {
      let clock;
      const late = new Promise((_, reject) => { clock = setTimeout(() => reject(new Error("late")), limit); });
      await late;
      clearTimeout(clock);
    }
    export function paused(limit) {
      let clock;
      const late = new Promise((_, reject) => { clock = setTimeout(() => reject(new Error("late")), limit); });
      return late.then(() => clearTimeout(clock));
    }
  `, likely);
  valid("nothing rejects what is waited for, through a variable that is filled twice", `
    export function end(child, limit) {
      let over = new Promise((resolve) => child.once("exit", resolve));
      if (limit > 0) {
        const clock = setTimeout(() => child.kill("SIGKILL"), limit);
        over = over.then(() => clearTimeout(clock));
      }
      return over;
    }
  `, likely);
  const TAKEN = `
    export function within(work, limit) {
      let clock;
      const late = new Promise((_, reject) => { clock = setTimeout(() => reject(new Error("late")), limit); });
      return Promise.race([work, late]).then((answer) => { clearTimeout(clock); return answer; });
    }
    export async function awaited(work, limit) {
      let clock;
      const late = new Promise((_, reject) => { clock = setTimeout(() => reject(new Error("late")), limit); });
      const answer = await Promise.race([work, late]);
      clearTimeout(clock);
      return answer;
    }
  `;
  valid("nobody knows how long the timer runs", TAKEN, likely);
  valid("a timer that is over soon", `
    export function ask(send, stop) {
      const clock = setTimeout(stop, 2_000);
      return send().then((answer) => { clearTimeout(clock); return answer; });
    }
  `, likely);
  valid("a listener on what is made for the call", `
    import { EventEmitter } from "node:events";
    export function first(feed) {
      const bus = new EventEmitter();
      let hear;
      return new Promise((resolve, reject) => {
        hear = resolve;
        bus.on("value", hear);
        feed(bus, reject);
      }).then((value) => { bus.off("value", hear); return value; });
    }
  `, likely);
  valid("the executor has to do with the handle itself", `
    export function within(work, limit) {
      let clock;
      return new Promise((resolve, reject) => {
        clock = setTimeout(() => reject(new Error("late")), limit);
        work.then(resolve, (error) => { clearTimeout(clock); reject(error); });
      }).then((answer) => { clearTimeout(clock); return answer; });
    }
  `, likely);
  valid("nobody knows whether the other removal is of this listener", `
    export function next(bus, name, other) {
      let hear;
      return new Promise((resolve, reject) => {
        hear = (value) => resolve(value);
        bus.on(name, hear);
        bus.once("over", reject);
      }).then((value) => { bus.off(other(), hear); return value; });
    }
  `, likely);
});
