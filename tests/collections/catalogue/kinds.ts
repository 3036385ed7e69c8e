/** Every kind of collection, in every place a program keeps one. */
import type { CollectionPair } from "./collection-program.ts";

export const kinds: readonly CollectionPair[] = [
  {
    name: "a Map in a module variable", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "one entry for each URL that clients think of",
    leaking: `const seen = new Map(); export function visit(req) {
      seen.set(req.url, Date.now()); // here
    }`,
    repaired: `const seen = new Map(); export function visit(req) {
      seen.set(req.url, Date.now()); if (seen.size > 500) seen.delete(seen.keys().next().value);
    }`,
  },
  {
    name: "a Set in a static field", style: "static", rule: "no-unbounded-collection", verdict: "possible",
    reason: "every nonce is remembered for ever",
    leaking: `export class Guard { static #nonces = new Set(); accept(nonce) {
      Guard.#nonces.add(nonce); // here
    } }`,
    repaired: `export class Guard { static #nonces = new Set(); accept(nonce) {
      Guard.#nonces.add(nonce); setTimeout(() => Guard.#nonces.delete(nonce), 60_000).unref();
    } }`,
  },
  {
    name: "a Map where a WeakMap would do", style: "functions", rule: "no-unbounded-collection", verdict: "likely",
    reason: "the sockets stay reachable through their notes",
    leaking: `const notes = new Map(); export function note(socket, text) {
      notes.set(socket, text); socket.resume(); // here
    } export const noteOf = (socket) => notes.get(socket);`,
    repaired: `const notes = new WeakMap(); export function note(socket, text) {
      notes.set(socket, text); socket.resume();
    } export const noteOf = (socket) => notes.get(socket);`,
  },
  {
    name: "an object used as a map", style: "functions", rule: "no-stranded-entry", verdict: "certain",
    reason: "jobs end, their records do not",
    leaking: `const jobs = {}; export function begin(job) {
      jobs[job.id] = { at: Date.now() }; // here
    } export function end(job) { report(jobs[job.id]); } const report = (x) => x;`,
    repaired: `const jobs = {}; export function begin(job) {
      jobs[job.id] = { at: Date.now() };
    } export function end(job) { report(jobs[job.id]); delete jobs[job.id]; } const report = (x) => x;`,
  },
  {
    name: "Object.create(null)", style: "CommonJS", rule: "no-unbounded-collection", verdict: "possible",
    reason: "one property for each query text",
    leaking: `"use strict"; const plans = Object.create(null); exports.plan = function plan(sql) {
      return plans[sql] || (plans[sql] = sql.trim()); // here
    };`,
    repaired: `"use strict"; let plans = Object.create(null); exports.plan = function plan(sql) {
      return plans[sql] || (plans[sql] = sql.trim());
    }; exports.forget = function forget() { plans = Object.create(null); };`,
  },
  {
    name: "an array fed by events", style: "functions", rule: "no-unbounded-collection", verdict: "certain",
    reason: "the log of all requests is only written",
    leaking: `import { server } from "./server"; const log = []; server.on("request", (req) => {
      log.push(req.url); // here
    }); export const last = () => log[log.length - 1];`,
    repaired: `import { server } from "./server"; const log = []; server.on("request", (req) => {
      log.push(req.url); if (log.length > 100) log.shift();
    }); export const last = () => log[log.length - 1];`,
  },
  {
    name: "an array grown by spreading it", style: "functions", rule: "no-unbounded-collection", verdict: "certain",
    reason: "the new array holds all of the old one",
    leaking: `import { server } from "./server"; let log = []; server.on("request", (req) => {
      log = [...log, req.url]; // here
    }); export const first = () => log[0];`,
    repaired: `import { server } from "./server"; let log = []; server.on("request", (req) => {
      log = [...log, req.url].slice(-100);
    }); export const first = () => log[0];`,
  },
  {
    name: "an array grown by concat", style: "#private", rule: "no-unbounded-collection", verdict: "possible",
    reason: "concat copies and keeps everything",
    leaking: `export class AuditService { #entries = []; record(entry) {
      this.#entries = this.#entries.concat(entry); // here
    } get newest() { return this.#entries[this.#entries.length - 1]; } } export const audit = new AuditService();`,
    repaired: `export class AuditService { #entries = []; record(entry) {
      this.#entries = this.#entries.concat(entry);
    } get newest() { return this.#entries[this.#entries.length - 1]; } flush() { const all = this.#entries; this.#entries = []; return all; } } export const audit = new AuditService();`,
  },
  {
    name: "a Set grown by building it anew", style: "class", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the new Set is fed with the old one",
    leaking: `export class SelectionService { _ids = new Set(); select(requestId) {
      this._ids = new Set([...this._ids, requestId]); // here
    } has(requestId) { return this._ids.has(requestId); } }`,
    repaired: `export class SelectionService { _ids = new Set(); select(requestId) {
      this._ids = new Set([requestId]);
    } has(requestId) { return this._ids.has(requestId); } }`,
  },
  {
    name: "a record grown by spreading it", style: "closure factory", rule: "no-unbounded-collection", verdict: "possible",
    reason: "a copy with one more property each time",
    leaking: `export function createSessionStore() { let state = {}; setInterval(() => 0, 1e3); return { put(sessionId, value) {
      state = { ...state, [sessionId]: value }; // here
    }, get: (sessionId) => state[sessionId] }; }`,
    repaired: `export function createSessionStore() { let state = {}; setInterval(() => { state = {}; }, 1e3); return { put(sessionId, value) {
      state = { ...state, [sessionId]: value };
    }, get: (sessionId) => state[sessionId] }; }`,
  },
  {
    name: "nested maps of which only the inner one shrinks", style: "#private", rule: "no-stranded-entry", verdict: "likely",
    reason: "an empty inner map stays for each socket that ever was",
    leaking: `export class RoomServer { #rooms = new Map(); join(socketId, name) { let inner = this.#rooms.get(socketId); if (!inner) { inner = new Map();
      this.#rooms.set(socketId, inner); // here
    } inner.set(name, 1); } leave(socketId, name) { this.#rooms.get(socketId)?.delete(name); } }`,
    repaired: `export class RoomServer { #rooms = new Map(); join(socketId, name) { let inner = this.#rooms.get(socketId); if (!inner) { inner = new Map();
      this.#rooms.set(socketId, inner);
    } inner.set(name, 1); } leave(socketId, name) { const inner = this.#rooms.get(socketId); inner?.delete(name); if (inner?.size === 0) this.#rooms.delete(socketId); } }`,
  },
  {
    name: "get or create in one expression", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "each request leaves its own inner map behind",
    leaking: `const rooms = new Map(); export function join(requestId, user) {
      const room = rooms.get(requestId) ?? rooms.set(requestId, new Map()).get(requestId); // here
      room.set(user, 1); }`,
    repaired: `const rooms = new Map(); export function join(requestId, user) {
      const room = rooms.get(requestId) ?? rooms.set(requestId, new Map()).get(requestId);
      room.set(user, 1); } export function end(requestId) { rooms.delete(requestId); }`,
  },
  {
    name: "getOrInsertComputed", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the platform's get-or-create creates for ever as well",
    leaking: `const limits = new Map(); export function limitOf(req) {
      return limits.getOrInsertComputed(req.ip, () => ({ left: 10 })); // here
    }`,
    repaired: `const limits = new Map(); setInterval(() => limits.clear(), 60_000).unref(); export function limitOf(req) {
      return limits.getOrInsertComputed(req.ip, () => ({ left: 10 }));
    }`,
  },
  {
    name: "a lazy helper that makes what is not there", style: "CommonJS", rule: "no-unbounded-collection", verdict: "possible",
    reason: "entryFor never forgets a connection",
    leaking: `const byConnection = {}; function entryFor(connectionId) { if (!byConnection[connectionId]) {
      byConnection[connectionId] = { bytes: 0 }; // here
    } return byConnection[connectionId]; } module.exports = function onData(conn, n) { entryFor(conn.id).bytes += n; };`,
    repaired: `const byConnection = {}; function entryFor(connectionId) { if (!byConnection[connectionId]) {
      byConnection[connectionId] = { bytes: 0 };
    } return byConnection[connectionId]; } module.exports = function onData(conn, n) { entryFor(conn.id).bytes += n; if (conn.ended) delete byConnection[conn.id]; };`,
  },
  {
    name: "a private field of a service", style: "#private", rule: "no-unbounded-collection", verdict: "possible",
    reason: "answers are read and never taken out",
    leaking: `export class RpcClient { #calls = new Map(); send(message, done) {
      this.#calls.set(message.id, done); // here
    } receive(message) { this.#calls.get(message.id)?.(message); } }`,
    repaired: `export class RpcClient { #calls = new Map(); send(message, done) {
      this.#calls.set(message.id, done);
    } receive(message) { this.#calls.get(message.id)?.(message); this.#calls.delete(message.id); } }`,
  },
  {
    name: "a field under a symbol", style: "symbol-keyed", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the symbol hides the map, it does not bound it",
    leaking: `const kStreams = Symbol("streams"); export class Http2Client { constructor() { this[kStreams] = new Map(); } request(stream) {
      this[kStreams].set(stream.id, stream); // here
    } }`,
    repaired: `const kStreams = Symbol("streams"); export class Http2Client { constructor() { this[kStreams] = new Map(); } request(stream) {
      this[kStreams].set(stream.id, stream); stream.once("close", () => this[kStreams].delete(stream.id));
    } }`,
  },
  {
    name: "a field of a constructor function", style: "prototype", rule: "no-unbounded-collection", verdict: "possible",
    reason: "a broker without an end keeps each packet",
    leaking: `function Broker() { this._packets = {}; } Broker.prototype.receive = function (packet) {
      this._packets[packet.id] = packet; // here
    }; module.exports = Broker;`,
    repaired: `function Broker() { this._packets = {}; } Broker.prototype.receive = function (packet) {
      this._packets[packet.id] = packet;
    }; Broker.prototype.ack = function (id) { delete this._packets[id]; }; module.exports = Broker;`,
  },
  {
    name: "the closure of a factory with a server", style: "closure factory", rule: "no-unbounded-collection", verdict: "likely",
    reason: "the closure lives as long as the server",
    leaking: `import { createServer } from "node:http"; export function start() { const visits = new Map(); const server = createServer((req, res) => {
      visits.set(req.socket.remoteAddress + req.url, 1); // here
      res.end(); }); return server.listen(80); }`,
    repaired: `import { createServer } from "node:http"; export function start() { const visits = new Map(); const server = createServer((req, res) => {
      visits.set(req.socket.remoteAddress + req.url, 1);
      res.end(); }); setInterval(() => visits.clear(), 1000); return server.listen(80); }`,
  },
  {
    name: "a member of an object literal", style: "object literal", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the object is the module's, and sockets come and go",
    leaking: `const hub = { _sockets: new Set(), accept(socket) {
      this._sockets.add(socket); // here
    } }; export const accept = (socket) => hub.accept(socket);`,
    repaired: `const hub = { _sockets: new Set(), accept(socket) {
      this._sockets.add(socket); socket.on("close", () => this._sockets.delete(socket));
    } }; export const accept = (socket) => hub.accept(socket);`,
  },
  {
    name: "a property of an object of another file", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "other files may know of it, none is likely to empty it",
    leaking: `import { app } from "./app"; app.tokens = new Map(); export function issue(requestId) {
      app.tokens.set(requestId, Date.now()); // here
    }`,
    repaired: `import { app } from "./app"; app.tokens = new Map(); export function issue(requestId) {
      app.tokens.set(requestId, Date.now());
    } export function revoke(requestId) { app.tokens.delete(requestId); }`,
  },
  {
    name: "a container class of the file whose remover nobody calls", style: "class", rule: "no-unbounded-collection", verdict: "likely",
    reason: "`forget` is there, and no code path leads to it",
    leaking: `class Jobs { #byId = new Map(); add(jobId, job) {
      this.#byId.set(jobId, job); // here
    } find(jobId) { return this.#byId.get(jobId); } forget(jobId) { this.#byId.delete(jobId); } }
    const jobs = new Jobs(); export function begin(job) { jobs.add(job.id, job); } export function end(job) { jobs.find(job.id)?.finish(); }`,
    repaired: `class Jobs { #byId = new Map(); add(jobId, job) {
      this.#byId.set(jobId, job);
    } find(jobId) { return this.#byId.get(jobId); } forget(jobId) { this.#byId.delete(jobId); } }
    const jobs = new Jobs(); export function begin(job) { jobs.add(job.id, job); } export function end(job) { jobs.find(job.id)?.finish(); jobs.forget(job.id); }`,
  },
  {
    name: "a node-cache without a time to live", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "its defaults are no limit and no expiry",
    leaking: `import NodeCache from "node-cache"; const answers = new NodeCache(); export function remember(req, body) {
      answers.set(req.url, body); // here
    } export const answerTo = (req) => answers.get(req.url);`,
    repaired: `import NodeCache from "node-cache"; const answers = new NodeCache({ stdTTL: 60 }); export function remember(req, body) {
      answers.set(req.url, body);
    } export const answerTo = (req) => answers.get(req.url);`,
  },
  {
    name: "a Keyv in memory without a time to live", style: "#private", rule: "no-unbounded-collection", verdict: "possible",
    reason: "without a store and a ttl it is a Map",
    leaking: `import Keyv from "keyv"; export class TokenService { #tokens = new Keyv(); async issue(requestId) {
      await this.#tokens.set(requestId, 1); // here
    } }`,
    repaired: `import Keyv from "keyv"; export class TokenService { #tokens = new Keyv({ ttl: 60_000 }); async issue(requestId) {
      await this.#tokens.set(requestId, 1);
    } }`,
  },
  {
    name: "the end of an array by its length", style: "prototype", rule: "no-unbounded-collection", verdict: "possible",
    reason: "a push by another name",
    leaking: `function TraceService() { this._lines = []; } TraceService.prototype.write = function (line) {
      this._lines[this._lines.length] = line; // here
    }; module.exports = new TraceService();`,
    repaired: `function TraceService() { this._lines = []; } TraceService.prototype.write = function (line) {
      this._lines[this._lines.length] = line; if (this._lines.length > 1000) this._lines.shift();
    }; module.exports = new TraceService();`,
  },
];
