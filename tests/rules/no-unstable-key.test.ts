import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const CONTEXT = `export class Context {
  constructor(private readonly deadline: number, readonly namespace: string) {}
  get remaining(): number { return this.deadline - Date.now(); }
  toString(): string { return \`ctx with \${this.remaining} ms left\`; }
}
export interface Session { readonly id: string; readonly user: string }`;
const files = { "src/context.ts": CONTEXT };

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
  // Text that changes.
  invalid("the printed context of the etcd client, with types", `
    import type { Context } from "./context";
    export class Client {
      private readonly streams = new Map<string, object>();
      watch(ctx: Context): object {
        const key = String(ctx); // error: textChanges "\`ctx\` is a key of \`this.streams\` on lines 7 and 10" "in \`Context.remaining\`"
        const known = this.streams.get(key);
        if (known !== undefined) return known;
        const stream = {};
        this.streams.set(key, stream);
        return stream;
      }
    }
  `, { typed: true, files });
  invalid("a template of a class of this file", `
    class Deadline {
      constructor(at) { this.at = at; }
      get left() { return this.at - Date.now(); }
      toString() { return "in " + this.left; }
    }
    const waiting = new Map();
    function add(at, job) {
      const deadline = new Deadline(at);
      waiting.set(\`job:\${deadline}\`, job); // error: textChanges "changes with \`Date.now()\` in \`Deadline.toString\`"
      return waiting.get(\`job:\${deadline}\`);
    }
  `);
  invalid("a computed member of a record", `
    import type { Context } from "./context";
    const seen: Record<string, boolean> = {};
    export function visit(ctx: Context): boolean {
      if (seen[String(ctx)]) return true; // error: textChanges "on lines 5 and 6"
      seen[String(ctx)] = true;
      return false;
    }
  `, { typed: true, files });
  valid("the id of the context", `
    import type { Context } from "./context";
    const seen = new Map<string, boolean>();
    export function visit(ctx: Context): boolean {
      if (seen.get(ctx.namespace)) return true;
      seen.set(ctx.namespace, true);
      return false;
    }
  `, { typed: true, files });
  valid("the context itself, by identity", `
    import type { Context } from "./context";
    const seen = new WeakMap<Context, boolean>();
    export function visit(ctx: Context): boolean {
      if (seen.get(ctx)) return true;
      seen.set(ctx, true);
      return false;
    }
  `, { typed: true, files });
  valid("a text that says the same each time", `
    class Version {
      constructor(major, minor) { this.major = major; this.minor = minor; }
      toString() { return this.major + "." + this.minor; }
    }
    const builds = new Map();
    function build(major, minor) {
      const version = new Version(major, minor);
      if (!builds.has(String(version))) builds.set(String(version), {});
      return builds.get(String(version));
    }
  `);

  // Text that all objects share.
  invalid("an interface without a text of its own, with types", `
    import type { Session } from "./context";
    const carts = new Map<string, object>();
    export function cart(session: Session): object | undefined {
      return carts.get(\`cart:\${session}\`); // error: textIsShared "\`session\` has no \`toString\` of its own"
    }
    export function fill(session: Session): void { carts.set(\`cart:\${session.id}\`, {}); }
  `, { typed: true, files });
  invalid("an object as a computed member", `
    class Session { constructor(id) { this.id = id; } }
    const carts = {};
    function open(id) {
      const session = new Session(id);
      carts[session] = []; // error: textIsShared "all such objects print the same text"
      return session;
    }
  `);
  invalid("a Map joined into the key", `
    const filters = new Map();
    const results = new Map();
    function search(term, find) {
      const key = [term, filters].join("|"); // error: textIsShared "\`filters\` has no \`toString\` of its own"
      if (!results.has(key)) results.set(key, find(term, filters));
      return results.get(key);
    }
  `);
  valid("the object's id as a computed member", `
    class Session { constructor(id) { this.id = id; } }
    const carts = {};
    function open(id) {
      const session = new Session(id);
      carts[session.id] = [];
      return session;
    }
  `);
  valid("an object whose parent may print itself", `
    import { Base } from "./base";
    class Session extends Base { constructor(id) { super(); this.id = id; } }
    const carts = {};
    function open(id) {
      const session = new Session(id);
      carts[session] = [];
    }
  `);
  invalid("a request by its name", `
    const cache = new Map();
    export function handle(req) {
      const key = String(req); // error: textIsShared "by its name a request's context"
      if (cache.has(key)) return cache.get(key);
      cache.set(key, render(req));
    }
  `, { confidence: "likely" });
  valid("a name is no proof", `
    const cache = new Map();
    export function handle(req) {
      const key = String(req);
      if (cache.has(key)) return cache.get(key);
      cache.set(key, render(req));
    }
  `);
  valid("a context that is a string", `
    const cache = new Map<string, string>();
    export function handle(context: string) {
      const key = \`\${context}/main\`;
      if (!cache.has(key)) cache.set(key, render(context));
      return cache.get(key);
    }
  `, { confidence: "likely" });

  // The source of a function.
  invalid("a function in a concatenated key", `
    const parsed = new Map();
    const parser = (source) => source.split("\\n");
    function parse(source) {
      const key = source + parser; // error: textIsSource "\`parser\` is a function and prints its source"
      if (!parsed.has(key)) parsed.set(key, parser(source));
      return parsed.get(key);
    }
  `);
  invalid("a function among options, with types", `
    interface Options { pad: boolean; parse(text: string): object }
    const cache = new Map<string, object>();
    export function parse(text: string, { pad, parse }: Options): object {
      const key = text + pad + parse; // error: textIsSource "is part of a key of \`cache\`"
      const known = cache.get(key);
      if (known !== undefined) return known;
      const made = parse(text);
      cache.set(key, made);
      return made;
    }
  `, { typed: true });
  valid("the function's name", `
    const parsed = new Map();
    const parser = (source) => source.split("\\n");
    function parse(source) {
      const key = source + parser.name;
      if (!parsed.has(key)) parsed.set(key, parser(source));
      return parsed.get(key);
    }
  `);

  // What JSON and inspect leave out.
  invalid("JSON of a Map", `
    const cache = new Map();
    function query(term) {
      const filters = new Map();
      filters.set("term", term);
      const key = JSON.stringify(filters); // error: textLosesParts "JSON prints \`{}\` for \`filters\`, which is a Map"
      if (!cache.has(key)) cache.set(key, run(filters));
      return cache.get(key);
    }
  `);
  invalid("JSON of a request, with types", `
    const cache = new Map<string, string>();
    export function handle(request: Request): string | undefined {
      const key = JSON.stringify({ request, kind: "page" }); // error: textLosesParts "\`request\` is a \`Request\`"
      cache.set(key, "");
      return cache.get(key);
    }
  `, { typed: true });
  invalid("inspect of an object written in place", `
    const { inspect } = require("util");
    const cache = {};
    module.exports = function run(query, page) {
      const key = inspect({ query, page }); // error: textLosesParts "prints for readers"
      return (cache[key] ??= compute(query, page)) ?? cache[key];
    };
  `, { language: "cjs" });
  valid("JSON of the Map's entries", `
    const cache = new Map();
    function query(term) {
      const filters = new Map();
      filters.set("term", term);
      const key = JSON.stringify([...filters]);
      if (!cache.has(key)) cache.set(key, run(filters));
      return cache.get(key);
    }
  `);
  valid("JSON of a tuple of primitives", `
    const cache = new Map();
    export function get(a, b) {
      const key = JSON.stringify([a, b]);
      if (!cache.has(key)) cache.set(key, compute(a, b));
      return cache.get(key);
    }
  `, { confidence: "likely" });
  valid("JSON of an object written in place", `
    const cache = new Map();
    export function get(a, b) {
      const key = JSON.stringify({ a, b });
      if (!cache.has(key)) cache.set(key, compute(a, b));
      return cache.get(key);
    }
  `, { confidence: "likely" });
  invalid("JSON of an object that others build", `
    const cache = new Map<string, object>();
    export function link(name: string, args: Record<string, unknown>) {
      const key = name + JSON.stringify(args); // error: textHasNoFixedOrder "the order of the properties of \`args\` is its builder's"
      if (!cache.has(key)) cache.set(key, compute(name, args));
      return cache.get(key);
    }
  `, { confidence: "likely" });
  valid("the order of properties is no proof", `
    const cache = new Map<string, object>();
    export function link(name: string, args: Record<string, unknown>) {
      const key = name + JSON.stringify(args);
      if (!cache.has(key)) cache.set(key, compute(name, args));
      return cache.get(key);
    }
  `);

  // Objects that are made for the look-up.
  invalid("an array literal looked up by identity", `
    const cells = new Map();
    function put(x, y, value) { cells.set([x, y], value); }
    function at(x, y) {
      return cells.get([x, y]); // error: identityIsNew "never finds the entry that line 3 puts into \`cells\`" "an array literal"
    }
  `);
  invalid("an object literal deleted from a set", `
    class Tracker {
      #points = new Set();
      add(x, y) { this.#points.add({ x, y }); }
      remove(x, y) {
        this.#points.delete({ x, y }); // error: identityIsNew "\`{ x, y }\`"
      }
    }
  `);
  invalid("a bound method deleted from a set", `
    class Hub {
      constructor(bus) { this.handlers = new Set(); this.bus = bus; }
      start() { this.handlers.add(this.onMessage.bind(this)); }
      stop() {
        this.handlers.delete(this.onMessage.bind(this)); // error: identityIsNew "made anew each time"
      }
      onMessage() {}
    }
  `);
  invalid("a new Date by identity", `
    const days = new Map<Date, string>();
    export function mark(year: number, text: string): void { days.set(new Date(year, 1), text); }
    export function read(year: number): string | undefined {
      return days.get(new Date(year, 1)); // error: identityIsNew "a new \`Date\`"
    }
  `);
  invalid("a helper that makes the object", `
    const cells = new Map();
    const point = (x, y) => ({ x, y });
    function put(x, y, value) { cells.set(point(x, y), value); }
    function has(x, y) {
      return cells.has(point(x, y)); // error: identityIsNew "\`point(x, y)\`" "an object literal, made anew"
    }
  `);
  valid("the text of the coordinates", `
    const cells = new Map();
    function put(x, y, value) { cells.set(x + "," + y, value); }
    function at(x, y) { return cells.get(x + "," + y); }
  `);
  valid("the object that was added", `
    const points = new Set();
    function add(x, y) {
      const point = { x, y };
      points.add(point);
      return () => points.delete(point);
    }
  `);
  valid("a bound method that is kept", `
    class Hub {
      constructor(bus) { this.handlers = new Set(); this.bus = bus; this.handler = this.onMessage.bind(this); }
      start() { this.handlers.add(this.handler); }
      stop() { this.handlers.delete(this.handler); }
      onMessage() {}
    }
  `);
  valid("an object that a module keeps", `
    const KEY = {};
    const values = new WeakMap();
    function put(value) { values.set(KEY, value); }
    function get() { return values.get(KEY); }
  `);
  invalid("a list that callers build", `
    class Metrics {
      constructor() { this.metrics = new Map(); }
      metric(name, tags) {
        let metric = this.metrics.get(tags); // error: identityIsNew "\`tags\` is a list"
        if (!metric) {
          metric = create(name, Array.isArray(tags) ? [...tags] : tags);
          this.metrics.set(tags, metric);
        }
        return metric;
      }
    }
  `, { confidence: "likely" });
  valid("a list as key of a WeakMap", `
    const compiled = new WeakMap<TemplateStringsArray, object>();
    export function compile(strings: TemplateStringsArray, parts: string[]) {
      const known = compiled.get(strings);
      if (known) return known;
      compiled.set(strings, { parts });
    }
  `, { confidence: "likely" });

  // Read again.
  invalid("the time in the key, read again", `
    const jobs = new Map();
    function start(id, job) { jobs.set(\`\${id}:\${Date.now()}\`, job); }
    function find(id) {
      return jobs.get(\`\${id}:\${Date.now()}\`); // error: valueIsReadAgain "\`Date.now()\` gives another value at each call"
    }
  `);
  invalid("a random id, made again", `
    import { randomUUID } from "node:crypto";
    const uploads = new Map();
    export function begin(file) { uploads.set(file + randomUUID(), file); }
    export function end(file) {
      uploads.delete(file + randomUUID()); // error: valueIsReadAgain "which line 4 filled"
    }
  `);
  invalid("a new symbol", `
    const slots = new Map();
    function put(value) { slots.set(Symbol("slot"), value); }
    function get() {
      return slots.get(Symbol("slot")); // error: valueIsReadAgain "gives another value"
    }
  `);
  valid("an id that is made once and kept for its own delete", `
    import { randomUUID } from "node:crypto";
    const uploads = new Map();
    export function begin(file) {
      const id = randomUUID();
      uploads.set(id, file);
      return { id, end: () => uploads.delete(id) };
    }
  `);
  valid("a collision check", `
    const ids = new Set();
    function nextId() {
      let id = Math.random();
      while (ids.has(id)) id = Math.random();
      ids.add(id);
      return id;
    }
  `);
  valid("the time in steps", `
    const windows = new Map();
    function hit() {
      const slot = Math.floor(Date.now() / 60000);
      windows.set(slot, (windows.get(slot) ?? 0) + 1);
      return windows.get(Math.floor(Date.now() / 60000));
    }
  `);
  valid("a counter", `
    class Rpc {
      #pending = new Map();
      #next = 0;
      call(method) {
        const id = ++this.#next;
        this.#pending.set(id, method);
        return id;
      }
      done(id) { this.#pending.delete(id); }
    }
  `);

  // Ordinary keys.
  valid("a template of primitives", `
    const cache = new Map();
    export function get(region, id) {
      const key = \`\${region}:\${id}\`;
      if (!cache.has(key)) cache.set(key, load(region, id));
      return cache.get(key);
    }
  `, { confidence: "likely" });
  valid("the href of a URL", `
    const cache = new Map<string, string>();
    export function get(url: URL) {
      if (!cache.has(url.href)) cache.set(url.href, fetchText(url));
      return cache.get(url.href) ?? cache.get(String(url)) ?? cache.get(\`\${url}#\`);
    }
    declare function fetchText(url: URL): string;
  `, { typed: true, confidence: "likely" });
  valid("an error's message and an enum member", `
    enum Level { Low, High }
    const counts: Record<string, number> = {};
    export function count(error: Error, level: Level) {
      counts[\`\${level}:\${error.message}\`] = (counts[\`\${level}:\${error.message}\`] ?? 0) + 1;
    }
  `, { typed: true, confidence: "likely" });
  valid("a list of strings joined", `
    const cache = new Map<string, number>();
    export function total(parts: string[]) {
      const key = parts.join("/");
      if (!cache.has(key)) cache.set(key, parts.length);
      return cache.get(key);
    }
  `, { typed: true, confidence: "likely" });
  valid("a function as key by identity", `
    const wrapped = new Map();
    function wrap(fn) {
      if (wrapped.has(fn)) return wrapped.get(fn);
      const wrapper = () => fn();
      wrapped.set(fn, wrapper);
      return wrapper;
    }
  `, { confidence: "likely" });
  valid("headers and form data are no stores of this kind", `
    export function send(headers: Headers, request: Request) {
      headers.set(String(request), "1");
      return headers.get(String(request.url));
    }
  `, { typed: true, confidence: "likely" });
  valid("tests are not looked at", `
    const cells = new Map();
    cells.set([1, 2], "a");
    cells.get([1, 2]);
  `, { filename: "src/__tests__/cells.ts" });
});
