import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const CONTEXTS = {
  "node_modules/fastify/index.d.ts": "export interface FastifyRequest { readonly id: string; readonly url: string }",
  "node_modules/@nestjs/common/index.d.ts": "export interface ExecutionContext { getClass(): unknown; getHandler(): unknown } export interface ArgumentsHost { getArgs(): unknown[] }",
  "node_modules/@grpc/grpc-js/index.d.ts": "export interface ServerUnaryCall<A, B> { readonly request: A; answer(b: B): void }",
  "node_modules/koa/index.d.ts": "export interface Context { readonly path: string; readonly req: unknown }",
  "node_modules/react/index.d.ts": "export interface ReactElement { readonly type: unknown; readonly props: unknown }",
};
const keyedBy = (module: string, type: string, key: string, comment = ""): string => `
    import type { ${type.replace(/<.*/, "")} } from "${module}";
    const hits = new Map<string, number>();
    export function count(value: ${type}): number {
      const key = ${key};${comment}
      hits.set(key, (hits.get(key) ?? 0) + 1);
      return hits.get(key) ?? 0;
    }
  `;
const jsonOf = (what: string): string => ` // error: textLosesParts "it is ${what}"`;

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
  invalid("JSON of a Fastify request", keyedBy("fastify", "FastifyRequest", "JSON.stringify(value)", jsonOf("a `FastifyRequest`")), { typed: true, files: CONTEXTS });
  valid("the id of a Fastify request", keyedBy("fastify", "FastifyRequest", "JSON.stringify([value.id])"), { typed: true, files: CONTEXTS, confidence: "likely" });
  invalid("JSON of a Nest context", keyedBy("@nestjs/common", "ExecutionContext", "JSON.stringify(value)", jsonOf("an `ExecutionContext`")), { typed: true, files: CONTEXTS });
  invalid("JSON of Nest's arguments", keyedBy("@nestjs/common", "ArgumentsHost", "JSON.stringify(value)", jsonOf("an `ArgumentsHost`")), { typed: true, files: CONTEXTS });
  invalid("JSON of a gRPC call", keyedBy("@grpc/grpc-js", "ServerUnaryCall<string, string>", "JSON.stringify(value)", jsonOf("a `ServerUnaryCall`")), { typed: true, files: CONTEXTS });
  valid("the request of a gRPC call", keyedBy("@grpc/grpc-js", "ServerUnaryCall<string, string>", "JSON.stringify([value.request])"), { typed: true, files: CONTEXTS, confidence: "likely" });
  invalid("JSON of a Koa context", keyedBy("koa", "Context", "JSON.stringify(value)", jsonOf("a `Context`")), { typed: true, files: CONTEXTS });
  valid("a class of the project called Context", keyedBy("./context", "Context", "JSON.stringify(value)"), { typed: true, files: { "src/context.ts": "export interface Context { readonly a: string }" }, confidence: "likely" });
  invalid("JSON of a React element", keyedBy("react", "ReactElement", "JSON.stringify(value)", jsonOf("a `ReactElement`")), { typed: true, files: CONTEXTS });

  invalid("what JSON drops", `
    class Token { #text; constructor(text) { this.#text = text; } }
    const kept = new Map();
    const KIND = Symbol("kind");
    export function keep(text) {
      const pattern = new RegExp(text);
      const loop = { text };
      loop.self = loop;
      const token = new Token(text);
      const keys = [
        JSON.stringify([text, KIND]),
        JSON.stringify({ pattern }),
        JSON.stringify({ at: new Date() }),
        JSON.stringify(loop),
        JSON.stringify(token),
      ];
      kept.set(JSON.stringify([text, KIND]), 1); // error: textLosesParts "a symbol"
      kept.set(JSON.stringify({ pattern }), 1); // error: textLosesParts "a regular expression"
      kept.set(JSON.stringify({ at: new Date() }), 1); // error: textChanges "prints the present time"
      kept.set(JSON.stringify(loop), 1); // error: textLosesParts "holds itself, at which JSON throws"
      kept.set(JSON.stringify(token), 1); // error: textLosesParts "\`Token\` with private fields only"
      return kept.get(keys[0]);
    }
  `);
  valid("what JSON prints", `
    class Token { #text; constructor(text) { this.#text = text; } toJSON() { return this.#text; } }
    class Point { #seen = 0; constructor(x) { this.x = x; } }
    const kept = new Map();
    export function keep(text, date) {
      const token = new Token(text);
      const point = new Point(text);
      const pattern = new RegExp(text);
      const other = { text };
      const loop = { text };
      loop.other = other;
      for (const key of [JSON.stringify(token)]) kept.set(key, 1);
      kept.set(JSON.stringify(token), 1);
      kept.set(JSON.stringify(point), 1);
      kept.set(JSON.stringify([pattern.source, date]), 1);
      kept.set(JSON.stringify(loop), 1);
      return kept.get(text);
    }
  `, { confidence: "likely" });
  invalid("an element", `
    const rows = new Map();
    export function Row({ id }) {
      const cell = <b>{id}</b>;
      rows.set(\`\${cell}\`, id); // error: textIsShared "no \`toString\`"
      rows.set(JSON.stringify(cell), id); // error: textLosesParts "it is an element"
      return rows.get(id);
    }
  `, { language: "tsx" });
  invalid("the source of a function, digested", `
    import { hash } from "./hash";
    const scans = new Map();
    function filter(path) { return path.length > 3; }
    export function scan(path) {
      const key = hash(JSON.stringify({ path, filter: filter.toString() })); // error: textIsSource "prints its source"
      if (!scans.has(key)) scans.set(key, filter(path));
      return scans.get(key);
    }
  `, { confidence: "likely" });
  invalid("the source of a function in a variable named after a key", `
    import { hash, stringify } from "./hash";
    export class Files {
      list(path: string, filter: (path: string) => boolean) {
        const digest = hash(stringify({ path, filter: filter.toString() })); // error: textIsSource "part of a key of \`filesCacheKey\`"
        const filesCacheKey = ["files", digest];
        return this.cache.get(path, filesCacheKey);
      }
    }
  `, { typed: true, confidence: "likely" });
  valid("a name of a function, digested", `
    import { hash, stringify } from "./hash";
    export class Files {
      list(path: string, filter: (path: string) => boolean) {
        const digest = hash(stringify({ path, filter: filter.name }));
        const filesCacheKey = ["files", digest];
        return this.cache.get(path, filesCacheKey);
      }
    }
  `, { typed: true, confidence: "likely" });
  invalid("the whole contents of a file", `
    import { readFile } from "node:fs/promises";
    const sizes = new Map();
    export async function size(path) {
      const text = await readFile(path, "utf8"); // error: textIsContents "all that the file holds"
      if (!sizes.has(text)) sizes.set(text, text.length);
      return sizes.get(text);
    }
  `, { confidence: "likely" });
  valid("a hash of the contents, and the path", `
    import { readFileSync } from "node:fs";
    import { createHash } from "node:crypto";
    const sizes = new Map();
    export function size(path) {
      const text = readFileSync(path, "utf8");
      const key = createHash("sha256").update(text).digest("hex");
      if (!sizes.has(key)) sizes.set(key, text.length);
      return sizes.get(key) ?? sizes.get(path);
    }
  `, { confidence: "likely" });
  invalid("a second argument that the memoizer does not key by", `
    import memoize from "lodash/memoize";
    export const add = memoize((a, b) => a + b); // error: inputIsLeftOut "\`memoize\` keys by the first argument only"
  `, { confidence: "likely" });
  invalid("an instance that a method's memoizer does not key by", `
    import memoize from "lodash/memoize";
    export function Shop() {}
    Shop.prototype.price = memoize(function (id) { // error: inputIsLeftOut "all objects that have the function share its entries"
      return this.rate * id;
    });
  `, { confidence: "likely" });
  valid("what the memoizer keys by", `
    import memoize from "lodash/memoize";
    import { memoize as micro } from "micro-memoize";
    export const add = memoize((a, b) => a + b, (a, b) => a + ":" + b);
    export const sum = micro((a, b) => a + b);
    export const scale = memoize((a, factor = 2) => a * factor);
    export class Shop {
      rate = 1;
      price = memoize((id) => this.rate * id);
      constructor() { this.cost = memoize(function (id) { return this.rate * id; }); }
    }
  `, { confidence: "likely" });
});
