import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
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
        let metric = this.metrics.get(tags); // error: identityIsNew "it is a list"
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
      return jobs.get(\`\${id}:\${Date.now()}\`); // error: valueIsReadAgain "it gives another value at each call"
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
  valid("a symbol that the module keeps", `
    export const ALL = Symbol("all");
    const handlers = new Map();
    export function on(name, handler) { handlers.set(name ?? Symbol("any"), handler); }
    export function emit(name) { handlers.get(name)?.(); handlers.get(ALL)?.(); }
  `);
  valid("a set of what a walk has visited", `
    const seen = new Set();
    export function print(value) {
      if (seen.has(value)) return "cycle";
      seen.add(value);
      return Array.isArray(value) ? value.map(print).join() : String(value.id);
    }
  `, { confidence: "likely" });
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

  // Lists that are cut from lists.
  invalid("a part of what split gives, asked for and then kept", `
    const weights = new Map<readonly string[], number>();
    export function weigh(path: string): number {
      const head = path.split("/").filter(Boolean).slice(0, 2);
      const known = weights.get(head);
      if (known !== undefined) return known;
      weights.set(head, head.length); // error: entryIsNotFound "which the call makes before it asks for it"
      return head.length;
    }
  `);
  valid("a part of a text", `
    const weights = new Map<string, number>();
    export function weigh(path: string): number {
      const head = path.slice(0, 2);
      const known = weights.get(head);
      if (known !== undefined) return known;
      weights.set(head, head.length);
      return head.length;
    }
  `, { confidence: "likely" });
  valid("a part of what is not known to be a list", `
    import { read } from "./read.js";
    const weights = new Map();
    export function weigh(path) {
      const head = read(path).slice(0, 2);
      const known = weights.get(head);
      if (known !== undefined) return known;
      weights.set(head, head.length);
      return head.length;
    }
  `, { confidence: "likely", language: "js" });
});
