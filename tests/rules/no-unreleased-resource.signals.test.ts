import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("the signal of a controller that nobody has", `
    export class Bar {
      mount() { window.addEventListener("resize", () => this.layout(), { signal: new AbortController().signal }); } // error: listenerStays "which nothing can abort"
      layout() {}
      unmount() { this.isGone = true; }
    }
  `);
  invalid("the signal of a controller that is only asked for it", `
    export class Bar {
      mount() {
        const ending = new AbortController();
        window.addEventListener("resize", () => this.layout(), { signal: ending.signal }); // error: listenerStays "keep the controller"
      }
      layout() {}
      unmount() { this.isGone = true; }
    }
  `);
  valid("the signal of a controller that a kept function aborts", `
    export class Bar {
      mount() {
        const ending = new AbortController();
        this.end = () => ending.abort();
        window.addEventListener("resize", () => this.layout(), { signal: ending.signal });
      }
      layout() {}
      unmount() { this.end(); }
    }
  `, STRICT);
  valid("a controller that somebody else has may be aborted", `
    export class Bar {
      mount(keep) {
        const ending = new AbortController();
        keep(ending);
        window.addEventListener("resize", () => this.layout(), { signal: ending.signal });
      }
      layout() {}
      unmount() { this.isGone = true; }
    }
  `, STRICT);
  invalid("a signal that the object keeps for all its calls", `
    export class Client {
      #stopping = new AbortController();
      async beat(path: string) {
        const own = new AbortController();
        this.#stopping.signal.addEventListener("abort", () => own.abort(), { once: true }); // error: listenerStays "when the call is over"
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
