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
  invalid("the printed context within one block, with a suggestion", `
    import type { Context } from "./context";
    export class Client {
      private readonly streams = new Map<string, object>();
      async run(ctx: Context, work: () => Promise<void>): Promise<void> {
        this.streams.set(\`\${ctx}/run\`, {});
        try {
          await work();
        } finally {
          this.streams.delete(\`\${ctx}/run\`); // error: keyComputedAgain "changes with"
        }
      }
    }
  `, {
    typed: true,
    files: { "src/context.ts": CONTEXT },
    suggestions: [{
      messageId: "keepKey",
      output: `
    import type { Context } from "./context";
    export class Client {
      private readonly streams = new Map<string, object>();
      async run(ctx: Context, work: () => Promise<void>): Promise<void> {
        const key = \`\${ctx}/run\`;
        this.streams.set(key, {});
        try {
          await work();
        } finally {
          this.streams.delete(key);
        }
      }
    }
  `,
    }],
  });
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
});
