/** How long the container lives, how often the insert runs, how many keys there are, and what bound is missing. */
import type { CollectionPair } from "./collection-program.ts";

export const growth: readonly CollectionPair[] = [
  {
    name: "a middleware that counts by address", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "addresses are as many as there are clients",
    leaking: `import { app } from "./app"; const hits = {}; app.use((req, res, next) => {
      hits[req.ip] = (hits[req.ip] || 0) + 1; // here
      next(); });`,
    repaired: `import { app } from "./app"; let hits = {}; setInterval(() => { hits = {}; }, 60_000); app.use((req, res, next) => {
      hits[req.ip] = (hits[req.ip] || 0) + 1;
      next(); });`,
  },
  {
    name: "a running number as key", style: "functions", rule: "no-unbounded-collection", verdict: "certain",
    reason: "no number comes twice",
    leaking: `let next = 0; const callbacks = {}; export function expose(fn) { const id = next++;
      callbacks[id] = fn; // here
      return id; } export const run = (id) => callbacks[id]?.();`,
    repaired: `let next = 0; const callbacks = {}; export function expose(fn) { const id = next++;
      callbacks[id] = fn;
      return id; } export const run = (id) => { callbacks[id]?.(); delete callbacks[id]; };`,
  },
  {
    name: "a random id as key", style: "class", rule: "no-unbounded-collection", verdict: "certain",
    reason: "each ticket is another",
    leaking: `import { randomUUID } from "node:crypto"; export class TicketService { private open = new Map<string, object>(); issue(): string { const ticket = randomUUID();
      this.open.set(ticket, {}); // here
      return ticket; } has(ticket: string): boolean { return this.open.has(ticket); } }`,
    repaired: `import { randomUUID } from "node:crypto"; export class TicketService { private open = new Map<string, object>(); issue(): string { const ticket = randomUUID();
      this.open.set(ticket, {});
      return ticket; } redeem(ticket: string): boolean { return this.open.delete(ticket); } }`,
  },
  {
    name: "a template with a request's id", style: "CommonJS", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the method is one of a few, the id is not",
    leaking: `const spans = new Map(); module.exports.start = function start(method, requestId) {
      spans.set(\`\${method}:\${requestId}\`, Date.now()); // here
    };`,
    repaired: `const spans = new Map(); module.exports.start = function start(method, requestId) {
      spans.set(\`\${method}:\${requestId}\`, Date.now());
    }; module.exports.stop = function stop(method, requestId) { spans.delete(\`\${method}:\${requestId}\`); };`,
  },
  {
    name: "an object that puts itself in", style: "static", rule: "no-unbounded-collection", verdict: "certain",
    reason: "it has an end, and stays in the list of all",
    leaking: `export class Peer { static #all = new Set(); constructor(wire) { this.wire = wire;
      Peer.#all.add(this); // here
    } destroy() { this.wire.end(); } }`,
    repaired: `export class Peer { static #all = new Set(); constructor(wire) { this.wire = wire;
      Peer.#all.add(this);
    } destroy() { this.wire.end(); Peer.#all.delete(this); } }`,
  },
  {
    name: "keys of a declared type that comes and goes", style: "class", typed: true, rule: "no-unbounded-collection", verdict: "possible",
    reason: "elements are removed from the page and stay here",
    leaking: `export class TooltipService { private readonly texts = new Map<Element, string>(); all(): string[] { return [...this.texts.values()]; } show(host: Element, text: string): void {
      this.texts.set(host, text); // here
    } }`,
    repaired: `export class TooltipService { private readonly texts = new Map<Element, string>(); all(): string[] { return [...this.texts.values()]; } show(host: Element, text: string): () => void {
      this.texts.set(host, text);
      return () => this.texts.delete(host); } }`,
  },
  {
    name: "strings where a union was meant", style: "functions", typed: true, rule: "no-unbounded-collection", verdict: "possible",
    reason: "any string may come; the union in the repaired one is two",
    leaking: `const made = new Map<string, object>(); export function make(itemId: string): object { let hit = made.get(itemId); if (hit === undefined) { hit = {};
      made.set(itemId, hit); // here
    } return hit; }`,
    repaired: `const made = new Map<string, object>(); export function make(itemId: "dark" | "light"): object { let hit = made.get(itemId); if (hit === undefined) { hit = {};
      made.set(itemId, hit);
    } return hit; }`,
  },
  {
    name: "a ring without its modulus", style: "functions", rule: "no-unbounded-collection", verdict: "certain",
    reason: "the slot never comes round again",
    leaking: `const slots = {}; let n = 0; export function put(message) {
      slots[n++] = message; // here
    }`,
    repaired: `const slots = {}; let n = 0; export function put(message) {
      slots[n++ % 64] = message;
    }`,
  },
  {
    name: "a time to live that nobody looks at", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "an expired entry is refused and kept",
    leaking: `const cache = new Map(); export function put(url, body) {
      cache.set(url, { body, until: Date.now() + 1000 }); // here
    } export function get(url) { const hit = cache.get(url); return hit && hit.until > Date.now() ? hit.body : undefined; }`,
    repaired: `const cache = new Map(); export function put(url, body) {
      cache.set(url, { body, until: Date.now() + 1000 });
    } export function get(url) { const hit = cache.get(url); if (hit && hit.until <= Date.now()) cache.delete(url); return hit?.body; }`,
  },
  {
    name: "a batch that is sent and not taken out", style: "closure factory", rule: "no-unbounded-collection", verdict: "possible",
    reason: "each flush sends everything again",
    leaking: `export function createTracker(send) { const batch = []; setInterval(() => send([...batch]), 1000); return { track(event) {
      batch.push(event); // here
    } }; }`,
    repaired: `export function createTracker(send) { const batch = []; setInterval(() => send(batch.splice(0)), 1000); return { track(event) {
      batch.push(event);
    } }; }`,
  },
  {
    name: "a service by its decorator", style: "class", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the injector makes one for the whole run",
    leaking: `import { Injectable } from "@nestjs/common"; @Injectable() export class Uploads { private readonly parts = new Map<string, number>(); add(uploadId: string): void {
      this.parts.set(uploadId, 1); // here
    } }`,
    repaired: `import { Injectable } from "@nestjs/common"; @Injectable() export class Uploads { private readonly parts = new Map<string, number>(); add(uploadId: string): void {
      this.parts.set(uploadId, 1);
    } done(uploadId: string): void { this.parts.delete(uploadId); } }`,
  },
  {
    name: "a singleton made in its own file", style: "class", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the one instance is a module variable",
    leaking: `class Ledger { _seen = new Set(); mark(message) {
      this._seen.add(message.id); // here
    } } const ledger = new Ledger(); export const mark = (message) => ledger.mark(message);`,
    repaired: `class Ledger { _seen = new Set(); mark(message) {
      this._seen.add(message.id);
    } done(message) { this._seen.delete(message.id); } } const ledger = new Ledger(); export const mark = (message) => ledger.mark(message); export const done = (message) => ledger.done(message);`,
  },
  {
    name: "a private helper that handlers call", style: "prototype", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the helper runs whenever a message comes",
    leaking: `function Gateway(bus) { this._open = {}; bus.on("message", (message) => this._note(message)); } Gateway.prototype._note = function (message) {
      this._open[message.id] = message; // here
    }; module.exports = Gateway;`,
    repaired: `function Gateway(bus) { this._open = {}; bus.on("message", (message) => this._note(message)); bus.on("ack", (message) => { delete this._open[message.id]; }); } Gateway.prototype._note = function (message) {
      this._open[message.id] = message;
    }; module.exports = Gateway;`,
  },
  {
    name: "one collection for each key of a record", style: "CommonJS", rule: "no-unbounded-collection", verdict: "possible",
    reason: "sessions end and their lists stay",
    leaking: `const bySession = {}; exports.add = function add(sessionId, item) {
      (bySession[sessionId] ||= []).push(item); // here
    };`,
    repaired: `const bySession = {}; exports.add = function add(sessionId, item) {
      (bySession[sessionId] ||= []).push(item);
    }; exports.end = function end(sessionId) { delete bySession[sessionId]; };`,
  },
  {
    name: "a list of handlers by event that nobody can leave", style: "#private", rule: "no-unbounded-collection", verdict: "possible",
    reason: "the events are few, their subscribers come and go",
    leaking: `export class EventBus { #handlers = {}; on(event, handler) { this.#handlers[event] ??= [];
      this.#handlers[event].push(handler); // here
    } emit(event, value) { for (const handler of this.#handlers[event] ?? []) handler(value); } }`,
    repaired: `export class EventBus { #handlers = {}; on(event, handler) { this.#handlers[event] ??= [];
      this.#handlers[event].push(handler);
    } off(event, handler) { const list = this.#handlers[event] ?? []; list.splice(list.indexOf(handler), 1); } emit(event, value) { for (const handler of this.#handlers[event] ?? []) handler(value); } }`,
  },
  {
    name: "a Map of listener sets that nobody can leave", style: "functions", rule: "no-unbounded-collection", verdict: "possible",
    reason: "there is a way in and none out",
    leaking: `const listeners = new Map(); export function onChange(event, listener) { const set = listeners.get(event) ?? new Set(); listeners.set(event, set);
      set.add(listener); // here
    } export const fire = (event) => { for (const listener of listeners.get(event) ?? []) listener(); };`,
    repaired: `const listeners = new Map(); export function onChange(event, listener) { const set = listeners.get(event) ?? new Set(); listeners.set(event, set);
      set.add(listener);
      return () => set.delete(listener); } export const fire = (event) => { for (const listener of listeners.get(event) ?? []) listener(); };`,
  },
  {
    name: "a listener array without a way out", style: "class", rule: "no-unbounded-collection", verdict: "possible",
    reason: "a component that subscribes on mount can never leave",
    leaking: `export class SelectionService { private listeners: (() => void)[] = []; notify(): void { for (const listener of this.listeners) listener(); } listen(listener: () => void): void {
      this.listeners.push(listener); // here
    } } export const selection = new SelectionService();`,
    repaired: `export class SelectionService { private listeners: (() => void)[] = []; notify(): void { for (const listener of this.listeners) listener(); } listen(listener: () => void): () => void {
      this.listeners.push(listener);
      return () => { this.listeners = this.listeners.filter((other) => other !== listener); }; } } export const selection = new SelectionService();`,
  },
];
