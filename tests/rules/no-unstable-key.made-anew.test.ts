import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
  // One remembered pair.
  invalid("a closure that remembers the last list, which a function makes anew", `
    export function createLegend(read, draw) {
      let lastItems;
      let lastSvg;
      const items = () => read().filter((item) => item.visible);
      return {
        svg() {
          const now = items();
          if (now === lastItems) return lastSvg; // error: identityIsNew "which the call makes before it compares"
          lastItems = now;
          lastSvg = draw(now);
          return lastSvg;
        },
      };
    }
  `);
  invalid("a field that remembers an object with its copy of options", `
    interface Options { a: number; b: number }
    export class Sheet {
      #last: { options: Options; css: string } | undefined;
      css(given: Partial<Options>, build: (options: Options) => string): string {
        const options: Options = { a: 1, b: 2, ...given };
        const last = this.#last;
        if (last?.options === options) return last.css; // error: identityIsNew "an object literal"
        const css = build(options);
        this.#last = { options, css };
        return css;
      }
    }
  `);
  valid("a list that is kept, and a list of unknown make", `
    import { rows } from "./rows";
    let cached;
    const list = () => (cached ??= []);
    let lastKey, lastRows, lastValue;
    export function render(draw) {
      const key = list();
      const now = rows();
      if (key === lastKey && now === lastRows) return lastValue;
      lastKey = key;
      lastRows = now;
      lastValue = draw(key);
      return lastValue;
    }
  `, { confidence: "likely" });
  valid("a state that is replaced by a copy", `
    export class Store {
      state = {};
      update(patch) {
        const state = { ...this.state, ...patch };
        if (state === this.state) return;
        this.state = state;
        this.tell();
      }
      tell() {}
    }
  `, { confidence: "likely" });
  valid("a token that tells whether another call came meanwhile", `
    export function latest(run) {
      let current = null;
      return async (value) => {
        const token = {};
        current = token;
        const result = await run(value);
        return current === token ? result : undefined;
      };
    }
  `, { confidence: "likely" });

  // Objects through calls.
  invalid("the parts of a text as a member of a set", `
    export function createFilter() {
      const groups = new Set();
      return (line) => {
        const parts = line.trim().split(",");
        if (groups.has(parts)) return false;
        groups.add(parts); // error: entryIsNotFound "the result of \`.split()\`"
        return true;
      };
    }
  `);
  invalid("an object that functions of the file make, freeze, check and read", `
    function point(lat, lng) {
      const made = {};
      made.lat = lat;
      made.lng = lng;
      return Object.freeze(made);
    }
    function check(at) { if (at.lat > 90) throw new RangeError(\`no latitude: \${at.lat}\`); }
    const known = new Map();
    export function elevation(lat, lng, ask) {
      const at = point(lat, lng);
      check(at);
      let height = known.get(at);
      if (height === undefined) {
        height = ask(lat, lng);
        known.set(at, height); // error: entryIsNotFound "which the call makes before it asks for it"
      }
      return height;
    }
  `);
  valid("an object that a maker keeps, one of an outer call, and one that was given away", `
    import { register } from "./register";
    const cells = [];
    const cell = (index) => (cells[index] ??= { index });
    const seen = new Set();
    export function create() {
      const own = {};
      const get = () => own;
      return {
        look(index) {
          const tile = cell(index);
          if (seen.has(tile)) return;
          seen.add(tile);
        },
        ask() {
          const mine = get();
          if (seen.has(mine)) return;
          seen.add(mine);
        },
        begin() {
          const state = {};
          register(state);
          if (seen.has(state)) return;
          seen.add(state);
        },
      };
    }
  `, { confidence: "likely" });

  // Memoized functions.
  invalid("a memoized function that is given what a function makes", `
    import memoize from "lodash.memoize";
    const rows = memoize(({ from, to }) => to - from); // error: resultIsNotFound "\`span(a, b)\` on line 5 never finds a result that \`rows\` keeps" "made anew for each call"
    const span = (a, b) => ({ from: Math.min(a, b), to: Math.max(a, b) });
    export const between = (a, b) => rows(span(a, b));
    export const until = (b) => rows({ from: 0, to: b });
  `);
  valid("a memoized function with a store of its own, or one that is given what is kept", `
    import memoize from "lodash/memoize";
    import { DeepMap } from "deep-map";
    const double = memoize(({ a }) => a * 2);
    double.cache = new DeepMap();
    const outline = memoize(({ rings }) => rings.length);
    export const use = (a) => double({ a });
    export const draw = (districts) => districts.map((district) => outline(district));
  `, { confidence: "likely" });
  invalid("a further argument that a call of the file gives by itself", `
    import memoize from "lodash/memoize";
    const slug = memoize((title, separator = "-") => title.split(" ").join(separator)); // error: inputIsLeftOut "\`memoize\` keys by the first argument only"
    export const path = (title) => slug(title, "-");
    export const label = (title) => slug(title, " ");
  `);
  valid("a further argument that is a constant, a tool, or of the same object", `
    import memoize from "lodash/memoize";
    const UNIT = "km";
    const length = memoize((route, unit = UNIT) => route.length + unit);
    const load = memoize((id, client) => client.fetch(id));
    const label = memoize((id, title) => title + id);
    export const f = (route, id, client, user) => [length(route, UNIT), length(route), load(id, client), label(user.id, user.title)];
  `);

  valid("a further argument that is declared to be an object", `
    import pMemoize from "p-memoize";
    const load = pMemoize(async (url: string, signal: AbortSignal) => (await fetch(url, { signal })).text());
    export const text = (url: string, signal: AbortSignal) => load(url, signal);
  `);

  // Made for one call.
  invalid("a key with an id of the request", `
    import QuickLRU from "quick-lru";
    import { nanoid } from "nanoid";
    const results = new QuickLRU({ maxSize: 100 });
    export async function search(text, page, run) {
      const request = { text, page, id: nanoid() };
      const key = JSON.stringify(request);
      if (results.has(key)) return results.get(key);
      const found = await run(request);
      results.set(key, found); // error: textChanges "\`nanoid()\` on line 6 gives each call a key of its own"
      return found;
    }
  `);
  invalid("a list of values with the time, through a helper", `
    const { LRUCache } = require("lru-cache");
    const cache = new LRUCache({ max: 10 });
    const keyOf = ({ city, at }) => [city, at].join("-");
    exports.weather = async (city, load) => {
      const ask = { city, at: Date.now() };
      const hit = cache.get(keyOf(ask));
      if (hit) return hit;
      const made = await load(ask);
      cache.set(keyOf(ask), made); // error: textChanges "\`Date.now()\`"
      return made;
    };
  `, { language: "cjs", confidence: "likely" });
  valid("an id that others ask for, and a test for collisions", `
    import { randomUUID } from "node:crypto";
    const jobs = new Map();
    const taken = new Set();
    export function start(user, run) {
      const id = \`\${user}:\${randomUUID()}\`;
      if (jobs.has(id)) throw new Error("twice");
      jobs.set(id, run(user));
      return id;
    }
    export const status = (id) => jobs.get(id);
    export function create(text) {
      const session = { id: randomUUID() };
      return () => {
        const key = \`\${text}:\${session.id}\`;
        if (taken.has(key)) return;
        taken.add(key);
      };
    }
    export function name() {
      const own = randomUUID();
      if (taken.has(own)) return name();
      taken.add(own);
      return own;
    }
  `, { confidence: "likely" });
});
