import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const CONTEXT = `export class Context {
  constructor(private readonly deadline: number, readonly namespace: string) {}
  toString(): string { return \`ctx with \${this.deadline - Date.now()} ms left\`; }
}`;

describeRule("no-mismatched-key", rule, ({ valid, invalid }) => {
  // The etcd bug: the same expression, computed again from a text that changes.
  invalid("the printed context, printed again for the delete, in one file", `
    class Context {
      constructor(deadline) { this.deadline = deadline; }
      toString() { return "ctx " + (this.deadline - Date.now()); }
    }
    class Client {
      #streams = new Map();
      open(deadline) {
        const ctx = new Context(deadline);
        this.#streams.set(String(ctx), {});
        return () => this.#streams.delete(String(ctx)); // error: keyComputedAgain "\`Date.now()\` in \`Context.toString\`" "line 10" "Keep the key in a variable or in the entry."
      }
    }
  `, { language: "js" });
  invalid("the printed context with types, its class in another file", `
    import type { Context } from "./context";
    export class Client {
      private readonly streams = new Map<string, object>();
      watch(ctx: Context): void {
        this.streams.set(String(ctx), {});
      }
      closeStream(ctx: Context): void {
        this.streams.delete(String(ctx)); // error: keyComputedAgain "\`this.streams\` is filled under \`String(ctx)\` on line 6 and emptied under \`String(ctx)\` here"
      }
    }
  `, { typed: true, files: { "src/context.ts": CONTEXT } });
  invalid("a template of the context on both sides", `
    import type { Context } from "./context";
    const streams = new Map<string, object>();
    export function open(ctx: Context, name: string): void { streams.set(\`\${ctx}/\${name}\`, {}); }
    export function close(ctx: Context, name: string): void {
      streams.delete(\`\${ctx}/\${name}\`); // error: keyComputedAgain "changes with"
    }
  `, { typed: true, files: { "src/context.ts": CONTEXT } });
  invalid("the context printed by a helper on both sides", `
    import type { Context } from "./context";
    const streams = new Map<string, object>();
    const keyOf = (ctx: Context) => String(ctx);
    export function open(ctx: Context): void { streams.set(keyOf(ctx), {}); }
    export function close(ctx: Context): void {
      streams.delete(keyOf(ctx)); // error: keyComputedAgain "changes with"
    }
  `, { typed: true, files: { "src/context.ts": CONTEXT } });
  valid("the context's namespace, which stays", `
    import type { Context } from "./context";
    const streams = new Map<string, object>();
    export function open(ctx: Context): void { streams.set(ctx.namespace, {}); }
    export function close(ctx: Context): void { streams.delete(ctx.namespace); }
  `, { typed: true, files: { "src/context.ts": CONTEXT } });
  valid("the printed context kept in a variable", `
    class Context {
      toString() { return "ctx " + Date.now(); }
    }
    const streams = new Map();
    function open() {
      const ctx = new Context();
      const key = String(ctx);
      streams.set(key, {});
      return () => streams.delete(key);
    }
  `);
  valid("the printed context kept in the entry", `
    class Context {
      toString() { return "ctx " + Date.now(); }
    }
    const streams = new Map();
    function open(ctx = new Context()) {
      const stream = { key: String(ctx) };
      streams.set(stream.key, stream);
    }
    function close(stream) { streams.delete(stream.key); }
  `);
  valid("an object whose text stays", `
    class Point {
      constructor(x, y) { this.x = x; this.y = y; }
      toString() { return this.x + ":" + this.y; }
    }
    const cells = new Map();
    function add(x, y) { cells.set(String(new Point(x, y)), {}); }
    function remove(x, y) { cells.delete(String(new Point(x, y))); }
  `);
  invalid("the time, read again", `
    const jobs = new Map();
    function start(id, job) { jobs.set(\`\${id}:\${Date.now()}\`, job); }
    function stop(id) {
      jobs.delete(\`\${id}:\${Date.now()}\`); // error: keyComputedAgain "\`Date.now()\` gives another value at each call"
    }
  `);
  valid("the time, read once and kept", `
    const jobs = new Map();
    function start(id, job) {
      const key = \`\${id}:\${Date.now()}\`;
      jobs.set(key, job);
      return () => jobs.delete(key);
    }
  `);

  // Another shape.
  invalid("a prefix on the insert only", `
    const sockets = new Map();
    function add(id, socket) { sockets.set(\`user:\${id}\`, socket); }
    function remove(id) {
      sockets.delete(id); // error: keysDiffer "only the insert adds" "user:" "filled under \`user:\${id}\` on line 3"
    }
  `);
  valid("a prefix on both", `
    const sockets = new Map();
    function add(id, socket) { sockets.set(\`user:\${id}\`, socket); }
    function remove(id) { sockets.delete("user:" + id); }
  `);
  valid("a prefix from a constant on both", `
    const PREFIX = "user:";
    class Registry {
      private sockets = new Map<string, object>();
      add(id: string, socket: object) { this.sockets.set(PREFIX + id, socket); }
      remove(id: string) { this.sockets.delete(\`user:\${id}\`); }
    }
  `);
  invalid("a suffix on the delete only, in a record", `
    const timers = {};
    exports.start = function start(id, timer) { timers[id] = timer; };
    exports.stop = function stop(id) {
      delete timers[id + "-timer"]; // error: keysDiffer "only the delete adds" "-timer"
    };
  `, { language: "cjs" });
  valid("the same member of a record", `
    const timers = {};
    exports.start = function start(id, timer) { timers[id] = timer; };
    exports.stop = function stop(id) { delete timers[id]; };
  `, { language: "cjs" });
  invalid("another separator", `
    class Cache {
      #entries = new Map();
      put(region, id, value) { this.#entries.set(\`\${region}:\${id}\`, value); }
      drop(region, id) {
        this.#entries.delete(\`\${region}/\${id}\`); // error: keysDiffer "the insert has" "where the delete has"
      }
    }
  `);
  valid("join and template with the same separator", `
    class Cache {
      #entries = new Map();
      put(region, id, value) { this.#entries.set([region, id].join(":"), value); }
      drop(region, id) { this.#entries.delete(\`\${region}:\${id}\`); }
    }
  `);
  invalid("another prefix in the look-up", `
    const cache = new Map();
    function read(id) {
      return cache.get("item-" + id); // error: keysDiffer "looked up" "line 7"
    }
    function write(id, value) {
      cache.set("items-" + id, value);
    }
  `);
  valid("one of two look-ups matches", `
    const cache = new Map();
    function read(id) { return cache.get("item-" + id) ?? cache.get("items-" + id); }
    function write(id, value) { cache.set("items-" + id, value); }
  `);
  invalid("through two different helpers", `
    const keyOf = (id) => \`session:\${id}\`;
    function sessionKey(id) { return "sess:" + id; }
    const sessions = new Map();
    function login(id) { sessions.set(keyOf(id), {}); }
    function logout(id) {
      sessions.delete(sessionKey(id)); // error: keysDiffer "the insert has"
    }
  `);
  valid("through one helper", `
    const keyOf = (id) => \`session:\${id}\`;
    const sessions = new Map();
    function login(id) { sessions.set(keyOf(id), {}); }
    function logout(id) { sessions.delete(keyOf(id)); }
  `);
  invalid("a private method on one side only", `
    class Rooms {
      private readonly members = new Map<string, string[]>();
      private keyOf(room: string) { return \`room/\${room}\`; }
      join(room: string) { this.members.set(this.keyOf(room), []); }
      leave(room: string) {
        this.members.delete(room); // error: keysDiffer "room/"
      }
    }
  `);
  valid("a private method on both sides", `
    class Rooms {
      private readonly members = new Map<string, string[]>();
      private keyOf(room: string) { return \`room/\${room}\`; }
      join(room: string) { this.members.set(this.keyOf(room), []); }
      leave(room: string) { this.members.delete(this.keyOf(room)); }
    }
  `);
  invalid("text in, number out", `
    const pending = new Map<string, object>();
    function start(id: number) { pending.set(String(id), {}); }
    function finish(id: number) {
      (pending as Map<unknown, object>).delete(id); // error: keysDiffer "only the insert turns the value into text"
    }
  `);
  valid("text on both sides", `
    const pending = new Map<string, object>();
    function start(id: number) { pending.set(String(id), {}); }
    function finish(id: number) { pending.delete(\`\${id}\`); }
  `);
  valid("number and text in a record are one key", `
    const pending: Record<string, object> = {};
    function start(id: number) { pending[String(id)] = {}; }
    function finish(id: number) { delete pending[id]; }
  `);
  valid("a value that may already be text", `
    const pending = new Map();
    function start(id) { pending.set(String(id), {}); }
    function finish(id) { pending.delete(id); }
  `);

  // Normalised on one side: likely.
  invalid("lower case on the insert only", `
    const headers = new Map();
    function add(header, value) { headers.set(header.toLowerCase(), value); }
    function remove(header) {
      headers.delete(header); // error: keysDiffer "only the insert applies \`toLowerCase\`"
    }
  `, { confidence: "likely" });
  valid("lower case on the insert only is no proof", `
    const headers = new Map();
    function add(header, value) { headers.set(header.toLowerCase(), value); }
    function remove(header) { headers.delete(header); }
  `);
  valid("lower case on both", `
    const headers = new Map();
    function add(header, value) { headers.set(header.toLowerCase(), value); }
    function remove(header) { headers.delete(header.toLowerCase()); }
  `, { confidence: "likely" });

  // Overwritten between look-up and insert.
  invalid("the variable is overwritten before the insert", `
    const cache = new Map();
    function compile(pattern) {
      let regex = cache.get(pattern); // error: keyOverwritten "filled under \`pattern\` on line 7" "overwritten between the two on line 6"
      if (regex === undefined) {
        pattern = "^" + pattern + "$";
        cache.set(pattern, regex = new RegExp(pattern));
      }
      return regex;
    }
  `);
  valid("the first value is kept", `
    const cache = new Map();
    function compile(pattern) {
      const key = pattern;
      let regex = cache.get(key);
      if (regex === undefined) {
        const source = "^" + pattern + "$";
        regex = new RegExp(source);
        cache.set(key, regex);
      }
      return regex;
    }
  `);
  valid("overwritten on one way only", `
    const cache = new Map();
    function find(name, scope) {
      if (cache.has(name)) return cache.get(name);
      if (scope) name = scope + "/" + name;
      cache.set(name, {});
    }
  `);
  valid("overwritten in a loop", `
    const cache = new Map();
    function climb(dir) {
      while (dir !== "/") {
        if (cache.has(dir)) return cache.get(dir);
        dir = dir + "/..";
        cache.set(dir, {});
      }
    }
  `);

  // The wrong store.
  invalid("looked up in one map, stored in another", `
    const byFile = new Map();
    const byFolder = new Map();
    function isModule(file, folder) {
      if (byFile.has(file)) return byFile.get(file);
      let answer = byFolder.get(folder); // error: wrongStore "\`byFolder\`" "line 8" "\`byFile\`"
      if (answer === undefined) {
        byFile.set(folder, answer = compute(folder));
      }
      byFile.set(file, answer);
      return answer;
    }
  `);
  valid("looked up and stored in the same map", `
    const byFile = new Map();
    const byFolder = new Map();
    function isModule(file, folder) {
      if (byFile.has(file)) return byFile.get(file);
      let answer = byFolder.get(folder);
      if (answer === undefined) byFolder.set(folder, answer = compute(folder));
      byFile.set(file, answer);
      return answer;
    }
  `);
  valid("the other map is filled elsewhere", `
    export const overrides = new Map();
    const cache = new Map();
    function get(name) {
      const override = overrides.get(name);
      if (override) return override;
      cache.set(name, load(name));
      return cache.get(name);
    }
  `);
  invalid("stored under a member of the new object", `
    export function memo(make) {
      const cache = new WeakMap();
      return (schema) => {
        const cached = cache.get(schema.ast); // error: keysDiffer "made after the look-up"
        if (cached !== undefined) return cached;
        const made = make(schema);
        cache.set(made.ast, made);
        return made;
      };
    }
  `, { confidence: "likely" });
  valid("stored under the key of the fetched entity", `
    const users = new Map();
    async function load(id) {
      const known = users.get(id);
      if (known) return known;
      const user = await fetchUser(id);
      users.set(user.id, user);
      return user;
    }
  `, { confidence: "likely" });

  // Silent: the file does not see everything, or the keys may well be equal.
  valid("an exported map with another name for the input", `
    export const sessions = new Map();
    export function add(session) { sessions.set(session.id, session); }
    export function remove(id) { sessions.delete(id); }
  `);
  valid("a map that is handed on", `
    const sessions = new Map();
    install(sessions);
    function add(id) { sessions.set("s:" + id, {}); }
    function remove(id) { sessions.delete(id); }
  `);
  valid("a map that is returned", `
    function create() {
      const sessions = new Map();
      const add = (id) => sessions.set("s:" + id, {});
      function remove(id) { sessions.delete(id); }
      return { sessions, add, remove };
    }
  `);
  valid("the finished key is passed on", `
    const sessions = new Map();
    function add(id) {
      const key = "s:" + id;
      sessions.set(key, {});
      return () => remove(key);
    }
    function remove(id) { sessions.delete(id); }
  `);
  valid("deleted while iterating over its keys", `
    const sessions = new Map();
    function add(id) { sessions.set("s:" + id, {}); }
    function sweep() { for (const id of sessions.keys()) sessions.delete(id); }
  `);
  valid("deleted while iterating with forEach", `
    const sessions = new Map();
    function add(id) { sessions.set("s:" + id, {}); }
    function sweep() { sessions.forEach((session, id) => { if (session.done) sessions.delete(id); }); }
  `);
  valid("filled from the start", `
    const names = new Map([["item-1", "one"]]);
    function read(id) { return names.get("item-" + id); }
    function write(id, value) { names.set("items-" + id, value); }
  `);
  valid("parameters with other names", `
    const cache = new Map();
    function put(url, body) { cache.set("GET " + url, body); }
    function drop(key) { cache.delete(key); }
  `);
  valid("the key comes back in the message", `
    class Rpc {
      #pending = new Map();
      call(method) { this.#pending.set(\`\${method}#\${this.next++}\`, {}); }
      onMessage(message) { this.#pending.delete(message.id); }
    }
  `);
  valid("a field that other code of the file reaches through another object", `
    class Pool {
      constructor() { this.items = new Map(); }
      add(id) { this.items.set("p" + id, {}); }
      remove(id) { this.items.delete(id); }
    }
    function drain(pool) { pool.items.clear(); }
  `);
  valid("a public field in TypeScript is no proof", `
    export class Pool {
      readonly items = new Map<string, object>();
      add(id: string) { this.items.set("p" + id, {}); }
      remove(id: string) { this.items.delete(id); }
    }
  `);
  valid("tests are not looked at", `
    const sockets = new Map();
    function add(id, socket) { sockets.set(\`user:\${id}\`, socket); }
    function remove(id) { sockets.delete(id); }
  `, { filename: "test/sockets.test.ts" });
  valid("arrays are no stores", `
    const rows = [];
    function add(index, row) { rows[index] = row; }
    function remove(index) { delete rows[index + 1]; }
  `);
  valid("web storage is shared with other files", `
    function save(id, value) { localStorage.setItem("draft:" + id, value); }
    function clear(id) { localStorage.removeItem(id); }
  `);
});
