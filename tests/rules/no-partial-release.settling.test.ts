import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release among callbacks that settle a promise", rule, ({ valid, invalid }) => {
  invalid("a listener that the timeout of a promise forgets", `
    export class Bus {
      ping(node, patience) {
        return new Promise((resolve) => {
          const timer = setTimeout(() => resolve(null), patience);
          const onPong = (pong) => {
            clearTimeout(timer);
            this.emitter.removeEventListener("pong", onPong);
            resolve(pong);
          };
          this.emitter.addEventListener("pong", onPong); // error: releaseMissedOnSettle "ended on line 8, but not when the promise settles on line 5"
        });
      }
    }
  `);
  invalid("an abort listener that every finished call leaves on a signal that is kept", `
    export class Work {
      run(work) {
        return new Promise((resolve, reject) => {
          this.signal.addEventListener("abort", () => reject(this.signal.reason)); // error: outlivesPromise "stays when the promise settles on line 6"
          work().then(resolve, reject).catch(() => resolve(undefined));
          work.run((value) => resolve(value));
        });
      }
    }
  `);
  const onGivenSignal = (comment: string): string => `
    export function withCancel(work, signal) {
      return new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason)); ${comment}
        work().then(resolve, reject).catch(() => resolve(undefined));
        work.run((value) => resolve(value));
      });
    }
  `;
  valid("an abort listener on a signal that the caller may make for each call", onGivenSignal(""));
  invalid("the same, where what is possible counts", onGivenSignal('// error: outlivesPromise "stays when the promise settles on line 5"'), { confidence: "possible" });
  valid("every callback that settles ends the others", `
    export class Bus {
      ping(patience) {
        return new Promise((resolve, reject) => {
          const done = () => {
            clearTimeout(timer);
            this.emitter.removeEventListener("pong", onPong);
          };
          const timer = setTimeout(() => { done(); reject(new Error("late")); }, patience);
          const onPong = (pong) => { done(); resolve(pong); };
          this.emitter.addEventListener("pong", onPong);
        });
      }
    }
  `);
  valid("listeners on a socket made for this promise", `
    import net from "node:net";
    export function probe(port) {
      return new Promise((resolve) => {
        const socket = net.connect(port);
        socket.addEventListener("connect", () => { socket.destroy(); resolve(true); });
        socket.addEventListener("error", () => resolve(false));
      });
    }
  `);
  valid("one listener that settles alone", `
    export function opened(target) {
      return new Promise((resolve) => { target.addEventListener("open", resolve, { once: true }); });
    }
  `);

  invalid("a timeout that loses its race", `
    export function within(work, patience) {
      return Promise.race([
        work,
        new Promise((_, reject) => setTimeout(() => reject(new Error("late")), patience)), // error: outlivesRace "goes on when another entrant wins the race on line 3"
      ]);
    }
  `, { confidence: "likely" });
  valid("a timeout that is cleared when its race is over", `
    export async function within(work, patience) {
      let timer;
      const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error("late")), patience); });
      try {
        return await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
      }
    }
  `, { confidence: "likely" });
  valid("an abort listener whose own run settles the promise", `
    export function cancellable(work, signal) {
      return new Promise((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        signal.addEventListener("abort", onAbort);
        work((value) => {
          signal.removeEventListener("abort", onAbort);
          resolve(value);
        });
      });
    }
  `, { confidence: "likely" });
  valid("a release kept in an object that the settlers use", `
    export class Waiter {
      next(patience) {
        return new Promise((resolve) => {
          let ending;
          const done = (value) => { ending.dispose(); resolve(value); };
          const onNext = (value) => done(value);
          this.source.addEventListener("next", onNext);
          ending = { dispose: () => this.source.removeEventListener("next", onNext) };
          this.timers.after(patience, () => done(null));
        });
      }
    }
  `, { confidence: "likely" });
  valid("an abort listener that is removed before it is added in the text", `
    export function sleep(ms, signal) {
      return new Promise((resolve) => {
        let timer;
        const onAbort = () => { clearTimeout(timer); resolve(); };
        timer = setTimeout(() => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        }, ms);
        signal.addEventListener("abort", onAbort);
      });
    }
  `, { confidence: "likely" });

  invalid("a listener on the output of a child that goes on after the time limit", `
    export class Host {
      wait() {
        return new Promise((resolve, reject) => {
          const onData = (data) => { this.child.stdout.removeListener("data", onData); resolve(data); };
          this.child.stdout.addListener("data", onData); // error: releaseMissedOnSettle "not when the promise settles"
          setTimeout(() => { this.note("late"); reject(new Error("late")); }, 500);
        });
      }
    }
  `);
  valid("a listener on the output of a child that the time limit kills", `
    export class Host {
      wait() {
        return new Promise((resolve, reject) => {
          const onData = (data) => { this.child.stdout.removeListener("data", onData); resolve(data); };
          this.child.stdout.addListener("data", onData);
          setTimeout(() => { this.child.kill(); reject(new Error("late")); }, 500);
        });
      }
    }
  `);
  valid("a listener on the output of a child of an object that the time limit ends", `
    export class Host {
      wait() {
        return new Promise((resolve, reject) => {
          const onData = (data) => { this.child.stdout.removeListener("data", onData); resolve(data); };
          this.child.stdout.addListener("data", onData);
          setTimeout(() => { this.terminate(); reject(new Error("late")); }, 500);
        });
      }
    }
  `);
  valid("settling a moment after the clean-up that the callback around it has called", `
    export class Ipc {
      request(id, limit) {
        return new Promise((resolve, reject) => {
          let timer;
          function end() { clearTimeout(timer); }
          timer = setTimeout(() => { end.call(this); reject(new Error("late")); }, limit);
          this.pending.set(id, (message) => {
            end.call(this);
            queueMicrotask(() => resolve(message));
          });
        });
      }
    }
  `);
  invalid("settling before the clean-up that the callback around it calls later or not at all", `
    export class Ipc {
      request(id, limit) {
        return new Promise((resolve, reject) => {
          let timer;
          function end() { clearTimeout(timer); }
          timer = setTimeout(() => { end.call(this); reject(new Error("late")); }, limit); // error: releaseMissedOnSettle "not when the promise settles"
          this.pending.set(id, (message) => {
            this.note(message);
            queueMicrotask(() => resolve(message));
          });
        });
      }
    }
  `);
  valid("one timer or the other, never both", `
    export function later(ms, fails) {
      return new Promise((resolve, reject) => {
        if (fails) setTimeout(reject, ms, "late");
        else setTimeout(resolve, ms);
      });
    }
  `);
  valid("one timer, or another after an early return", `
    export function later(ms, fails) {
      return new Promise((resolve, reject) => {
        if (fails) {
          setTimeout(reject, ms, "late");
          return;
        }
        setTimeout(resolve, ms);
      });
    }
  `);
  invalid("two timers of which both are set", `
    export function later(ms, fails) {
      return new Promise((resolve, reject) => {
        if (fails) {
          setTimeout(reject, ms, "late"); // error: outlivesPromise "setTimeout"
        }
        setTimeout(resolve, 10);
      });
    }
  `);
  valid("the listener for the error that destroys its stream", `
    export class Writer {
      flush() {
        return new Promise((resolve, reject) => {
          this.out.addListener("error", reject);
          this.out.once("drain", () => { this.out.removeListener("error", reject); resolve(); });
        });
      }
    }
  `);

  valid("listeners of a request that is made here, whatever they are called", `
    export function load(url) {
      return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        const fail = () => reject(new Error(request.statusText));
        request.addEventListener("load", () => resolve(request.responseText));
        request.addEventListener("error", fail);
        request.addEventListener("abort", fail);
        request.open("GET", url);
        request.send();
      });
    }
  `, { confidence: "likely" });
  valid("an executor that cleans up in a finally block of its own", `
    export function join(socket, signal) {
      return new Promise(async (resolve, reject) => {
        const cancel = () => { clean(); reject(new Error("cancelled")); };
        const clean = () => signal.removeEventListener("abort", cancel);
        signal.addEventListener("abort", cancel);
        try {
          socket.closed.then(() => reject(new Error("closed")));
          resolve(await socket.opened);
        } finally {
          clean();
        }
      });
    }
  `, { confidence: "likely" });
  valid("the same without the block, where the signal may be made for the call", `
    export function join(socket, signal) {
      return new Promise((resolve, reject) => {
        const cancel = () => { clean(); reject(new Error("cancelled")); };
        const clean = () => signal.removeEventListener("abort", cancel);
        signal.addEventListener("abort", cancel);
        socket.on("close", () => reject(new Error("closed")));
        socket.on("open", () => { clean(); resolve(socket); });
      });
    }
  `, { confidence: "likely" });
  valid("a callback that kills what will say that it is closed", `
    import { spawn } from "node:child_process";
    export function run(command) {
      return new Promise((resolve, reject) => {
        const child = spawn(command);
        const timer = setTimeout(() => { child.kill(); reject(new Error("too long")); }, 15000);
        child.stdout.on("data", (text) => { if (text.length > 100) { child.kill(); reject(new Error("too much")); } });
        child.on("close", (code) => { clearTimeout(timer); resolve(code); });
      });
    }
  `, { confidence: "likely" });

  const queued = (given: string): string => `
    export const acquire = (pool, queue) => new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("late")), 60000);MARK
      pool.once("free", () => resolve(pool.take()));
      queue.push(new Request(${given}));
    });
  `;
  valid("a timer given along with what settles", queued("resolve, reject, timer").replace("MARK", ""));
  invalid("a timer that whoever settles does not have", queued("resolve, reject").replace("MARK", " // error: outlivesPromise \"setTimeout\""));
});
