import { readFileSync } from "node:fs";
import path from "node:path";

import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const demo = (variant: string, file: string): string => readFileSync(path.resolve(import.meta.dirname, "../../examples/etcd-lock", variant, file), "utf8");
const neighbours = (variant: string): Record<string, string> =>
  Object.fromEntries(["context.ts", "server.ts", "watch.ts"].map((file) => [`examples/etcd-lock/${variant}/${file}`, demo(variant, file)]));

const likely = { confidence: "likely" } as const;

describeRule("no-unbounded-collection", rule, ({ valid, invalid }) => {
  // Nothing removes.
  invalid("a module record filled per request", `
    const endpoints = {};
    export function remember(req) {
      endpoints[req.url] = Date.now(); // error: neverRemoved "\`endpoints\` (created on line 2)" "under \`req.url\`" "whenever \`remember\` runs" "bound the size"
    }
  `, { confidence: "possible" });
  invalid("a module Map filled by an exported function", `
    const sessions = new Map();
    export const open = (userId) => {
      const found = sessions.get(userId);
      if (found) return found;
      const made = { userId };
      sessions.set(userId, made); // error: neverRemoved "\`sessions\` (created on line 2)"
      return made;
    };
  `, { confidence: "possible" });
  invalid("CommonJS, a record made by Object.create(null)", `
    const tokens = Object.create(null);
    module.exports = function check(sessionToken) {
      tokens[sessionToken] = true; // error: neverRemoved "\`tokens\`"
    };
  `, { confidence: "possible", language: "js" });
  invalid("an event handler at the top of a module", `
    import { session } from "./session";
    const scripts = new Map();
    session.on("scriptParsed", ({ params }) => {
      scripts.set(params.scriptId, params.url); // error: neverRemoved "under \`params.scriptId\`" "here each time the function around it runs"
    });
  `, { confidence: "possible" });
  invalid("a handler that a named function only hands over: it is not that function that runs again and again", `
    import { session } from "./session";
    const scripts = new Map();
    export function start() {
      session.on("scriptParsed", ({ params }) => {
        scripts.set(params.scriptId, params.url); // error: neverRemoved "here each time the function around it runs"
      });
    }
  `, { confidence: "possible" });
  invalid("a callback that is a part of the call of a named function", `
    import { session } from "./session";
    const scripts = new Map();
    session.on("scriptsParsed", (all) => remember(all));
    function remember(all) {
      all.forEach(({ params }) => {
        scripts.set(params.scriptId, params.url); // error: neverRemoved "here whenever \`remember\` runs"
      });
    }
  `, { confidence: "possible" });
  invalid("a Set in a static field", `
    export class Auth {
      static #used = new Set();
      accept(nonce) {
        Auth.#used.add(nonce); // error: neverRemoved "\`Auth.#used\`" "gains a member" "whenever \`accept\` runs"
      }
    }
  `, { confidence: "possible" });
  invalid("a private field of a class that is a client by name", `
    export class RpcClient {
      #pending = new Map();
      send(message) {
        this.#pending.set(message.id, message); // error: neverRemoved "\`this.#pending\`"
      }
    }
  `, { confidence: "possible" });
  invalid("an underscore field filled in a private method that the public ones call", `
    class Animator {
      constructor() { this._charts = new Map(); }
      _of(chart) {
        let anims = this._charts.get(chart);
        if (!anims) {
          anims = { items: [] };
          this._charts.set(chart, anims); // error: neverRemoved "\`this._charts\` (created on line 3)" "use a \`WeakMap\`"
        }
        return anims;
      }
      draw(chart) { this._of(chart).items.push(chart.area); }
    }
    export default new Animator();
  `, likely);
  invalid("prototype style", `
    function Broker() { this._streams = {}; }
    Broker.prototype.receive = function (packet) {
      this._streams[packet.id] = packet; // error: neverRemoved "\`this._streams\`"
    };
    module.exports = Broker;
  `, { confidence: "possible", language: "cjs" });
  invalid("an object literal that lives as long as the module", `
    const registry = {
      _connections: new Map(),
      accept(socket) {
        this._connections.set(socket, Date.now()); // error: neverRemoved "\`this._connections\`"
      },
    };
    export default registry;
  `, { confidence: "possible" });
  invalid("the closure of a factory that starts a server", `
    import { createServer } from "node:http";
    export function start() {
      const visits = new Map();
      const server = createServer();
      server.on("request", (req) => {
        visits.set(req.url, (visits.get(req.url) ?? 0) + 1); // error: neverRemoved "\`visits\`"
      });
      return server;
    }
  `, { confidence: "possible" });
  invalid("typed, a service by decorator", `
    import { Injectable } from "@nestjs/common";
    @Injectable()
    export class Uploads {
      private readonly parts = new Map<string, number>();
      add(uploadId: string): void {
        this.parts.set(uploadId, 1); // error: neverRemoved "\`this.parts\`"
      }
    }
  `, { confidence: "possible" });
  invalid("objects that end, by their declared type", `
    export class Dispatcher {
      private maps: Map<EventTarget, object>;
      constructor() { this.maps = new Map(); }
      bind(eventTarget: EventTarget): void {
        this.maps.set(eventTarget, {}); // error: neverRemoved "\`this.maps\`"
      }
    }
  `, { confidence: "possible" });
  invalid("through an alias of this and a destructured field", `
    export class SocketServer {
      #peers = new Map();
      handle(socket) {
        const self = this;
        self.#peers.set(socket.id, socket); // error: neverRemoved "\`this.#peers\`"
      }
    }
  `, { confidence: "possible" });
  invalid("a running number as key, with the life of the class unknown", `
    export class LensAdapter {
      private next = 0;
      private readonly lenses = new Map<number, object>();
      provideLenses(found: object[]): number[] {
        return found.map((lens) => {
          const cacheId = this.next++;
          this.lenses.set(cacheId, lens); // error: neverRemoved "under \`cacheId\`"
          return cacheId;
        });
      }
      resolve(cacheId: number) { return this.lenses.get(cacheId); }
    }
  `, { confidence: "possible" });
  valid("a cache without a bound in a class of unknown life", `
    export class StyleOf {
      names = new Map();
      nameCache = new Map();
      generate(url) { this.nameCache.set(url, url.length); }
    }
  `, likely);
  invalid("a listener list that nobody can leave", `
    import { Injectable } from "@angular/core";
    @Injectable()
    export class Selection {
      private listeners: ((id: string) => void)[] = [];
      notify(id: string) { for (const listener of this.listeners) listener(id); }
      listen(listener: (id: string) => void) {
        this.listeners.push(listener); // error: neverRemoved "gains an element" "cap the length"
      }
    }
  `, { confidence: "possible" });
  invalid("a public field, which other files may empty", `
    export class Shell {
      private started = false;
      readonly types = new Map<string, string>();
      add(widgetId: string) {
        this.types.set(widgetId, "main"); // error: neverRemoved "\`this.types\`"
      }
      removeWidget(widgetId: string) { return document.getElementById(widgetId)?.remove(); }
      close() { this.started = false; }
    }
  `, { confidence: "possible" });
  invalid("a Map of objects that is only looked up", `
    const compiled = new Map();
    export function compile(comp) {
      if (compiled.has(comp)) return compiled.get(comp);
      const made = comp.render();
      compiled.set(comp, made); // error: neverRemoved "use a \`WeakMap\`"
      return made;
    }
  `, { ...likely, suggestions: [{ messageId: "makeWeak", output: `
    const compiled = new WeakMap();
    export function compile(comp) {
      if (compiled.has(comp)) return compiled.get(comp);
      const made = comp.render();
      compiled.set(comp, made);
      return made;
    }
  ` }] });
  invalid("emptied only when its owner ends", `
    export class StreamManager {
      #streams = new Map();
      open(requestId) {
        this.#streams.set(requestId, {}); // error: onlyEmptiedAtEnd "\`close()\` on line 8 only empties it with its owner"
      }
      get(requestId) { return this.#streams.get(requestId); }
      close() { this.#streams.clear(); }
    }
  `, { confidence: "possible" });
  invalid("emptied in a loop, in a helper of the teardown alone", `
    export class JobQueue {
      #jobs = new Map();
      add(jobId, job) {
        this.#jobs.set(jobId, job); // error: onlyEmptiedAtEnd "\`#drop()\` on line 8 only empties it with its owner"
      }
      destroy() { this.#drop(); }
      #drop() { for (const id of this.#jobs.keys()) this.#jobs.delete(id); }
    }
  `, { confidence: "possible" });
  invalid("the delete uses another prefix", `
    const open = new Map();
    export function begin(requestId) {
      open.set("req:" + requestId, Date.now()); // error: keyNeverMatches "the delete on line 7 uses \`requestId\`, which never equals the inserted key" "Keep the key"
    }
    export function end(requestId) {
      open.delete(requestId);
    }
  `);
  invalid("the printed context of the etcd bug, with a class that prints the time left", `
    class Context {
      constructor(deadline) { this.deadline = deadline; }
      toString() { return "ctx " + (this.deadline - Date.now()); }
    }
    export class Client {
      #streams = new Map();
      watch(deadline) {
        const ctx = new Context(deadline);
        const streamKey = String(ctx);
        this.#streams.set(streamKey, {}); // error: keyNeverMatches "the delete on line 12 uses \`String(ctx)\`" "\`close()\` on line 14 only empties it with its owner"
        return () => this.#streams.delete(String(ctx));
      }
      close() { this.#streams.clear(); }
    }
  `, { language: "js" });
  invalid("taken out only to be put back", `
    const recent = new Map();
    export function touch(userId) {
      recent.delete(userId);
      recent.set(userId, Date.now()); // error: removedInVain "\`recent\`" "the delete on line 4 is undone by the insert after it"
    }
  `, likely);

  invalid("the example of the README, with types", demo("leaky", "client.ts").replace(
    "this.streams.set(streamKey, stream);",
    'this.streams.set(streamKey, stream); // error: keyNeverMatches "\`this.streams\`" "uses \`String(ctx)\`" "\`close()\` on line" "only empties it with its owner"',
  ), { typed: true, filename: "examples/etcd-lock/leaky/client.ts", files: neighbours("leaky") });
  valid("the example of the README, repaired", demo("repaired", "client.ts"), {
    ...likely, typed: true, filename: "examples/etcd-lock/repaired/client.ts", files: neighbours("repaired"),
  });
});
