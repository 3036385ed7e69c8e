import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const SESSION = `export interface Session { readonly id: string; readonly user: string }`;

describeRule("no-unstable-key", rule, ({ invalid }) => {
  invalid("offers the id of a class of the file, and a WeakMap of the objects", `
    class User {
      constructor(id) { this.id = id; }
    }
    const seen = new Map();
    const first = new User(1);
    export const mark = () => seen.set(String(first), true); // error: textIsShared "\`first\`"
    export const isMarked = () => seen.has(\`\${first}\`);
  `, {
    suggestions: [{ messageId: "keyById", output: `
    class User {
      constructor(id) { this.id = id; }
    }
    const seen = new Map();
    const first = new User(1);
    export const mark = () => seen.set(String(first.id), true);
    export const isMarked = () => seen.has(\`\${first.id}\`);
  ` }, { messageId: "useWeakMap", output: `
    class User {
      constructor(id) { this.id = id; }
    }
    const seen = new WeakMap();
    const first = new User(1);
    export const mark = () => seen.set(first, true);
    export const isMarked = () => seen.has(first);
  ` }],
  });
  invalid("offers both by the type, through the variable that holds the key", `
    import type { Session } from "./session";
    export class Sessions {
      readonly #open = new Map<string, object>();
      find(session: Session): object {
        const key = String(session); // error: textIsShared "\`session\`"
        const known = this.#open.get(key);
        if (known !== undefined) return known;
        const made = {};
        this.#open.set(key, made);
        return made;
      }
    }
  `, {
    typed: true,
    files: { "src/session.ts": SESSION },
    suggestions: [{ messageId: "keyById", output: `
    import type { Session } from "./session";
    export class Sessions {
      readonly #open = new Map<string, object>();
      find(session: Session): object {
        const key = String(session.id);
        const known = this.#open.get(key);
        if (known !== undefined) return known;
        const made = {};
        this.#open.set(key, made);
        return made;
      }
    }
  ` }, { messageId: "useWeakMap", output: `
    import type { Session } from "./session";
    export class Sessions {
      readonly #open = new WeakMap<object, object>();
      find(session: Session): object {
        const key = session;
        const known = this.#open.get(key);
        if (known !== undefined) return known;
        const made = {};
        this.#open.set(key, made);
        return made;
      }
    }
  ` }],
  });
  invalid("offers no WeakMap where the Map is walked, and no id where there is none", `
    interface Filter { readonly min: number; readonly max: number }
    const hits = new Map<string, number>();
    export function count(filter: Filter): number {
      const key = String(filter); // error: textIsShared "\`filter\`"
      hits.set(key, (hits.get(key) ?? 0) + 1);
      return [...hits.values()].length;
    }
  `, { typed: true, suggestions: [] });
  invalid("offers no WeakMap where the text is a part of the key, or is used elsewhere", `
    class Box { constructor(size) { this.size = size; } }
    const parts = new Map();
    const kept = new Map();
    const box = new Box(1);
    export const put = (name) => parts.set(\`\${name}:\${box}\`, name); // error: textIsShared "\`box\`"
    export const get = (name) => parts.get(\`\${name}:\${box}\`);
    export function keep() {
      const key = String(box); // error: textIsShared "\`box\`"
      console.log(key);
      kept.set(key, 1);
      return kept.get(key);
    }
  `, { suggestions: [] });
  invalid("offers the id of a computed member", `
    class Job { constructor(id) { this.id = id; } }
    const states = {};
    const job = new Job(1);
    export function start() { states[job] = "on"; } // error: textIsShared "\`job\`"
    export function stateOf() { return states[job]; }
  `, {
    suggestions: [{ messageId: "keyById", output: `
    class Job { constructor(id) { this.id = id; } }
    const states = {};
    const job = new Job(1);
    export function start() { states[job.id] = "on"; }
    export function stateOf() { return states[job.id]; }
  ` }],
  });
  invalid("offers the fields in one order where callers differ in it", `
    const results = new Map();
    function search(query) {
      const key = JSON.stringify(query); // error: textHasNoFixedOrder "lines 8 and 9 list its properties in different orders"
      if (!results.has(key)) results.set(key, [query.term, query.page]);
      return results.get(key);
    }
    export const first = (term) => search({ term, page: 1 });
    export const next = (term, page) => search({ page, term });
  `, {
    suggestions: [{ messageId: "listFields", output: `
    const results = new Map();
    function search(query) {
      const key = JSON.stringify([query.term, query.page]);
      if (!results.has(key)) results.set(key, [query.term, query.page]);
      return results.get(key);
    }
    export const first = (term) => search({ term, page: 1 });
    export const next = (term, page) => search({ page, term });
  ` }],
  });
  invalid("offers the fields that a type lists", `
    const results = new Map<string, number>();
    export function area(size: Record<"width" | "height", number>): number {
      const key = JSON.stringify(size); // error: textHasNoFixedOrder "its builder's"
      const known = results.get(key);
      if (known !== undefined) return known;
      results.set(key, size.width * size.height);
      return size.width * size.height;
    }
  `, {
    typed: true, confidence: "likely",
    suggestions: [{ messageId: "listFields", output: `
    const results = new Map<string, number>();
    export function area(size: Record<"width" | "height", number>): number {
      const key = JSON.stringify([size.width, size.height]);
      const known = results.get(key);
      if (known !== undefined) return known;
      results.set(key, size.width * size.height);
      return size.width * size.height;
    }
  ` }],
  });
  invalid("offers no fields where nobody knows them", `
    const results = new Map<string, number>();
    export function count(filter: Record<string, number>): number | undefined {
      const key = JSON.stringify(filter); // error: textHasNoFixedOrder "its builder's"
      if (!results.has(key)) results.set(key, Object.keys(filter).length);
      return results.get(key);
    }
  `, { typed: true, confidence: "likely", suggestions: [] });
  invalid("offers the JSON text of a tuple", `
    const cells = new Map();
    export function put(x, y, value) { cells.set([x, y], value); }
    export function at(x, y) {
      return cells.get([x, y]); // error: identityIsNew "an array literal"
    }
  `, {
    suggestions: [{ messageId: "serializeKey", output: `
    const cells = new Map();
    export function put(x, y, value) { cells.set(JSON.stringify([x, y]), value); }
    export function at(x, y) {
      return cells.get(JSON.stringify([x, y]));
    }
  ` }],
  });
  invalid("offers the JSON text of an object's values, in one order", `
    class Tracker {
      #points = new Set();
      add(x, y) { this.#points.add({ x, y }); }
      remove(x, y) {
        this.#points.delete({ y, x }); // error: identityIsNew "made anew each time"
      }
    }
  `, {
    suggestions: [{ messageId: "serializeKey", output: `
    class Tracker {
      #points = new Set();
      add(x, y) { this.#points.add(JSON.stringify([x, y])); }
      remove(x, y) {
        this.#points.delete(JSON.stringify([x, y]));
      }
    }
  ` }],
  });
  invalid("offers no JSON text where the objects are read again, or hold objects", `
    class Tracker {
      #points = new Set();
      #runs = new Map();
      add(x, y) { this.#points.add({ x, y }); }
      remove(x, y) {
        this.#points.delete({ x, y }); // error: identityIsNew "made anew each time"
      }
      sum() { return [...this.#points].reduce((sum, point) => sum + point.x, 0); }
      run(name) { this.#runs.set([name, () => 1], name); }
      stop(name) {
        this.#runs.delete([name, () => 1]); // error: identityIsNew "made anew each time"
      }
    }
  `, { suggestions: [] });
  invalid("offers to keep a key that is read again in one block", `
    const jobs = new Map();
    export function run(id, job) {
      jobs.set(\`\${id}:\${Date.now()}\`, job);
      job();
      return jobs.get(\`\${id}:\${Date.now()}\`); // error: valueIsReadAgain "gives another value"
    }
  `, {
    suggestions: [{ messageId: "keepKey", output: `
    const jobs = new Map();
    export function run(id, job) {
      const key = \`\${id}:\${Date.now()}\`;
      jobs.set(key, job);
      job();
      return jobs.get(key);
    }
  ` }],
  });
});
