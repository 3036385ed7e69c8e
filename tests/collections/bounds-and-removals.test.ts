import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unbounded-collection", rule, ({ valid }) => {
  // Bounded.
  valid("a WeakMap", `
    const meta = new WeakMap();
    export function annotate(req) { meta.set(req, Date.now()); }
  `, likely);
  valid("an LRU cache", `
    import { LRUCache } from "lru-cache";
    const cache = new LRUCache({ max: 100 });
    export function keep(userId) { cache.set(userId, {}); }
  `, likely);
  valid("a size guard that evicts", `
    const cache = new Map();
    export function keep(userId, value) {
      if (cache.size >= 100) cache.delete(cache.keys().next().value);
      cache.set(userId, value);
    }
  `, likely);
  valid("a size guard that refuses", `
    const MAX = 100;
    const cache = new Map();
    export function keep(userId, value) {
      if (cache.size < MAX) cache.set(userId, value);
    }
  `, likely);
  valid("a size guard that clears", `
    let cache = {};
    export function keep(userId, value) {
      if (Object.keys(cache).length > 1000) cache = {};
      cache[userId] = value;
    }
  `, likely);
  valid("a length guard", `
    const log = [];
    export function record(message) {
      log.push(message);
      if (log.length > 50) log.shift();
    }
  `, likely);
  valid("swap and drain", `
    let queue = [];
    export function enqueue(message) { queue.push(message); }
    export function flush() { const batch = queue; queue = []; return batch.length; }
  `, likely);
  valid("length = 0", `
    const buffer = [];
    export function write(message) { buffer.push(message); }
    export function flush() { buffer.length = 0; }
  `, likely);
  valid("a timer sweeps", `
    const seen = new Map();
    export function mark(requestId) { seen.set(requestId, Date.now()); }
    setInterval(() => {
      for (const [id, at] of seen) if (at < Date.now() - 1000) seen.delete(id);
    }, 1000).unref();
  `, likely);
  valid("replaced on a cycle", `
    export class UsageMonitor {
      #counts = new Map();
      count(userId) { this.#counts.set(userId, 1); }
      report() { const counts = this.#counts; this.#counts = new Map(); return counts.size; }
    }
  `, likely);
  valid("filtered", `
    export class TaskManager {
      #tasks = [];
      add(task) { this.#tasks.push(task); }
      drop(task) { this.#tasks = this.#tasks.filter((other) => other !== task); }
    }
  `, likely);

  // A delete that can match.
  valid("deleted by the same key", `
    const open = new Map();
    export function begin(requestId) { open.set(requestId, Date.now()); }
    export function end(requestId) { open.delete(requestId); }
  `, likely);
  valid("deleted in a close handler", `
    export class SocketServer {
      #sockets = new Set();
      accept(socket) {
        this.#sockets.add(socket);
        socket.on("close", () => this.#sockets.delete(socket));
      }
      close() { this.#sockets.clear(); }
    }
  `, likely);
  valid("a remover is returned", `
    const listeners = [];
    export function subscribe(listener) {
      listeners.push(listener);
      return () => { listeners.splice(listeners.indexOf(listener), 1); };
    }
  `, likely);
  valid("deleted in a promise chain", `
    const inFlight = new Map();
    export function load(url) {
      const promise = fetch(url).finally(() => { delete inFlight[url]; inFlight.delete(url); });
      inFlight.set(url, promise);
      return promise;
    }
  `, likely);
  valid("deleted by a helper of the file", `
    const sockets = new Map();
    function drop(map, id) { map.delete(id); }
    export function open(socketId) { sockets.set(socketId, {}); }
    export function close(socketId) { drop(sockets, socketId); }
  `, likely);
  valid("deleted through an alias", `
    export class StreamManager {
      #streams = new Map();
      open(streamId) { this.#streams.set(streamId, {}); }
      end(streamId) { const streams = this.#streams; streams.delete(streamId); }
      close() { this.#streams.clear(); }
    }
  `, likely);
  valid("deleted on another instance of the same field", `
    export class Peer {
      _peers = new Set();
      link(socket) { this._peers.add(socket); }
      destroy() {}
    }
    export function unlink(peer, socket) { peer._peers.delete(socket); }
  `, likely);
  valid("delete o[k]", `
    const byId = {};
    export function put(message) { byId[message.id] = message; }
    export function take(id) { delete byId[id]; }
  `, likely);
  valid("Reflect.deleteProperty and other calls that may delete", `
    import { prune } from "./prune";
    const byId = {};
    export function put(message) { byId[message.id] = message; prune(byId); }
  `, likely);
  valid("cleared by a method that callers use to keep it small", `
    export class TokenStore {
      #tokens = new Map();
      add(token) { this.#tokens.set(token, Date.now()); }
      clear() { this.#tokens.clear(); }
    }
  `, likely);

  // Others can reach it.
  valid("an exported Map", `
    export const sessions = new Map();
    export function open(userId) { sessions.set(userId, {}); }
  `);
  valid("a Map exported by a specifier", `
    const sessions = new Map();
    export function open(userId) { sessions.set(userId, {}); }
    export { sessions };
  `, likely);
  valid("a Map in module.exports", `
    const sessions = new Map();
    exports.open = (userId) => { sessions.set(userId, {}); };
    exports.sessions = sessions;
  `, { ...likely, language: "cjs" });
  valid("a getter returns it", `
    export class SessionManager {
      #sessions = new Map();
      open(userId) { this.#sessions.set(userId, {}); }
      get sessions() { return this.#sessions; }
    }
  `, likely);
  valid("passed on", `
    import { expire } from "./expire";
    const sessions = new Map();
    expire(sessions);
    export function open(userId) { sessions.set(userId, {}); }
  `, likely);
  valid("a protected field", `
    export class SessionManager {
      protected readonly sessions = new Map<string, object>();
      open(userId: string) { this.sessions.set(userId, {}); }
    }
  `);

  // Code that ends.
  valid("a test file", `
    const seen = new Map();
    export function mark(requestId) { seen.set(requestId, 1); }
  `, { ...likely, filename: "tests/mark.test.ts" });
  valid("a configuration file", `
    const seen = new Map();
    export function mark(requestId) { seen.set(requestId, 1); }
  `, { ...likely, filename: "vite.config.ts" });
});
