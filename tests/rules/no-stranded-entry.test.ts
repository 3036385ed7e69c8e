import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry", rule, ({ valid, invalid }) => {
  // A promise rejects between insert and removal.
  invalid("the delete stands after the await", `
    const running = new Map();
    export async function run(id, job) {
      running.set(id, job); // error: keptOnFailure "\`running\`" "removed on line 6" "\`job.start()\` rejects (line 5)" "\`finally\`"
      await job.start();
      running.delete(id);
    }
  `, { suggestions: [{ messageId: "moveToFinally", output: `
    const running = new Map();
    export async function run(id, job) {
      running.set(id, job);
      try {
        await job.start();
      } finally {
        running.delete(id);
      }
    }
  ` }] });
  invalid("the result is returned after the delete", `
    const running = new Set();
    export async function run(id, job) {
      running.add(id); // error: keptOnFailure "\`job.start()\` rejects (line 5)"
      const result = await job.start();
      running.delete(id);
      return result;
    }
  `, { suggestions: [{ messageId: "moveToFinally", output: `
    const running = new Set();
    export async function run(id, job) {
      running.add(id);
      try {
        const result = await job.start();
        return result;
      } finally {
        running.delete(id);
      }
    }
  ` }] });
  invalid("an in-flight map, the delete deep in the async function it holds", `
    export class RepositoryService {
      #pending = new Map();
      async open(uri) {
        const key = String(uri.path);
        let promise = this.#pending.get(key);
        if (promise === undefined) {
          const find = async () => {
            const found = await this.search(uri);
            if (found === undefined) return undefined;
            this.#pending.delete(key);
            return found;
          };
          promise = find();
          this.#pending.set(key, promise); // error: keptOnFailure "\`this.#pending\`" "removed on line 11" "\`this.search(…)\` rejects (line 9)"
        }
        return promise;
      }
      search(uri) { return fetch(uri); }
    }
  `);
  invalid("a private field of a client, the record deleted from under a guard about the entry", `
    export class HttpClient {
      constructor() { this._busy = {}; }
      async send(url, body) {
        this._busy[url] = body; // error: keptOnFailure "rejects (line 6)"
        const answer = await this.post(url, body);
        if (this._busy[url] === body) delete this._busy[url];
        return answer;
      }
      async post(url, body) { return fetch(url, { method: "POST", body }); }
    }
  `, { language: "js" });
  invalid("a throw before the delete", `
    const locks = new Set();
    export async function withLock(name, work) {
      locks.add(name); // error: keptOnFailure "the function throws on line 6"
      const ok = work(name);
      if (!ok) throw new Error("refused");
      locks.delete(name);
    }
  `);
  invalid("a call that may throw, in strict", `
    const visiting = new Set();
    export function visit(node, check) {
      visiting.add(node.id); // error: keptOnFailure "\`check(…)\` throws (line 5)"
      check(node);
      visiting.delete(node.id);
    }
  `, likely);
  invalid("an early return, in strict", `
    const open = new Map();
    export function handle(request) {
      open.set(request.id, request); // error: keptOnReturn "stays when the function is left on line 5"
      if (request.ignored) return;
      open.delete(request.id);
    }
  `, likely);
  valid("a finally block", `
    const running = new Map();
    export async function run(id, job) {
      running.set(id, job);
      try { await job.start(); } finally { running.delete(id); }
    }
  `, likely);
  valid("a handler of the failure deletes too", `
    const running = new Map();
    export async function run(id, job) {
      running.set(id, job);
      try { await job.start(); running.delete(id); } catch (error) { running.delete(id); throw error; }
    }
  `, likely);
  valid("the delete is what failure does: a cache of promises", `
    const cache = new Map();
    export function load(url) {
      const known = cache.get(url);
      if (known) return known;
      const promise = (async () => {
        try { return await fetch(url); } catch (error) { cache.delete(url); throw error; }
      })();
      cache.set(url, promise);
      return promise;
    }
  `);
  valid("the delete stands under a condition of its own", `
    const cache = new Map();
    export async function load(url) {
      cache.set(url, true);
      const answer = await fetch(url);
      if (!answer.ok) cache.delete(url);
      return answer;
    }
  `);
  valid("nothing between the two can fail", `
    const active = new Set();
    export function mark(id) {
      active.add(id);
      console.log(id);
      active.delete(id);
    }
  `, likely);
  valid("the collection ends with the call", `
    export async function crawl(start) {
      const pending = new Set();
      pending.add(start);
      await fetch(start);
      pending.delete(start);
      return pending.size;
    }
  `, likely);
  valid("everything is emptied now and then", `
    const running = new Set();
    export async function run(id, work) {
      running.add(id);
      await work();
      running.delete(id);
    }
    export function nextRound() { running.clear(); }
  `, likely);
  valid("removed first, put in again later", `
    const order = new Map();
    export async function touch(id, value) {
      order.delete(id);
      const fresh = await value();
      order.set(id, fresh);
      while (order.size > 100) order.delete(order.keys().next().value);
    }
  `, likely);
  valid("the next round of a loop deletes another key", `
    const misses = new Map();
    export async function poll(ids, ask) {
      for (const id of ids) {
        const answer = await ask(id);
        if (!answer) {
          misses.set(id, 1);
          continue;
        }
        misses.delete(id);
      }
    }
  `, likely);
});
