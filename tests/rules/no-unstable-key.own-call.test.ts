import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unstable-key where one call makes and takes out", rule, ({ valid, invalid }) => {
  invalid("a printed value that another call prints anew", `
    import { inspect } from "node:util";
    const running = new Map<string, Promise<void>>();
    export async function run(options: { signal: AbortSignal; name: string }, work: () => Promise<void>) {
      const known = running.get(inspect(options));
      if (known) return known;
      running.set(inspect(options), work()); // error: textLosesParts ""
      await running.get(inspect(options));
      running.delete(inspect(options));
    }
  `);
  valid("a printed value that the call keeps for its own removal", `
    import { inspect } from "node:util";
    const running = new Map<string, Promise<void>>();
    export async function run(options: { name: string }, work: () => Promise<void>) {
      const key = inspect(options);
      running.set(key, work());
      await running.get(key);
      running.delete(key);
    }
  `);

  invalid("an object that was handed on, where nobody else can put one in", `
    import { check } from "./check.js";
    const sizes = new Map<object, string>();
    export function draw(width: number, height: number) {
      const size = { width, height };
      check(size);
      const known = sizes.get(size);
      if (known !== undefined) return known;
      const text = String(width * height);
      sizes.set(size, text); // error: entryIsNotFound "\`size\` on line 7 never finds"
      return text;
    }
  `);
  valid("an object that was handed on, and that others can put in", `
    import { check } from "./check.js";
    export const sizes = new Map<object, string>();
    export function draw(width: number, height: number) {
      const size = { width, height };
      check(size);
      const known = sizes.get(size);
      if (known !== undefined) return known;
      const text = String(width * height);
      sizes.set(size, text);
      return text;
    }
  `);

  invalid("a list of names that leaves out what the file reads of a member", `
    const plans = new Map();
    export function planFor(query) {
      const key = JSON.stringify(query, Object.keys(query).sort()); // error: textLosesParts "leaves \`where.fields\` of \`query\` out"
      if (!plans.has(key)) plans.set(key, query.where.fields);
      return plans.get(key);
    }
  `, { language: "js" });
  valid("a list of names, and nothing that shows what the members hold", `
    const plans = new Map();
    export function planFor(query) {
      const key = JSON.stringify(query, Object.keys(query).sort());
      if (!plans.has(key)) plans.set(key, query.where.trim());
      return plans.get(key);
    }
  `, { language: "js" });

  invalid("a Set that the literal takes over", `
    interface Filter { text: string; tags: Set<string> }
    const hits = new Map<string, string[]>();
    export const hitsOf = (filter: Filter) => hits.get(JSON.stringify({ ...filter, text: filter.text.trim() }));
    export const put = (filter: Filter, found: string[]) => hits.set(JSON.stringify({ ...filter, text: filter.text.trim() }), found); // error: textLosesParts "\`tags\` of \`filter\`"
  `);
  valid("a Set that the literal writes anew", `
    interface Filter { text: string; tags: Set<string> }
    const hits = new Map<string, string[]>();
    export const hitsOf = (filter: Filter) => hits.get(JSON.stringify({ ...filter, tags: [...filter.tags].sort() }));
    export const put = (filter: Filter, found: string[]) => hits.set(JSON.stringify({ ...filter, tags: [...filter.tags].sort() }), found);
  `);

  invalid("a part of a list that each call makes", `
    const traffic = new Map<string[], number>();
    export function add(path: string, bytes: number) {
      const section = path.split("/").slice(0, 3);
      const known = traffic.get(section);
      traffic.set(section, (known ?? 0) + bytes); // error: entryIsNotFound ""
    }
  `);
});
