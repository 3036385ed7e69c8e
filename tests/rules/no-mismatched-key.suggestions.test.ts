import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-key", rule, ({ invalid }) => {
  invalid("offers the key of the insert where its names are parameters there as well", `
    const sockets = new Map();
    export function add(id, socket) { sockets.set("user:" + id, socket); }
    export function drop(id) {
      sockets.delete(id); // error: keysDiffer "only the insert adds"
    }
  `, {
    suggestions: [{ messageId: "useInsertedKey", output: `
    const sockets = new Map();
    export function add(id, socket) { sockets.set("user:" + id, socket); }
    export function drop(id) {
      sockets.delete("user:" + id);
    }
  ` }],
  });
  invalid("offers nothing where a name of the insert is not in sight", `
    const sockets = new Map();
    export function add(id, socket) { const prefix = "user:"; sockets.set(prefix + id, socket); }
    export function drop(id) {
      sockets.delete(id); // error: keysDiffer "only the insert adds"
    }
  `, { suggestions: [] });
  invalid("offers a method call of this within the same class", `
    class Hub {
      #m = new Map();
      keyOf(id) { return "user:" + id; }
      add(id, socket) { this.#m.set(this.keyOf(id), socket); }
      drop(id) {
        this.#m.delete(id); // error: keysDiffer "only the insert adds"
      }
    }
  `, {
    suggestions: [{ messageId: "useInsertedKey", output: `
    class Hub {
      #m = new Map();
      keyOf(id) { return "user:" + id; }
      add(id, socket) { this.#m.set(this.keyOf(id), socket); }
      drop(id) {
        this.#m.delete(this.keyOf(id));
      }
    }
  ` }],
  });
  invalid("offers to fill the collection that is looked up", `
    const dirs = new Map();
    const files = new Map();
    export function dirOf(dir) {
      let hit = dirs.get(dir); // error: wrongStore "\`dirs\`" "\`files\`"
      if (hit === undefined) {
        hit = dir.length;
        files.set(dir, hit);
      }
      return hit;
    }
  `, {
    suggestions: [{ messageId: "fillLookedUp", output: `
    const dirs = new Map();
    const files = new Map();
    export function dirOf(dir) {
      let hit = dirs.get(dir);
      if (hit === undefined) {
        hit = dir.length;
        dirs.set(dir, hit);
      }
      return hit;
    }
  ` }],
  });
  invalid("offers to keep the value that is overwritten", `
    const compiled = new Map();
    export function compile(pattern) {
      let regex = compiled.get(pattern); // error: keyOverwritten "overwritten between the two on line 5"
      pattern = "^" + pattern;
      if (regex === undefined) {
        regex = new RegExp(pattern);
        compiled.set(pattern, regex);
      }
      return regex;
    }
  `, {
    suggestions: [{ messageId: "keepKey", output: `
    const compiled = new Map();
    export function compile(pattern) {
      const key = pattern;
      let regex = compiled.get(key);
      pattern = "^" + pattern;
      if (regex === undefined) {
        regex = new RegExp(pattern);
        compiled.set(key, regex);
      }
      return regex;
    }
  ` }],
  });
  invalid("offers the id and a WeakMap where the key cannot be kept in a variable", `
    import type { Context } from "./context";
    const streams = new Map<string, object>();
    export function open(ctx: Context): void { streams.set(String(ctx), {}); }
    export function close(ctx: Context): void {
      streams.delete(String(ctx)); // error: keyComputedAgain "changes with"
    }
  `, {
    typed: true,
    files: { "src/context.ts": `export class Context {
      constructor(private readonly deadline: number, readonly id: string) {}
      toString(): string { return "ctx " + (this.deadline - Date.now()); }
    }` },
    suggestions: [{ messageId: "keyById", output: `
    import type { Context } from "./context";
    const streams = new Map<string, object>();
    export function open(ctx: Context): void { streams.set(String(ctx.id), {}); }
    export function close(ctx: Context): void {
      streams.delete(String(ctx.id));
    }
  ` }, { messageId: "useWeakMap", output: `
    import type { Context } from "./context";
    const streams = new WeakMap<object, object>();
    export function open(ctx: Context): void { streams.set(ctx, {}); }
    export function close(ctx: Context): void {
      streams.delete(ctx);
    }
  ` }],
  });
  invalid("offers no variable around a function that is called later", `
    class Context { toString() { return "ctx " + Date.now(); } }
    const streams = new Map();
    const ctx = new Context();
    export const open = () => streams.set(String(ctx), 1);
    export const close = () => streams.delete(String(ctx)); // error: keyComputedAgain "changes with"
  `, {
    suggestions: [{ messageId: "useWeakMap", output: `
    class Context { toString() { return "ctx " + Date.now(); } }
    const streams = new WeakMap();
    const ctx = new Context();
    export const open = () => streams.set(ctx, 1);
    export const close = () => streams.delete(ctx);
  ` }],
  });
});
