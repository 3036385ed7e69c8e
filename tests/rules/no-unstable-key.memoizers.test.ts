import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
  invalid("a memoized field, called with a literal", `
    import memoize from "lodash/memoize";
    export class Users {
      load = memoize((query) => query.id); // error: resultIsNotFound "an object literal, made anew for each call" "\`memoize\` compares it by identity"
      user(id) {
        return this.load({ id });
      }
    }
  `);
  valid("with a resolver", `
    import memoize from "lodash/memoize";
    const load = memoize((query) => query.id, (query) => query.id);
    export const user = (id) => load({ id });
  `);
  valid("with an option that makes the keys", `
    import pMemoize from "p-memoize";
    const load = pMemoize(async (query) => query.id, { cacheKey: JSON.stringify });
    export const user = (id) => load({ id });
  `);
  valid("with options from elsewhere", `
    import pMemoize from "p-memoize";
    import { options } from "./options";
    const load = pMemoize(async (query) => query.id, options);
    export const user = (id) => load({ id });
  `);
  valid("a memoizer of the project's own, which may compare by content", `
    import { memoize } from "./memoize";
    const load = memoize((query) => query.id);
    export const user = (id) => load({ id });
  `);
  valid("a resolver that keeps the length beside the values", `
    import { memoize } from "lodash";
    export const scan = memoize((globs) => globs.map(String), (globs) => \`\${globs.length}:\${globs.join()}\`);
  `);
  invalid("a decorated method that takes its parameters apart", `
    import { Memoize } from "typescript-memoize";
    export class Task {
      @Memoize()
      run({ force }: { force: boolean }) { // error: identityIsNew "callers build for each call"
        return force;
      }
    }
  `);
  valid("a decorated method of an id, and one of an instance", `
    import { Memoize } from "typescript-memoize";
    import type { Graph } from "./graph";
    export class Task {
      @Memoize()
      run(id: string) { return id; }
      @Memoize()
      walk(graph: Graph) { return graph; }
    }
  `);
  valid("an object that was given away before it is asked for", `
    const pending = new Set();
    export function warm(list, promise) {
      const entry = { promise };
      list.push(entry);
      promise.catch(() => pending.delete(entry));
    }
    export const add = (entry) => pending.add(entry);
  `);
  valid("an object that is inserted before it is asked for", `
    const active = new Map();
    export function run(work) {
      const token = {};
      active.set(token, work);
      try { return work(); } finally { if (active.has(token)) active.delete(token); }
    }
  `);
  valid("an object that a loop asks for again", `
    const seen = new Set();
    export function walk(items) {
      const token = { items };
      for (const item of items) {
        if (seen.has(token)) continue;
        seen.add(token);
      }
    }
  `);
});
