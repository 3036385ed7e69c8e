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
      if (seen[String(ctx)]) return true;
      seen[String(ctx)] = true; // error: textChanges "on lines 5 and 6"
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
      return carts.get(\`cart:\${session}\`); // error: textIsShared "it has no \`toString\` of its own"
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
      const key = [term, filters].join("|"); // error: textIsShared "\`filters\` is a key of" "it has no \`toString\` of its own"
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
      cache.set(key, render(req.url));
    }
  `, { confidence: "likely" });
  valid("a request that may be a path, as bundlers have it", `
    const cache = new Map();
    export function resolve(context, request) {
      const key = \`\${context}\n\${request}\`;
      if (!request.startsWith(".")) cache.set(key, load(context, request));
      return cache.get(key);
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
      const key = source + parser; // error: textIsSource "\`parser\` is part of a key" "it is a function and prints its source"
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
      const key = JSON.stringify({ request, kind: "page" }); // error: textLosesParts "\`request\` is part of a key" "it is a \`Request\`"
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
});
