import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
  // What JSON loses of a member.
  invalid("JSON of a value whose type has a Map within", `
    type Facets = { tags: Map<string, number> };
    type Search = { text: string; facets: Facets };
    export class Finder {
      private readonly answers = new Map<string, string[]>();
      find(search: Search, run: (search: Search) => string[]): string[] {
        const key = JSON.stringify({ search, version: 2 });
        const known = this.answers.get(key);
        if (known !== undefined) return known;
        const found = run(search);
        this.answers.set(key, found);
        return found;
      }
    }
  `.replace("version: 2 });", "version: 2 }); // error: textLosesParts \"JSON prints `{}` for `facets.tags` of `search`, which is a Map by line 2\""));
  invalid("JSON of what a call of the file gives a Set", `
    const pages = {};
    function page(query, load) {
      const key = JSON.stringify(query); // error: textLosesParts "\`tags\` of \`query\`"
      return pages[key] ?? (pages[key] = load(query));
    }
    export const tagged = (tags, load) => page({ kind: "post", tags: new Set(tags) }, load);
  `);
  valid("a type that prints itself, a replacer, and a type of another file", `
    import type { Other } from "./other";
    interface Ids { ids: Set<string>; toJSON(): unknown }
    const sizes = new Map<string, number>();
    export function size(ids: Ids, other: Other, one: { ids: Set<string> }): number {
      for (const key of [JSON.stringify(ids)]) sizes.delete(key);
      sizes.delete(JSON.stringify(ids));
      sizes.delete(JSON.stringify(other));
      sizes.delete(JSON.stringify(one, (_name, value) => (value instanceof Set ? [...value] : value)));
      sizes.set("all", 1);
      return sizes.get("all") ?? 0;
    }
  `, { confidence: "likely" });

  // A list of names for JSON.
  invalid("the names of the top for what holds objects", `
    interface Box { width: number; at: { x: number; y: number } }
    const keyOf = (box: Box): string => JSON.stringify(box, Object.keys(box).sort()); // error: textLosesParts "leaves \`at.x\` of \`box\` out"
    const drawn = new Map<string, string>();
    export function draw(box: Box, paint: (box: Box) => string): string {
      const known = drawn.get(keyOf(box));
      if (known !== undefined) return known;
      const made = paint(box);
      drawn.set(keyOf(box), made);
      return made;
    }
  `);
  invalid("names that an author wrote, none of which is within", `
    type Filter = { kind: string; range: { low: number; high: number } };
    const seen: Record<string, string[]> = {};
    export function search(filter: Filter, run: (filter: Filter) => string[]): string[] {
      const key = JSON.stringify(filter, ["kind", "range"]); // error: textLosesParts "leaves \`range.low\` of \`filter\` out"
      return (seen[key] ??= run(filter));
    }
  `);
  valid("names of a value that is flat, or holds lists and dates", `
    interface Query { a: number; tags: string[]; at: Date; inner: { a: number } }
    const found = new Map<string, number>();
    export function find(query: Query, run: (query: Query) => number): number {
      const key = JSON.stringify(query, Object.keys(query).sort());
      const known = found.get(key);
      if (known !== undefined) return known;
      const made = run(query);
      found.set(key, made);
      return made;
    }
  `, { confidence: "likely" });

  // Requests by their declared type, and by what calls their function.
  invalid("a request of express in a template, and of http in a sum", `
    import type { Request, Response } from "express";
    import type http from "node:http";
    interface Signed extends Request { user: string }
    const open = new Map<string, Response>();
    const seen = new Set<string>();
    export function track(req: Signed, res: Response, message: http.IncomingMessage): boolean {
      open.set(\`\${req}\`, res); // error: textIsShared "no \`toString\`"
      res.on("close", () => open.delete(String(req.url)));
      seen.add("m" + message); // error: textIsShared "no \`toString\`"
      return seen.has("n");
    }
  `);
  invalid("JSON of a request of express, by the import alone", `
    import type { Request } from "express";
    const running = new Set<string>();
    export function limit(req: Request): void {
      running.add(JSON.stringify(req)); // error: textLosesParts "it is a \`Request\`"
      req.on("close", () => running.delete(JSON.stringify(req)));
    }
  `);
  invalid("the parameter of a handler as a computed member", `
    import { createServer } from "node:http";
    const hits = Object.create(null);
    function handle(message, answer) {
      hits[message] = (hits[message] ?? 0) + 1; // error: textIsShared "an \`IncomingMessage\`"
      answer.end(String(hits[message]));
    }
    export const server = createServer(handle);
  `);
  valid("a parameter of express that is a text, and a class of the project that prints itself", `
    import express from "express";
    import { Request } from "./request";
    const app = express();
    const started = {};
    app.param("id", (req, res, next, id) => { started[id] = Date.now(); next(); });
    app.set("views", (name) => { started[name] = 1; });
    app.get("/:id", (req, res) => res.send(String(started[req.params.id])));
    export function log(request: Request) { started[String(request)] = 1; }
    export default app;
  `, { confidence: "likely" });

  // Objects within a joined text.
  invalid("a part that is an object by its type, or by the calls of the file", `
    interface Look { blur: number }
    interface Cut { clip: string; look: Look; frames: [number, number] }
    const previews = new Map<string, string>();
    const tiles = new Map();
    export function preview(cut: Cut): string | undefined {
      previews.set([cut.clip, cut.frames, cut.look].join("|"), cut.clip); // error: textIsShared "\`cut.look\`"
      return previews.get(Object.values(cut).join("|")); // error: textIsShared "its member \`look\` has no \`toString\`"
    }
    function tile(spec, draw) {
      const key = [spec.layer, spec.style].join("/"); // error: textIsShared "\`spec.style\`"
      if (!tiles.has(key)) tiles.set(key, draw(spec));
      return tiles.get(key);
    }
    export const water = (draw) => tile({ layer: "water", style: { fill: "blue" } }, draw);
  `);
  valid("parts that print themselves, or are unknown", `
    import type { Mode } from "./mode";
    interface Cut { clip: string; at: Date; size: [number, number]; url: URL; mode: Mode; kind: "a" | "b" }
    const counts = new Map<string, number>();
    export function count(cut: Cut): number {
      const key = [cut.clip, cut.at, cut.size, cut.url, cut.mode, cut.kind].join("|");
      if (!counts.has(key)) counts.set(key, 1);
      counts.delete(key);
      return counts.get(key) ?? 0;
    }
  `, { confidence: "likely" });

  // The source of a function.
  invalid("the source of a callback that is called", `
    const timers = new Map();
    export function debounce(task, ms) {
      const key = String(task); // error: textIsSource "functions with the same source print the same text"
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(() => { timers.delete(key); task(); }, ms));
    }
  `);
  valid("a source that all of the entry is made of", `
    const shaders = new Map<string, string>();
    declare function compile(source: string): string;
    export function shader(filter: (sample: number) => number): string {
      const text = String(filter);
      const known = shaders.get(text);
      if (known !== undefined) return known;
      const made = compile(text);
      shaders.set(text, made);
      return made;
    }
  `, { confidence: "likely" });
  valid("a value that is called only where it is a function", `
    const values = new Map();
    export function value(key, make) {
      const name = typeof key === "function" ? key() : String(key);
      if (!values.has(String(key))) values.set(String(key), make(name));
      return values.get(String(key));
    }
  `, { confidence: "likely" });
  valid("a function that only is handed on, of which nobody knows that it is one", `
    const queued = new Map();
    export function queue(task) {
      const key = String(task);
      if (!queued.has(key)) queued.set(key, task);
      return queued.get(key);
    }
  `, { confidence: "likely" });

  // Printed for readers.
  invalid("options that are read as an object, printed", `
    import util from "node:util";
    const queue = new Map();
    export function print(device, settings) {
      const key = util.inspect(settings); // error: textLosesParts "prints for readers"
      if (queue.has(key)) return queue.get(key);
      const job = device.print(settings.pages, settings.signal);
      queue.set(key, job);
      return job;
    }
  `, { confidence: "likely" });
  valid("values that may be texts, printed", `
    const { format, inspect } = require("util");
    const sums = new Map();
    exports.sum = (id, count) => {
      const key = format("%s-%d", id, count) + inspect(id);
      if (!sums.has(key)) sums.set(key, id + count);
      return sums.get(key);
    };
  `, { confidence: "likely", language: "cjs" });

  // Parameters that are taken apart.
  valid("a helper that takes its parameter apart", `
    interface Place { name: string }
    interface Route { from: string; to: string; via?: Place; stops: string[] }
    const keyOf = ({ from, to: end, via: { name } = { name: "none" }, stops: [first] }: Route) => \`\${from}>\${end}:\${name}:\${first}\`;
    const routes = new Map<string, Route>();
    export function add(route: Route): void { routes.set(keyOf(route), route); }
    export function has(route: Route): boolean { return routes.has(keyOf(route)); }
    export function drop(route: Route): void { routes.delete(keyOf(route)); }
  `, { typed: true, confidence: "likely" });
  invalid("a part that a helper takes out of its parameter, and prints", `
    interface Place { name: string }
    interface Route { from: Place; to: string }
    const keyOf = ({ from, to }: Route) => \`\${from}>\${to}\`; // error: textIsShared "\`from\`"
    const routes = new Map<string, Route>();
    export function add(route: Route): void { routes.set(keyOf(route), route); }
    export function has(route: Route): boolean { return routes.has(keyOf(route)); }
  `, { typed: true });

  // What is replaced, and what is plain.
  valid("a set that is spread and then given as a list", `
    interface Search { text: string; tags: Set<string> }
    const found = new Map<string, string[]>();
    export function remember(search: Search, hits: string[]): void { found.set(JSON.stringify({ ...search, tags: [...search.tags].sort() }), hits); }
    export function recall(search: Search): string[] | undefined { return found.get(JSON.stringify({ ...search, tags: [...search.tags].sort() })); }
  `, { confidence: "likely" });
  invalid("a set that is spread after the list that was to take its place", `
    interface Search { text: string; tags: Set<string> }
    const found = new Map<string, string[]>();
    export function remember(search: Search, hits: string[]): void { found.set(JSON.stringify({ tags: [], ...search }), hits); } // error: textLosesParts "which is a Set by line 2"
    export function recall(search: Search): string[] | undefined { return found.get(JSON.stringify({ tags: [], ...search })); }
  `);
  valid("an object of plain values, printed for readers", `
    import { inspect } from "node:util";
    interface Size { readonly width: number; readonly height: number; readonly unit: "px" | "mm" }
    const sheets = new Map<string, Promise<string>>();
    export function sheet(size: Size, cut: (size: Size) => Promise<string>): Promise<string> {
      const known = sheets.get(inspect(size));
      if (known) return known;
      const made = cut(size);
      sheets.set(inspect(size), made);
      return made;
    }
  `, { confidence: "likely" });
  invalid("an object that holds another, printed for readers", `
    import { inspect } from "node:util";
    interface Size { readonly width: number; readonly more: { readonly deep: { readonly deeper: object } } }
    const sheets = new Map<string, Promise<string>>();
    export function sheet(size: Size, cut: (size: Size) => Promise<string>): Promise<string> {
      const known = sheets.get(inspect(size));
      if (known) return known;
      const made = cut(size);
      sheets.set(inspect(size), made); // error: textLosesParts "prints for readers"
      return made;
    }
  `);
  invalid("names of the top as a list for JSON, of a value whose members are read for their own", `
    const tables = new Map();
    export function tableOf(query) {
      const key = JSON.stringify(query, Object.keys(query).sort()); // error: textLosesParts "\`page.start\`"
      let table = tables.get(key);
      if (table === undefined) tables.set(key, (table = build(query.text, query.page.start)));
      return table;
    }
  `, { language: "js" });
  valid("names of the top as a list for JSON, of a value whose members are read as texts and lists", `
    const tables = new Map();
    export function tableOf(query) {
      const key = JSON.stringify(query, Object.keys(query).sort());
      let table = tables.get(key);
      if (table === undefined) tables.set(key, (table = build(query.text.length, query.tags.join(" "))));
      return table;
    }
  `, { confidence: "likely", language: "js" });
});
