/** Deletes that are there and cannot match what was put in, or are never run. */
import type { CollectionPair } from "./collection-program.ts";

export const deletes: readonly CollectionPair[] = [
  {
    name: "another prefix", style: "functions", rule: "no-unbounded-collection", verdict: "certain",
    reason: "the delete looks for the bare id",
    leaking: `const open = new Map(); export function begin(requestId) {
      open.set("req:" + requestId, Date.now()); // here
    } export function end(requestId) { open.delete(requestId); }`,
    repaired: `const open = new Map(); export function begin(requestId) {
      open.set("req:" + requestId, Date.now());
    } export function end(requestId) { open.delete("req:" + requestId); }`,
  },
  {
    name: "a returned remover with another template", style: "closure factory", rule: "no-unbounded-collection", verdict: "certain",
    reason: "the remover removes nothing",
    leaking: `export function createHub() { const peers = new Map(); setInterval(() => peers.size, 1e3); return { join(socketId, peer) {
      peers.set(\`peer/\${socketId}\`, peer); // here
      return () => peers.delete(\`peers/\${socketId}\`); } }; }`,
    repaired: `export function createHub() { const peers = new Map(); setInterval(() => peers.size, 1e3); return { join(socketId, peer) {
      peers.set(\`peer/\${socketId}\`, peer);
      return () => peers.delete(\`peer/\${socketId}\`); } }; }`,
  },
  {
    name: "a key printed from what changes", style: "#private", rule: "no-unbounded-collection", verdict: "certain",
    reason: "the text tells the time that is left",
    leaking: `class Context { constructor(end) { this.end = end; } toString() { return "ctx " + (this.end - Date.now()); } }
    export class WatchClient { #streams = new Map(); watch(end) { const ctx = new Context(end);
      this.#streams.set(String(ctx), {}); // here
      return () => this.#streams.delete(String(ctx)); } }`,
    repaired: `class Context { constructor(end) { this.end = end; } toString() { return "ctx " + (this.end - Date.now()); } }
    let last = 0; export class WatchClient { #streams = new Map(); watch(end) { const ctx = new Context(end); const id = ++last;
      this.#streams.set(id, ctx);
      return () => this.#streams.delete(id); } }`,
  },
  {
    name: "emptied in the teardown of the owner alone", style: "#private", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the client lives for weeks, its calls for seconds",
    leaking: `export class CallClient { #calls = new Map(); begin(requestId) {
      this.#calls.set(requestId, {}); // here
    } has(requestId) { return this.#calls.has(requestId); } close() { this.#calls.clear(); } }`,
    repaired: `export class CallClient { #calls = new Map(); begin(requestId) {
      this.#calls.set(requestId, {});
    } has(requestId) { return this.#calls.has(requestId); } end(requestId) { this.#calls.delete(requestId); } close() { this.#calls.clear(); } }`,
  },
  {
    name: "sockets that close while their server lives", style: "#private", rule: "no-unbounded-collection", verdict: "certain",
    reason: "the handler of `close` is there and forgets the set",
    leaking: `export class WireServer { #sockets = new Set(); accept(socket) {
      this.#sockets.add(socket); // here
      socket.on("close", () => this.log("gone")); } log(text) { return text; } close() { for (const socket of this.#sockets) socket.destroy(); this.#sockets.clear(); } }`,
    repaired: `export class WireServer { #sockets = new Set(); accept(socket) {
      this.#sockets.add(socket);
      socket.on("close", () => { this.log("gone"); this.#sockets.delete(socket); }); } log(text) { return text; } close() { for (const socket of this.#sockets) socket.destroy(); this.#sockets.clear(); } }`,
  },
  {
    name: "children that exit while their pool lives", style: "prototype", rule: "no-unbounded-collection", verdict: "certain",
    reason: "the exit of a child is heard and its record stays",
    leaking: `const { fork } = require("node:child_process"); function WorkerPool() { this._children = {}; } WorkerPool.prototype.spawn = function (file) { const child = fork(file);
      this._children[child.pid] = child; // here
      child.once("exit", function () { console.log("left"); }); }; WorkerPool.prototype.destroy = function () { for (const pid in this._children) this._children[pid].kill(); this._children = {}; }; module.exports = WorkerPool;`,
    repaired: `const { fork } = require("node:child_process"); function WorkerPool() { this._children = {}; } WorkerPool.prototype.spawn = function (file) { const child = fork(file);
      this._children[child.pid] = child;
      child.once("exit", () => { delete this._children[child.pid]; }); }; WorkerPool.prototype.destroy = function () { for (const pid in this._children) this._children[pid].kill(); this._children = {}; }; module.exports = WorkerPool;`,
  },
  {
    name: "emptied in a loop by a helper of the teardown", style: "class", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the helper runs at the end of the queue only",
    leaking: `export class JobQueue { private jobs = new Map<string, object>(); add(jobId: string, job: object): void {
      this.jobs.set(jobId, job); // here
    } destroy(): void { this.drop(); } private drop(): void { for (const id of this.jobs.keys()) this.jobs.delete(id); } }`,
    repaired: `export class JobQueue { private jobs = new Map<string, object>(); add(jobId: string, job: object): void {
      this.jobs.set(jobId, job);
    } done(jobId: string): void { this.jobs.delete(jobId); } destroy(): void { this.drop(); } private drop(): void { for (const id of this.jobs.keys()) this.jobs.delete(id); } }`,
  },
  {
    name: "a helper that nobody calls", style: "functions", rule: "no-unbounded-collection", verdict: "likely",
    reason: "the sweep was written and never started",
    leaking: `const seen = new Map(); export function mark(requestId) {
      seen.set(requestId, Date.now()); // here
    } function sweep() { for (const [id, at] of seen) if (at < Date.now() - 1000) seen.delete(id); }`,
    repaired: `const seen = new Map(); export function mark(requestId) {
      seen.set(requestId, Date.now());
    } function sweep() { for (const [id, at] of seen) if (at < Date.now() - 1000) seen.delete(id); } setInterval(sweep, 1000).unref();`,
  },
  {
    name: "moved to the end and never out", style: "functions", rule: "no-unbounded-collection", verdict: "likely",
    reason: "the delete only makes room for the same key",
    leaking: `const recent = new Map(); export function touch(requestId) { recent.delete(requestId);
      recent.set(requestId, Date.now()); // here
    }`,
    repaired: `const recent = new Map(); export function touch(requestId) { recent.delete(requestId);
      recent.set(requestId, Date.now()); if (recent.size > 100) recent.delete(recent.keys().next().value);
    }`,
  },
  {
    name: "the delete of another collection", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the helper is given the wrong map",
    leaking: `const sockets = new Map(); const rooms = new Map(); const drop = (map, id) => map.delete(id); export function open(socketId, s) {
      sockets.set(socketId, s); // here
    } export function enter(roomId, r) { rooms.set(roomId, r); } export function close(socketId) { drop(rooms, socketId); }`,
    repaired: `const sockets = new Map(); const rooms = new Map(); const drop = (map, id) => map.delete(id); export function open(socketId, s) {
      sockets.set(socketId, s);
    } export function enter(roomId, r) { rooms.set(roomId, r); } export function leave(roomId) { drop(rooms, roomId); } export function close(socketId) { drop(sockets, socketId); }`,
  },
  {
    name: "lower case in, as it came out", style: "#private", rule: "no-unbounded-collection", verdict: "certain",
    reason: "a template that adds a part on one side only",
    leaking: `export class HeaderCache { #byUrl = new Map(); put(url, value) {
      this.#byUrl.set(\`\${url}#\`, value); // here
    } drop(url) { this.#byUrl.delete(\`#\${url}#\`); } }`,
    repaired: `export class HeaderCache { #byUrl = new Map(); put(url, value) {
      this.#byUrl.set(\`\${url}#\`, value);
    } drop(url) { this.#byUrl.delete(\`\${url}#\`); } }`,
  },
];
