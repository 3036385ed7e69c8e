import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;
const WAIT = `
      const own = new AbortController();
      signal.addEventListener("abort", () => own.abort());`;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("a signal of the module that a caller of the file gives", `
    const session = new AbortController();
    async function ask(url, signal) {
      const own = new AbortController();
      signal.addEventListener("abort", () => own.abort()); // error: listenerStays "stays on"
      return await fetch(url, { signal: own.signal });
    }
    export const askInSession = (url) => ask(url, session.signal);
  `);
  invalid("one signal for all turns of a loop, in an object", `
    async function ask(url, init) {
      const { signal } = init ?? {};
      const own = new AbortController();
      signal.addEventListener("abort", () => own.abort()); // error: listenerStays "stays on"
      return await fetch(url, { signal: own.signal });
    }
    export async function askAll(urls, signal) { for (const url of urls) await ask(url, { signal }); }
  `);
  invalid("one that the function hands on to itself", `
    export async function ask(task, retries = 0) {
      const own = new AbortController();
      task.signal.addEventListener("abort", () => own.abort()); // error: listenerStays "stays on"
      try { return await fetch(task.url, { signal: own.signal }); } catch { return ask(task, retries + 1); }
    }
  `);
  invalid("what the listener tells the call that waits", `
    export const until = async (isDone, signal) => {
      let isAborted = false;
      signal.addEventListener("abort", () => { isAborted = true; }, { once: true }); // error: listenerStays "stays on"
      while (!isAborted) if (await isDone()) return;
    };
  `, STRICT);
  valid("who may call it is unknown: likely, and no more", `
    export async function ask(url, signal) {${WAIT}
      return await fetch(url, { signal: own.signal });
    }
    export const askOnce = (url, signal) => ask(url, signal);
  `);
  valid("a new signal from each of its callers", `
    async function ask(url, signal) {${WAIT}
      return await fetch(url, { signal: own.signal });
    }
    export async function askInTime(url) {
      const limit = new AbortController();
      setTimeout(() => limit.abort(), 100);
      return await ask(url, limit.signal);
    }
  `, STRICT);
  valid("a new signal in each turn", `
    async function ask(url, signal) {${WAIT}
      return await fetch(url, { signal: own.signal });
    }
    export async function askAll(urls) {
      for (const url of urls) {
        const limit = new AbortController();
        await ask(url, limit.signal);
      }
    }
  `);
  valid("the signal of a request", `
    export async function answer(request: Request) {
      const own = new AbortController();
      request.signal.addEventListener("abort", () => own.abort());
      return await fetch(request.url, { signal: own.signal });
    }
  `, STRICT);
  invalid("the signal of an own type that is called so", `
    import type { Request } from "./task";
    export async function answer(request: Request) {
      const own = new AbortController();
      request.signal.addEventListener("abort", () => own.abort()); // error: listenerStays "stays on"
      return await fetch(request.url, { signal: own.signal });
    }
  `, STRICT);
  valid("an abort that ends what was set up for as long as the signal lives", `
    export const listen = (emitter, event, listener, signal: AbortSignal) => {
      emitter.on(event, listener);
      signal.addEventListener("abort", () => emitter.off(event, listener), { once: true });
    };
  `, STRICT);
});
