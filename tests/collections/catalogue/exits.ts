/** Deletes that one way out comes by, and another misses. */
import type { CollectionPair } from "./collection-program.ts";

export const exits: readonly CollectionPair[] = [
  {
    name: "an awaited call rejects", style: "functions", rule: "no-stranded-entry", verdict: "certain",
    reason: "a failed job is running for ever",
    leaking: `const running = new Map(); export async function run(id, job) {
      running.set(id, job); // here
      await job.start();
      running.delete(id); }`,
    repaired: `const running = new Map(); export async function run(id, job) {
      running.set(id, job);
      try { await job.start(); } finally { running.delete(id); } }`,
  },
  {
    name: "an in-flight promise without finally", style: "closure factory", rule: "no-stranded-entry", verdict: "certain",
    reason: "the next caller is given the rejected promise",
    leaking: `export function createLoader(fetchOne) { const inFlight = new Map(); setInterval(() => 0, 9); return (url) => { const promise = fetchOne(url);
      inFlight.set(url, promise); // here
      promise.then(() => inFlight.delete(url)); return promise; }; }`,
    repaired: `export function createLoader(fetchOne) { const inFlight = new Map(); setInterval(() => 0, 9); return (url) => { const promise = fetchOne(url);
      inFlight.set(url, promise);
      promise.finally(() => inFlight.delete(url)); return promise; }; }`,
  },
  {
    name: "the error comes first", style: "CommonJS", rule: "no-stranded-entry", verdict: "certain",
    reason: "the callback returns before the delete",
    leaking: `const fs = require("node:fs"); const reading = {}; exports.read = function read(path, done) {
      reading[path] = true; // here
      fs.readFile(path, function (err, data) { if (err) return done(err); delete reading[path]; done(null, data); }); };`,
    repaired: `const fs = require("node:fs"); const reading = {}; exports.read = function read(path, done) {
      reading[path] = true;
      fs.readFile(path, function (err, data) { delete reading[path]; if (err) return done(err); done(null, data); }); };`,
  },
  {
    name: "an early return", style: "functions", rule: "no-stranded-entry", verdict: "likely",
    reason: "ignored requests stay open",
    leaking: `const open = new Map(); export function handle(request) {
      open.set(request.id, request); // here
      if (request.ignored) return;
      request.answer(); open.delete(request.id); }`,
    repaired: `const open = new Map(); export function handle(request) {
      if (request.ignored) return;
      open.set(request.id, request);
      request.answer(); open.delete(request.id); }`,
  },
  {
    name: "the function throws", style: "#private", rule: "no-stranded-entry", verdict: "certain",
    reason: "what was locked stays locked",
    leaking: `export class LockService { #held = new Set(); async with(lockId, work) {
      this.#held.add(lockId); // here
      if (!(await work())) throw new Error("failed"); this.#held.delete(lockId); } }`,
    repaired: `export class LockService { #held = new Set(); async with(lockId, work) {
      this.#held.add(lockId);
      try { if (!(await work())) throw new Error("failed"); } finally { this.#held.delete(lockId); } } }`,
  },
  {
    name: "the parsing of a text fails", style: "prototype", rule: "no-stranded-entry", verdict: "likely",
    reason: "broken JSON leaves its mark",
    leaking: `function ParseService() { this._busy = {}; } ParseService.prototype.parse = function (jobId, text) {
      this._busy[jobId] = true; // here
      const value = JSON.parse(text); delete this._busy[jobId]; return value; }; module.exports = ParseService;`,
    repaired: `function ParseService() { this._busy = {}; } ParseService.prototype.parse = function (jobId, text) {
      this._busy[jobId] = true;
      try { return JSON.parse(text); } finally { delete this._busy[jobId]; } }; module.exports = ParseService;`,
  },
  {
    name: "no answer comes", style: "#private", rule: "no-stranded-entry", verdict: "likely",
    reason: "no timeout, no disconnect: the call waits for ever",
    leaking: `export class BridgeClient { #pending = new Map(); #next = 0; call(method) { return new Promise((resolve) => { const id = ++this.#next;
      this.#pending.set(id, resolve); this.post({ id, method }); // here
    }); } post(message) { return message; } receive(response) { this.#pending.get(response.id)?.(response.result); this.#pending.delete(response.id); } }`,
    repaired: `export class BridgeClient { #pending = new Map(); #next = 0; call(method) { return new Promise((resolve) => { const id = ++this.#next;
      this.#pending.set(id, resolve); this.post({ id, method }); setTimeout(() => this.#pending.delete(id), 1000);
    }); } post(message) { return message; } receive(response) { this.#pending.get(response.id)?.(response.result); this.#pending.delete(response.id); } }`,
  },
  {
    name: "a sibling under the same id", style: "#private", rule: "no-stranded-entry", verdict: "certain",
    reason: "leaving takes the socket and leaves the name",
    leaking: `export class ChatServer { #sockets = new Map(); #names = new Map(); join(socketId, socket, name) { this.#sockets.set(socketId, socket);
      this.#names.set(socketId, name); // here
    } leave(socketId) { this.#sockets.delete(socketId); } }`,
    repaired: `export class ChatServer { #sockets = new Map(); #names = new Map(); join(socketId, socket, name) { this.#sockets.set(socketId, socket);
      this.#names.set(socketId, name);
    } leave(socketId) { this.#sockets.delete(socketId); this.#names.delete(socketId); } }`,
  },
  {
    name: "a sibling record in prototype style", style: "prototype", rule: "no-stranded-entry", verdict: "certain",
    reason: "the timer goes, the deadline stays",
    leaking: `function LeaseServer() { this._timers = {}; this._ends = {}; } LeaseServer.prototype.grant = function (sessionId, ms) { this._timers[sessionId] = setTimeout(noop, ms);
      this._ends[sessionId] = Date.now() + ms; // here
    }; LeaseServer.prototype.revoke = function (sessionId) { clearTimeout(this._timers[sessionId]); delete this._timers[sessionId]; }; function noop() {} module.exports = LeaseServer;`,
    repaired: `function LeaseServer() { this._timers = {}; this._ends = {}; } LeaseServer.prototype.grant = function (sessionId, ms) { this._timers[sessionId] = setTimeout(noop, ms);
      this._ends[sessionId] = Date.now() + ms;
    }; LeaseServer.prototype.revoke = function (sessionId) { clearTimeout(this._timers[sessionId]); delete this._timers[sessionId]; delete this._ends[sessionId]; }; function noop() {} module.exports = LeaseServer;`,
  },
  {
    name: "a clear that forgets a field", style: "#private", rule: "no-stranded-entry", verdict: "certain",
    reason: "the one is emptied, the other keeps everything",
    leaking: `export class IndexService { #byId = new Map(); #nameOf = new Map(); add(sessionId, name) { this.#byId.set(sessionId, {});
      this.#nameOf.set(sessionId, name); // here
    } remove(sessionId) { this.#byId.delete(sessionId); this.#nameOf.delete(sessionId); } clear() { this.#byId.clear(); } }`,
    repaired: `export class IndexService { #byId = new Map(); #nameOf = new Map(); add(sessionId, name) { this.#byId.set(sessionId, {});
      this.#nameOf.set(sessionId, name);
    } remove(sessionId) { this.#byId.delete(sessionId); this.#nameOf.delete(sessionId); } clear() { this.#byId.clear(); this.#nameOf.clear(); } }`,
  },
  {
    name: "one end takes both, another takes one", style: "class", rule: "no-stranded-entry", verdict: "possible",
    reason: "a disconnect is an end as well",
    leaking: `export class PresenceServer { private users = new Map<string, object>(); private beats = new Map<string, number>(); join(userId: string): void { this.users.set(userId, {});
      this.beats.set(userId, Date.now()); // here
    } leave(userId: string): void { this.users.delete(userId); this.beats.delete(userId); } onDisconnect(userId: string): void { this.users.delete(userId); } }`,
    repaired: `export class PresenceServer { private users = new Map<string, object>(); private beats = new Map<string, number>(); join(userId: string): void { this.users.set(userId, {});
      this.beats.set(userId, Date.now());
    } leave(userId: string): void { this.users.delete(userId); this.beats.delete(userId); } onDisconnect(userId: string): void { this.leave(userId); } }`,
  },
  {
    name: "null instead of a delete", style: "functions", rule: "no-stranded-entry", verdict: "certain",
    reason: "the value goes, the key stays",
    leaking: `const players = {}; export function attach(playerId, plugin) {
      players[playerId] = plugin; // here
    } export function detach(playerId) { players[playerId] = null; }`,
    repaired: `const players = {}; export function attach(playerId, plugin) {
      players[playerId] = plugin;
    } export function detach(playerId) { delete players[playerId]; }`,
  },
  {
    name: "undefined instead of a delete", style: "symbol-keyed", rule: "no-stranded-entry", verdict: "certain",
    reason: "set() with undefined keeps the key of the Map",
    leaking: `const kTimers = Symbol(); export class TimerService { constructor() { this[kTimers] = new Map(); } schedule(requestId) {
      this[kTimers].set(requestId, setTimeout(() => 0, 10)); // here
    } stop(requestId) { clearTimeout(this[kTimers].get(requestId)); this[kTimers].set(requestId, undefined); } }`,
    repaired: `const kTimers = Symbol(); export class TimerService { constructor() { this[kTimers] = new Map(); } schedule(requestId) {
      this[kTimers].set(requestId, setTimeout(() => 0, 10));
    } stop(requestId) { clearTimeout(this[kTimers].get(requestId)); this[kTimers].delete(requestId); } }`,
  },
  {
    name: "a reference count at zero", style: "functions", rule: "no-stranded-entry", verdict: "certain",
    reason: "zero is a count too, and it stays",
    leaking: `const users = new Map(); export function retain(socketId) {
      users.set(socketId, (users.get(socketId) ?? 0) + 1); // here
    } export function release(socketId) { users.set(socketId, users.get(socketId) - 1); }`,
    repaired: `const users = new Map(); export function retain(socketId) {
      users.set(socketId, (users.get(socketId) ?? 0) + 1);
    } export function release(socketId) { const n = users.get(socketId) - 1; if (n === 0) users.delete(socketId); else users.set(socketId, n); }`,
  },
  {
    name: "a count in a record", style: "object literal", rule: "no-stranded-entry", verdict: "certain",
    reason: "the property stays at zero",
    leaking: `const _counts = {}; export const refs = { up(sessionId) {
      _counts[sessionId] = (_counts[sessionId] || 0) + 1; // here
    }, down(sessionId) { _counts[sessionId]--; } };`,
    repaired: `const _counts = {}; export const refs = { up(sessionId) {
      _counts[sessionId] = (_counts[sessionId] || 0) + 1;
    }, down(sessionId) { if (--_counts[sessionId] === 0) delete _counts[sessionId]; } };`,
  },
  {
    name: "the last member leaves and the room stays", style: "CommonJS", rule: "no-stranded-entry", verdict: "certain",
    reason: "an empty Set for each session that was",
    leaking: `const rooms = {}; exports.join = function join(sessionId, user) {
      const room = rooms[sessionId] || (rooms[sessionId] = new Set()); // here
      room.add(user); }; exports.leave = function leave(sessionId, user) { rooms[sessionId].delete(user); };`,
    repaired: `const rooms = {}; exports.join = function join(sessionId, user) {
      const room = rooms[sessionId] || (rooms[sessionId] = new Set());
      room.add(user); }; exports.leave = function leave(sessionId, user) { rooms[sessionId].delete(user); if (rooms[sessionId].size === 0) delete rooms[sessionId]; };`,
  },
  {
    name: "what the entry stands for is ended", style: "#private", rule: "no-stranded-entry", verdict: "certain",
    reason: "`stop` ends the animation and keeps its record",
    leaking: `class Animator { #charts = new Map(); animate(chart) {
      this.#charts.set(chart, { items: [chart.area] }); // here
    } stop(chart) { const entry = this.#charts.get(chart); if (entry) entry.items = []; } get count() { return [...this.#charts].length; } } export default new Animator();`,
    repaired: `class Animator { #charts = new Map(); animate(chart) {
      this.#charts.set(chart, { items: [chart.area] });
    } stop(chart) { const entry = this.#charts.get(chart); if (entry) entry.items = []; this.#charts.delete(chart); } get count() { return [...this.#charts].length; } } export default new Animator();`,
  },
  {
    name: "a filter that nobody takes", style: "#private", rule: "no-stranded-entry", verdict: "certain",
    reason: "filter answers a copy",
    leaking: `export class Emitter { #listeners = []; on(listener) { this.#listeners.push(listener); } off(listener) {
      this.#listeners.filter((other) => other !== listener); // here
    } }`,
    repaired: `export class Emitter { #listeners = []; on(listener) { this.#listeners.push(listener); } off(listener) {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    } }`,
  },
  {
    name: "a promise that was never stored", style: "functions", rule: "no-stranded-entry", verdict: "certain",
    reason: "the set holds what `finally` answered, not the promise itself",
    leaking: `const pending = new Set(); export function track(work) { const promise = work();
      pending.add(promise.finally(() => pending.delete(promise))); // here
    }`,
    repaired: `const pending = new Set(); export function track(work) { const promise = work();
      pending.add(promise);
      promise.finally(() => pending.delete(promise)); }`,
  },
  {
    name: "break out of a loop", style: "functions", rule: "no-stranded-entry", verdict: "certain",
    reason: "the loop awaits before it deletes",
    leaking: `const active = new Set(); export async function drain(tasks) { for (const task of tasks) {
      active.add(task); // here
      await task.run(); active.delete(task); } }`,
    repaired: `const active = new Set(); export async function drain(tasks) { for (const task of tasks) {
      active.add(task);
      try { await task.run(); } finally { active.delete(task); } } }`,
  },
  {
    name: "filled while rendering, emptied in the effect", style: "functions", rule: "no-stranded-entry", verdict: "likely",
    reason: "a render that is thrown away runs no effect",
    leaking: `import { useEffect } from "react"; const mounted = new Map(); export function Panel({ id, node }) {
      mounted.set(id, node); // here
      useEffect(() => () => { mounted.delete(id); }, [id]); return null; }`,
    repaired: `import { useEffect } from "react"; const mounted = new Map(); export function Panel({ id, node }) {
      useEffect(() => { mounted.set(id, node); return () => { mounted.delete(id); }; }, [id, node]); return null; }`,
  },
  {
    name: "put back after the delete", style: "#private", rule: "no-unbounded-collection", verdict: "likely",
    reason: "the close deletes, then the log writes the entry again",
    leaking: `export class StreamServer { #bytes = new Map(); open(streamId) { this.#bytes.set(streamId, 0); } close(streamId) { this.#bytes.delete(streamId);
      this.#bytes.set(streamId, -1); // here
    } }`,
    repaired: `export class StreamServer { #bytes = new Map(); open(streamId) { this.#bytes.set(streamId, 0); } close(streamId) { this.#bytes.set(streamId, -1);
      this.#bytes.delete(streamId); } }`,
  },
];
