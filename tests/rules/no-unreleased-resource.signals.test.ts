import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("a signal that the object keeps for all its calls", `
    export class Client {
      #stopping = new AbortController();
      async beat(path: string) {
        const own = new AbortController();
        this.#stopping.signal.addEventListener("abort", () => own.abort(), { once: true }); // error: listenerStays "finally"
        return await fetch(path, { signal: own.signal });
      }
      stop() { this.#stopping.abort(); }
    }
  `);
  invalid("a signal taken out of options that may be missing", `
    export async function get(url, init, ms) {
      const { signal, ...options } = init || {};
      const own = new AbortController();
      const abort = () => own.abort();
      if (signal) signal.addEventListener("abort", abort, { once: true }); // error: listenerStays "signal"
      const timer = setTimeout(abort, ms);
      try { return await fetch(url, { ...options, signal: own.signal }); } finally { clearTimeout(timer); }
    }
  `, STRICT);
  invalid("a promise inside of an async function", `
    export async function race(work, options) {
      return await Promise.race([work(), new Promise((_, reject) => {
        options.signal?.addEventListener("abort", () => { reject(options.signal.reason); }, { once: true }); // error: listenerStays "options.signal"
      })]);
    }
  `, STRICT);
  invalid("a bound that only another abort brings", `
    export async function ask(url, request) {
      const inner = new AbortController();
      if (request.signal.aborted) inner.abort();
      request.signal.addEventListener("abort", () => inner.abort(), { signal: inner.signal }); // error: listenerStays "request.signal"
      return await fetch(url, { signal: inner.signal });
    }
  `, STRICT);
  valid("a bound that the end of the call brings", `
    export async function ask(url, request) {
      const inner = new AbortController();
      request.signal.addEventListener("abort", () => inner.abort(), { signal: inner.signal });
      try { return await fetch(url, { signal: inner.signal }); } finally { inner.abort(); }
    }
  `, STRICT);
  valid("a signal that is made for the call", `
    export async function ask(url, ms) {
      const limit = AbortSignal.timeout(ms);
      const own = new AbortController();
      limit.addEventListener("abort", () => own.abort(), { once: true });
      return await fetch(url, { signal: own.signal });
    }
    export async function both(url, { signal }) {
      const all = AbortSignal.any([signal, AbortSignal.timeout(10)]);
      const own = new AbortController();
      all.addEventListener("abort", () => own.abort());
      return await fetch(url, { signal: own.signal });
    }
  `, STRICT);
  valid("a removal when the call is over", `
    export async function ask(url, options) {
      const { signal } = options ?? {};
      const own = new AbortController();
      const stop = () => own.abort();
      signal?.addEventListener("abort", stop, { once: true });
      try { return await fetch(url, { signal: own.signal }); } finally { signal?.removeEventListener("abort", stop); }
    }
  `, STRICT);
  valid("what the function hands out may wait for the signal as long as it lives", `
    export async function open(url, { signal }) {
      const socket = new WebSocket(url);
      signal.addEventListener("abort", () => socket.close(), { once: true });
      await new Promise((resolve) => { socket.onopen = resolve; });
      return socket;
    }
  `, STRICT);
  valid("nobody knows whose signal it is", `
    export async function ask(url) {
      const own = new AbortController();
      currentSignal().addEventListener("abort", () => own.abort(), { once: true });
      return await fetch(url, { signal: own.signal });
    }
  `, STRICT);
});
