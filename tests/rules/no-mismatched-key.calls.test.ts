import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-key", rule, ({ valid, invalid }) => {
  invalid("a finished key handed to a sibling that makes it a key once more", `
    export class Flags {
      private readonly values = new Map<string, boolean>();
      constructor(private readonly scope: string) {}
      private full(name: string): string { return \`\${this.scope}.\${name}\`; }
      enable(name: string): void { this.values.set(this.full(name), true); }
      isOn(name: string): boolean { return this.values.get(this.full(name)) ?? false; }
      toggle(name: string): void {
        const key = this.full(name);
        if (this.values.has(key)) this.drop(key); // error: keysDiffer "the call hands over a finished key, to which line 14 adds \`this.scope\` once more"
        else this.values.set(key, true);
      }
      private drop(name: string): void {
        this.values.delete(this.full(name));
      }
    }
  `);
  invalid("a prefix that is added by the caller and again by the callee", `
    const PREFIX = "job:";
    const keyOf = (id) => PREFIX + id;
    export function createJobs() {
      const jobs = new Map();
      const cancel = (id) => { jobs.delete(keyOf(id)); };
      return {
        start(id, run) {
          const key = keyOf(id);
          jobs.set(key, run());
          setTimeout(() => cancel(key), 1000); // error: keysDiffer "the call hands over a finished key, to which line 6 adds"
        },
        isRunning: (id) => jobs.has(keyOf(id)),
      };
    }
  `, { language: "js" });
  valid("a finished key handed to a sibling that takes one", `
    export class Flags {
      private readonly values = new Map<string, boolean>();
      constructor(private readonly scope: string) {}
      private full(name: string): string { return \`\${this.scope}.\${name}\`; }
      enable(name: string): void { this.values.set(this.full(name), true); }
      isOn(name: string): boolean { return this.values.get(this.full(name)) ?? false; }
      toggle(name: string): void {
        const key = this.full(name);
        if (this.values.has(key)) this.drop(key);
        else this.values.set(key, true);
      }
      private drop(key: string): void {
        this.values.delete(key);
      }
    }
  `);
  invalid("a path joined for inserts and look-ups, deleted as it came", `
    const path = require("node:path");
    const thumbs = new Map();
    function abs(name) { return path.join("/srv/photos", name); }
    exports.save = (name, image) => { thumbs.set(abs(name), image); };
    exports.load = (name) => thumbs.get(abs(name));
    exports.discard = (name) => { thumbs.delete(name); }; // error: keysDiffer "only the insert applies \`path.join\`"
  `, { language: "js" });
  valid("keys walked for are handed to the delete", `
    export class Urls {
      private readonly pages = new Map<string, string>();
      private canonical(url: string): string { return url.replace(/#.*$/, "").toLowerCase(); }
      add(url: string, html: string): string { const key = this.canonical(url); this.pages.set(key, html); return key; }
      html(url: string): string | undefined { return this.pages.get(this.canonical(url)); }
      *[Symbol.iterator]() { yield* this.pages.keys(); }
      visit(each: (html: string) => void): void {
        for (const [url, html] of this.pages) { each(html); this.#drop(url); }
      }
      #drop(url: string): void { this.pages.delete(url); }
    }
  `);
  invalid("a path resolved at each use but the delete, which other methods call", `
    import { resolve } from "node:path";
    export class Watchers {
      readonly #watchers = new Map<string, { close(): void }>();
      constructor(private readonly root: string) {}
      #full(path: string): string { return resolve(this.root, path); }
      watch(path: string, w: { close(): void }): void {
        if (this.#watchers.has(this.#full(path))) this.unwatch(path);
        this.#watchers.set(this.#full(path), w);
      }
      unwatch(path: string): void {
        const w = this.#watchers.get(this.#full(path));
        w?.close();
        this.#watchers.delete(path); // error: keysDiffer "only the insert applies \`resolve\`"
      }
    }
  `);
  invalid("a folded name, and the name as it was given when the end comes", `
    export function createChannels() {
      const channels = Object.create(null);
      const fold = (name) => name.toUpperCase();
      return {
        join(name, socket) {
          const key = fold(name);
          channels[key] = socket;
          socket.on("end", () => { delete channels[name]; }); // error: keysDiffer "only the insert applies \`toUpperCase\`"
        },
        of: (name) => channels[fold(name)],
      };
    }
  `, { language: "js" });
  valid("the folded name handed to the function of the end", `
    export function createChannels() {
      const channels = Object.create(null);
      const fold = (name) => name.toUpperCase();
      function part(name) { delete channels[name]; }
      return {
        join(name, socket) {
          const key = fold(name);
          channels[key] = socket;
          socket.on("end", () => part(key));
        },
        of: (name) => channels[fold(name)],
      };
    }
  `, { language: "js" });
  invalid("a store of unknown make, emptied under what the others derive from", `
    import { slug } from "./slug.js";
    export async function archive(store, title) {
      const page = await store.get(slug(title));
      if (!page || !(await store.has(slug(title)))) return;
      await store.put(slug(title), { ...page, archived: true });
      await store.delete(title); // error: keysDiffer "only the insert applies \`slug\`"
    }
  `, { language: "js" });
  invalid("a collaborator derives the key for each use but the delete", `
    class Gate {
      constructor(tokens, mac) { this.tokens = tokens; this.mac = mac; }
      admit(code) {
        const known = this.tokens.get(this.mac.sign(code));
        if (!known || !this.tokens.has(this.mac.sign(code))) return null;
        this.tokens.delete(code); // error: keysDiffer "only the look-up applies \`sign\`"
        return known;
      }
    }
    module.exports = Gate;
  `, { language: "js" });
  valid("a store that may bring names into one form itself", `
    export function rename(headers, from) {
      if (!headers.has(from.toLowerCase())) return;
      const v = headers.get(from.toLowerCase());
      headers.set("x-new".toLowerCase(), v);
      headers.delete(from);
    }
  `, { language: "js" });
  invalid("one part fewer for a rest parameter", `
    export class Prices {
      #prices = {};
      #key(...parts) { return parts.join(":"); }
      quote(shop, item, size, p) { this.#prices[this.#key(shop, item, size)] = p; }
      price(shop, item, size) { return this.#prices[this.#key(shop, item, size)]; }
      forget(shop, item, size) { delete this.#prices[this.#key(shop, item)]; } // error: keysDiffer "only the insert adds"
    }
  `, { language: "js" });
  invalid("one element fewer in a list that is printed as JSON", `
    const hash = (...parts) => JSON.stringify(parts);
    const memo = new Map();
    export const put = (a, b, c, v) => memo.set(hash(a, b, c), v);
    export const get = (a, b, c) => memo.get(hash(a, b, c));
    export const drop = (a, b, c) => memo.delete(hash(a, b)); // error: keysDiffer "the list of the insert has 3 elements and that of the delete 2"
  `, { language: "js" });
  invalid("a helper without its last argument", `
    function keyFor(user: string, device?: string): string { return \`\${user}:\${device}\`; }
    const tokens = new Map<string, string>();
    export function add(user: string, device: string, t: string): void { tokens.set(keyFor(user, device), t); }
    export function get(user: string, device: string): string | undefined { return tokens.get(keyFor(user, device)); }
    export function del(user: string, device: string): void { tokens.delete(keyFor(user)); } // error: keysDiffer "only the insert gives all parts"
  `);
  valid("a helper that leaves empty parts out", `
    const keyOf = (...parts) => parts.filter(Boolean).join(":");
    const memo = new Map();
    export const put = (a, b, v) => memo.set(keyOf(a, b, undefined), v);
    export const get = (a, b) => memo.get(keyOf(a, b));
    export const drop = (a, b) => memo.delete(keyOf(a, b));
  `, { language: "js" });

  // Finished keys that a walk gives.
  invalid("a key that the store is walked for, handed to a function that adds the prefix once more", `
    const PREFIX = "draft/";
    const drafts: Record<string, { at: number }> = {};
    export const save = (id: string): void => { drafts[PREFIX + id] = { at: Date.now() }; };
    export const isSaved = (id: string): boolean => PREFIX + id in drafts;
    export const discard = (id: string): void => { delete drafts[PREFIX + id]; };
    export function tidy(limit: number): void {
      for (const key of Object.keys(drafts)) {
        if ((drafts[key]?.at ?? 0) < limit) discard(key); // error: keysDiffer "the call hands over a finished key, to which line 6 adds"
      }
    }
  `);
  invalid("a key that the store is walked for, with the prefix once more", `
    export function createShelf(name) {
      const books = new Map();
      return {
        put: (id, book) => books.set(name + "#" + id, book),
        get: (id) => books.get(name + "#" + id),
        thin(test) {
          books.forEach((book, key) => {
            if (test(book)) books.delete(name + "#" + key); // error: keysDiffer "the collection is walked for finished keys, to one of which the delete adds"
          });
        },
      };
    }
  `, { language: "js" });
  invalid("keys that are made for each of a list, handed to a function that makes them again", `
    export class Shelves {
      readonly #rows = new Map<string, number>();
      #key(id: string): string { return \`row:\${id}\`; }
      put(id: string, count: number): void { this.#rows.set(this.#key(id), count); }
      drop(id: string): void { this.#rows.delete(this.#key(id)); }
      dropAll(ids: readonly string[]): void {
        ids.forEach((id) => this.drop(this.#key(id))); // error: keysDiffer "the call hands over a finished key"
      }
    }
  `);
  invalid("one moment, handed to two functions that print it in two ways", `
    const drafts = new Map();
    export function keep(date, draft) { drafts.set("draft of " + date, draft); }
    export function forget(date) { drafts.delete("draft of " + date.toISOString()); } // error: keysDiffer "toISOString"
    export function keepForNow(draft) {
      const now = new Date();
      keep(now, draft);
      setTimeout(() => forget(now), 60_000);
    }
  `, { language: "js" });
  valid("a key that the store is walked for, cut down to what the function takes", `
    const PREFIX = "draft/";
    const drafts = new Map<string, number>();
    export const save = (id: string): void => { drafts.set(PREFIX + id, Date.now()); };
    export const discard = (id: string): void => { drafts.delete(PREFIX + id); };
    export function tidy(limit: number): void {
      for (const [key, at] of drafts) if (at < limit) discard(key.slice(PREFIX.length));
    }
  `, { confidence: "likely" });
  valid("a key that the store is walked for, handed to a function that adds the prefix where it is missing", `
    const PREFIX = "draft/";
    const drafts = new Map<string, number>();
    const keyOf = (id: string): string => (id.startsWith(PREFIX) ? id : PREFIX + id);
    export const save = (id: string): void => { drafts.set(keyOf(id), Date.now()); };
    export const discard = (id: string): void => { drafts.delete(keyOf(id)); };
    export function tidy(limit: number): void {
      for (const [key, at] of drafts) if (at < limit) discard(key);
    }
  `, { confidence: "likely" });
  valid("the keys of another store, handed to a function that adds a prefix", `
    const drafts = new Map<string, number>();
    const names = new Map<string, string>();
    export const name = (id: string, as: string): void => { names.set(id, as); };
    export const save = (id: string): void => { drafts.set("draft/" + id, Date.now()); };
    export const discard = (id: string): void => { drafts.delete("draft/" + id); };
    export function tidy(): void {
      for (const id of names.keys()) discard(id);
    }
  `, { confidence: "likely" });
});
