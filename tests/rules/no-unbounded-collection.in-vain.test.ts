import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unbounded-collection", rule, ({ valid, invalid }) => {
  // Removals that nothing runs.
  invalid("a sweep that is never started", `
    const seen = new Map();
    export function mark(requestId) {
      seen.set(requestId, Date.now()); // error: removedInVain "nothing runs \`sweep()\` that removes on line 7"
    }
    function sweep() {
      for (const [id, at] of seen) if (at < Date.now() - 1000) seen.delete(id);
    }
  `, likely);
  valid("a sweep that is handed to a timer", `
    const seen = new Map();
    export function mark(requestId) { seen.set(requestId, Date.now()); }
    function sweep() { for (const [id, at] of seen) if (at < Date.now() - 1000) seen.delete(id); }
    setInterval(sweep, 1000);
  `, likely);
  valid("a sweep that others are handed", `
    const seen = new Map();
    function mark(requestId) { seen.set(requestId, Date.now()); }
    function sweep() { for (const [id, at] of seen) if (at < Date.now() - 1000) seen.delete(id); }
    module.exports = { mark, sweep };
  `, { ...likely, language: "cjs" });
  invalid("a private method that nothing calls", `
    export class VisitService {
      #seen = new Map();
      mark(requestId) {
        this.#seen.set(requestId, 1); // error: removedInVain "nothing runs \`#forget()\`"
      }
      #forget(requestId) { this.#seen.delete(requestId); }
    }
  `, likely);
  invalid("a container of the file, held in a field of a class", `
    class Jobs {
      byId = new Map();
      add(jobId, job) {
        this.byId.set(jobId, job); // error: removedInVain "nothing runs \`evict()\`"
      }
      evict(jobId) { this.byId.delete(jobId); }
    }
    const jobs = new Jobs();
    export class JobServer {
      #jobs = new Jobs();
      begin(job) { this.#jobs.add(job.id, job); jobs.add(job.id, job); }
    }
  `, likely);
  valid("a container of the file, handed on", `
    import { watch } from "./watch";
    class Jobs {
      byId = new Map();
      add(jobId, job) { this.byId.set(jobId, job); }
      evict(jobId) { this.byId.delete(jobId); }
    }
    const jobs = new Jobs();
    watch(jobs);
    export function begin(job) { jobs.add(job.id, job); }
  `, likely);
  valid("a container of the file, which a subclass may empty", `
    class Jobs {
      byId = new Map();
      add(jobId, job) { this.byId.set(jobId, job); }
      prune(jobId) { this.byId.delete(jobId); }
    }
    export class MoreJobs extends Jobs {}
    const jobs = new Jobs();
    export function begin(job) { jobs.add(job.id, job); }
  `, likely);

  // The end of the entry is heard.
  invalid("the close of a socket is heard and the set forgotten", `
    export class WireServer {
      #sockets = new Set();
      accept(socket) {
        this.#sockets.add(socket); // error: onlyEmptiedAtEnd "\`close()\` on line 8 only empties it with its owner, although the entry's own end is heard on line 6"
        socket.on("close", () => console.log("gone"));
      }
      close() { this.#sockets.clear(); }
    }
  `);
  valid("nothing tells that the entries end before their owner", `
    export class WireServer {
      #sockets = new Set();
      accept(socket) {
        this.#sockets.add(socket);
        socket.on("data", () => console.log("data"));
      }
      close() { this.#sockets.clear(); }
    }
  `);

  // Made anew from what it was.
  invalid("Object.assign into a fresh object", `
    let state = {};
    export function put(sessionId, value) {
      state = Object.assign({}, state, { [sessionId]: value }); // error: neverRemoved "under \`sessionId\`"
    }
  `, { confidence: "possible" });
  invalid("a Map of the old entries and one more", `
    let open = new Map();
    export function put(sessionId, value) {
      open = new Map([...open, [sessionId, value]]); // error: neverRemoved "under \`sessionId\`"
    }
  `, { confidence: "possible" });
  valid("a copy as it is", `
    let open = new Map([["a", 1]]);
    export function touch() { open = new Map(open); }
    export const get = (id) => open.get(id);
  `, likely);
  valid("properties under names of the source", `
    let state = {};
    export function load(requestId) { state = { ...state, loading: true, requestId }; }
  `, likely);
  valid("what is left by a filter, and one more", `
    let open = [];
    export function put(task) { open = [...open.filter((other) => !other.done), task]; }
  `, likely);
  valid("a rest pattern takes one out", `
    let state = {};
    export function put(sessionId, value) { state = { ...state, [sessionId]: value }; }
    export function drop(sessionId) { const { [sessionId]: gone, ...rest } = state; state = rest; return gone; }
  `, likely);

  // Caches of packages.
  invalid("a cache whose options bound nothing", `
    import NodeCache from "node-cache";
    const answers = new NodeCache({ stdTTL: 0, useClones: false });
    export function remember(req, body) {
      answers.set(req.url, body); // error: neverRemoved "\`answers\`"
    }
  `, { confidence: "possible" });
  valid("an option that is not seen", `
    import NodeCache from "node-cache";
    import { options } from "./options";
    const answers = new NodeCache(options);
    export function remember(req, body) { answers.set(req.url, body); }
  `, likely);
  valid("a cache that is told what to drop", `
    import NodeCache from "node-cache";
    const answers = new NodeCache();
    export function remember(req, body) { answers.set(req.url, body); }
    export function drop(req) { answers.del(req.url); }
  `, likely);
  valid("a Keyv with a store", `
    import Keyv from "keyv";
    const tokens = new Keyv("redis://localhost");
    export function remember(req, body) { return tokens.set(req.url, body); }
  `, likely);

  // Objects of other files, and the global one.
  invalid("a member of the global object", `
    globalThis.answers = new Map();
    export function remember(req, body) {
      globalThis.answers.set(req.url, body); // error: neverRemoved "\`globalThis.answers\`"
    }
  `, { confidence: "possible" });
  valid("a member of the global object that others may have filled", `
    globalThis.answers = globalThis.answers || new Map();
    export function remember(req, body) { globalThis.answers.set(req.url, body); }
  `);
});
