import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection: keys that are the content of texts", rule, ({ valid, invalid }) => {
  invalid("a comment, lowered and split", `
    const results = {};
    export function sentiment(comment) {
      const key = comment.toLowerCase();
      if (key in results) return results[key];
      let score = 0;
      for (const word of key.split(" ")) score += word.length;
      results[key] = score; // error: neverRemoved "under \`key\`"
      return score;
    }
  `, { confidence: "possible", language: "js" });
  invalid("a sentence, trimmed in a factory that holds an interval", `
    export function makeTranslator(api) {
      const known = new Map();
      setInterval(() => api.ping(), 1000);
      return async function translate(sentence) {
        const text = sentence.trim();
        let out = known.get(text);
        if (!out) {
          out = await api.translate(text);
          known.set(text, out); // error: neverRemoved "under"
        }
        return out;
      };
    }
  `, { confidence: "possible", language: "js" });
  invalid("a source text that is rendered, in an object of the module", `
    export const highlighter = {
      memo: new Map(),
      render(source) {
        const hit = this.memo.get(source);
        if (hit) return hit;
        const html = source.replace(/</g, "&lt;").split("\\n").map((line) => \`<code>\${line}</code>\`).join("");
        this.memo.set(source, html); // error: neverRemoved "this.memo"
        return html;
      },
    };
  `, { confidence: "possible", language: "js" });
  invalid("a member of a parameter", `
    const scores = new Map<string, number>();
    interface Mail { readonly subject: string; readonly from: string }
    export function spamScore(mail: Mail): number {
      const subject = mail.subject.toLowerCase().trim();
      let score = scores.get(subject);
      if (score === undefined) {
        score = subject.length;
        scores.set(subject, score); // error: neverRemoved "under"
      }
      return score;
    }
  `, { confidence: "possible" });
  invalid("a line without its numbers, in a Set", `
    const seen = new Set();
    function isNew(line) {
      const bare = line.replace(/\\d+/g, "#");
      if (seen.has(bare)) return false;
      seen.add(bare); // error: neverRemoved "gains a member"
      return true;
    }
    module.exports = { isNew };
  `, { confidence: "possible", language: "js" });
  invalid("a part of an address, under a symbol of another file", `
    const { kPools, kClose } = require("./symbols");
    class Crawler {
      constructor(make) { this.make = make; this[kPools] = new Map(); }
      async get(address) {
        const origin = address.split("/").slice(0, 3).join("/");
        let pool = this[kPools].get(origin);
        if (!pool) {
          pool = this.make(origin);
          this[kPools].set(origin, pool); // error: onlyEmptiedAtEnd "[kClose]()"
        }
        return pool.get(address);
      }
      async [kClose]() { for (const pool of this[kPools].values()) await pool.close(); this[kPools].clear(); }
    }
    module.exports = { Crawler };
  `, { confidence: "possible", language: "js" });
  invalid("under a symbol of a module that is imported whole", `
    import * as sym from "./symbols.js";
    export class Relay {
      [sym.kRoutes] = new Map<string, number>();
      route(line: string): number {
        const host = line.trim().toLowerCase();
        let n = this[sym.kRoutes].get(host);
        if (n === undefined) {
          n = host.length;
          this[sym.kRoutes].set(host, n); // error: onlyEmptiedAtEnd "[kDestroy]()"
        }
        return n;
      }
      [sym.kDestroy]() { this[sym.kRoutes].clear(); }
    }
  `, { confidence: "possible" });
  invalid("in a field under a symbol", `
    import { kRoutes, kDispose } from "./symbols.js";
    export class Relay {
      [kRoutes] = new Map<string, number>();
      route(line: string): number {
        const host = line.trim().toLowerCase();
        let n = this[kRoutes].get(host);
        if (n === undefined) {
          n = host.length;
          this[kRoutes].set(host, n); // error: onlyEmptiedAtEnd "[kDispose]()"
        }
        return n;
      }
      [kDispose]() { this[kRoutes].clear(); }
    }
  `, { confidence: "possible" });
  valid("one of a few by its type", `
    const cache = new Map<string, string[]>();
    export function partsOf(side: "left-top" | "right-top"): string[] {
      let parts = cache.get(side);
      if (!parts) {
        parts = side.split("-");
        cache.set(side, parts);
      }
      return parts;
    }
  `, { confidence: "likely" });
  valid("in a local variable", `
    export function tally(text) {
      const counts = new Map();
      for (const word of text.toLowerCase().split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
      return counts;
    }
  `, { confidence: "likely", language: "js" });
  valid("only those that a table has", `
    const UNITS = { kg: 1000, g: 1 };
    const formats = new Map();
    export function weigh(amount, unitText) {
      const unit = unitText.trim().toLowerCase();
      if (!(unit in UNITS)) throw new Error("unit");
      let format = formats.get(unit);
      if (!format) {
        format = { unit, factor: UNITS[unit] };
        formats.set(unit, format);
      }
      return format.factor * amount;
    }
  `, { confidence: "likely", language: "js" });
  valid("only those that a list has", `
    const ALLOWED = ["red", "green"];
    const painted = new Map();
    export function paint(text) {
      const hue = text.trim();
      if (!ALLOWED.includes(hue)) return null;
      if (!painted.has(hue)) painted.set(hue, { hue });
      return painted.get(hue);
    }
  `, { confidence: "likely", language: "js" });
  invalid("said once, with texts that a caller builds", `
    class Notices {
      #shown: Record<string, true> | false = {};
      tellOnce(text: string) {
        if (!this.#shown) return;
        if (this.#shown[text]) return;
        this.#shown[text] = true; // error: removedInVain "off()"
        alert(text);
      }
      off() { this.#shown = false; }
    }
    const notices = new Notices();
    export function failed(order: { number: string; customer: string }) {
      notices.tellOnce(\`Order \${order.number} of \${order.customer} failed\`);
    }
  `, { confidence: "likely" });
  invalid("said once, with texts that a caller adds up", `
    let said = new Set();
    export function warnOnce(message) {
      if (!said || said.has(message)) return;
      said.add(message); // error: removedInVain "only ends it for good"
      console.warn(message);
    }
    export const hush = () => { said = null; };
    export function check(userId, attempt) {
      if (attempt > 3) warnOnce("User " + userId + " failed " + attempt + " times");
    }
  `, { confidence: "possible", language: "js" });
  valid("said once for each of a few", `
    let said = new Set();
    export function warnOnce(message) {
      if (!said || said.has(message)) return;
      said.add(message);
      console.warn(message);
    }
    export const hush = () => { said = null; };
    export function check(kind) {
      warnOnce(\`\${kind} is deprecated\`);
    }
  `, { confidence: "likely", language: "js" });
});
