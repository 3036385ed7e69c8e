import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry", rule, ({ valid, invalid }) => {
  // Success callbacks.
  invalid("then without a rejection handler", `
    const inFlight = new Map();
    export function load(url) {
      const promise = fetch(url);
      inFlight.set(url, promise); // error: keptOnReject "removed on line 6 when the promise is fulfilled"
      promise.then(() => inFlight.delete(url));
      return promise;
    }
  `, { suggestions: [{ messageId: "useFinally", output: `
    const inFlight = new Map();
    export function load(url) {
      const promise = fetch(url);
      inFlight.set(url, promise);
      promise.finally(() => inFlight.delete(url));
      return promise;
    }
  ` }] });
  valid("a promise that nothing rejects", `
    const pending = new Map();
    export function wait(requestId) {
      const answered = new Promise((resolve) => { resolvers.push(resolve); });
      pending.set(requestId, answered);
      answered.then(() => pending.delete(requestId));
    }
  `, likely);
  valid("a last link that nothing rejects", `
    const pending = new Map();
    export function wait(requestId, ready) {
      const answer = () => new Promise((resolve) => { resolvers.push(resolve); });
      const answered = ready.then(answer);
      pending.set(requestId, answered);
      answered.then(() => pending.delete(requestId));
    }
  `, likely);
  valid("a promise of a collection that a flush empties", `
    const barriers = new Set();
    export function guard(page) {
      const race = page.race();
      barriers.add(race);
      race.then(() => barriers.delete(race));
    }
    export async function flush() { await Promise.all(barriers); barriers.clear(); }
  `, likely);
  invalid("a promise that its maker may reject", `
    const pending = new Map();
    export function wait(requestId) {
      const answered = new Promise((resolve, reject) => { resolvers.push([resolve, reject]); });
      pending.set(requestId, answered); // error: keptOnReject "when the promise is fulfilled"
      answered.then(() => pending.delete(requestId));
    }
  `, likely);
  invalid("an error-first callback that returns early", `
    const jobs = new Map();
    export function start(id, work, done) {
      jobs.set(id, work); // error: keptOnReturn "removed on line 7" "left on line 6"
      work.run((err, result) => {
        if (err) return done(err);
        jobs.delete(id);
        done(null, result);
      });
    }
  `);
  valid("finally on the promise", `
    const inFlight = new Map();
    export function load(url) {
      const promise = fetch(url);
      inFlight.set(url, promise);
      void promise.finally(() => inFlight.delete(url));
      return promise;
    }
  `, likely);
  valid("both callbacks of then", `
    const inFlight = new Map();
    export function load(url) {
      const promise = fetch(url);
      inFlight.set(url, promise);
      promise.then(() => inFlight.delete(url), () => inFlight.delete(url));
      return promise;
    }
  `, likely);
  valid("a catch before the then", `
    const inFlight = new Map();
    export function load(url) {
      const promise = fetch(url);
      inFlight.set(url, promise);
      promise.catch(() => undefined).then(() => inFlight.delete(url));
      return promise;
    }
  `, likely);
  valid("the error-first callback deletes before it looks", `
    const jobs = new Map();
    export function start(id, work, done) {
      jobs.set(id, work);
      work.run((err, result) => {
        jobs.delete(id);
        if (err) return done(err);
        done(null, result);
      });
    }
  `, likely);

  // Waiting for an answer.
  invalid("only the answer removes a pending request, in strict", `
    export class RpcClient {
      #pending = new Map();
      constructor(socket) { socket.on("message", (response) => this.receive(response)); }
      send(id, done) {
        this.#pending.set(id, done); // error: keptWithoutAnswer "removed on line 10 when its answer comes"
      }
      receive(response) {
        this.#pending.get(response.id)?.(response);
        this.#pending.delete(response.id);
      }
    }
  `, likely);
  valid("a closed connection empties what is pending", `
    export class RpcClient {
      #pending = new Map();
      constructor(socket) {
        socket.on("message", (response) => this.receive(response));
        socket.on("close", () => this.#pending.clear());
      }
      send(id, done) { this.#pending.set(id, done); }
      receive(response) {
        this.#pending.get(response.id)?.(response);
        this.#pending.delete(response.id);
      }
    }
  `, likely);
  valid("a timer removes what is not answered", `
    export class RpcClient {
      #pending = new Map();
      send(id, done) {
        this.#pending.set(id, done);
        setTimeout(() => this.#pending.delete(id), 1000);
      }
      receive(response) {
        this.#pending.get(response.id)?.(response);
        this.#pending.delete(response.id);
      }
    }
  `, likely);
});
