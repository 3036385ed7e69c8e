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
});
