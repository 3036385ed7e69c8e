import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-key", rule, ({ valid, invalid }) => {
  // Overwritten between look-up and insert.
  invalid("the variable is overwritten before the insert", `
    const cache = new Map();
    function compile(pattern) {
      let regex = cache.get(pattern); // error: keyOverwritten "filled under \`pattern\` on line 7" "overwritten between the two on line 6"
      if (regex === undefined) {
        pattern = "^" + pattern + "$";
        cache.set(pattern, regex = new RegExp(pattern));
      }
      return regex;
    }
  `);
  valid("the first value is kept", `
    const cache = new Map();
    function compile(pattern) {
      const key = pattern;
      let regex = cache.get(key);
      if (regex === undefined) {
        const source = "^" + pattern + "$";
        regex = new RegExp(source);
        cache.set(key, regex);
      }
      return regex;
    }
  `);
  valid("overwritten on one way only", `
    const cache = new Map();
    function find(name, scope) {
      if (cache.has(name)) return cache.get(name);
      if (scope) name = scope + "/" + name;
      cache.set(name, {});
    }
  `);
  valid("overwritten in a loop", `
    const cache = new Map();
    function climb(dir) {
      while (dir !== "/") {
        if (cache.has(dir)) return cache.get(dir);
        dir = dir + "/..";
        cache.set(dir, {});
      }
    }
  `);

  // The wrong store.
  invalid("of two private fields", `
    class Outputs {
      #own = new Map();
      #ofPlugins = new Map();
      add(name, content) {
        const known = this.#own.get(name); // error: wrongStore "\`this.#own\`" "\`this.#ofPlugins\`"
        if (known === undefined) this.#ofPlugins.set(name, content);
      }
    }
  `);
  valid("a field that other files may fill", `
    class Outputs {
      constructor() { this.own = new Map(); this.ofPlugins = new Map(); }
      add(name, content) {
        const known = this.own.get(name);
        if (known === undefined) this.ofPlugins.set(name, content);
      }
    }
  `);
  invalid("looked up in one map, stored in another", `
    const byFile = new Map();
    const byFolder = new Map();
    function isModule(file, folder) {
      if (byFile.has(file)) return byFile.get(file);
      let answer = byFolder.get(folder); // error: wrongStore "\`byFolder\`" "line 8" "\`byFile\`"
      if (answer === undefined) {
        byFile.set(folder, answer = compute(folder));
      }
      byFile.set(file, answer);
      return answer;
    }
  `);
  valid("looked up and stored in the same map", `
    const byFile = new Map();
    const byFolder = new Map();
    function isModule(file, folder) {
      if (byFile.has(file)) return byFile.get(file);
      let answer = byFolder.get(folder);
      if (answer === undefined) byFolder.set(folder, answer = compute(folder));
      byFile.set(file, answer);
      return answer;
    }
  `);
  valid("the other map is filled elsewhere", `
    export const overrides = new Map();
    const cache = new Map();
    function get(name) {
      const override = overrides.get(name);
      if (override) return override;
      cache.set(name, load(name));
      return cache.get(name);
    }
  `);
  invalid("stored under a member of the new object", `
    export function memo(make) {
      const cache = new WeakMap();
      return (schema) => {
        const cached = cache.get(schema.ast); // error: keysDiffer "made after the look-up"
        if (cached !== undefined) return cached;
        const made = make(schema);
        cache.set(made.ast, made);
        return made;
      };
    }
  `, { confidence: "likely" });
  valid("stored under the key of the fetched entity", `
    const users = new Map();
    async function load(id) {
      const known = users.get(id);
      if (known) return known;
      const user = await fetchUser(id);
      users.set(user.id, user);
      return user;
    }
  `, { confidence: "likely" });

  // Silent: the file does not see everything, or the keys may well be equal.
  valid("an exported map with another name for the input", `
    export const sessions = new Map();
    export function add(session) { sessions.set(session.id, session); }
    export function remove(id) { sessions.delete(id); }
  `);
  valid("a map that is handed on", `
    const sessions = new Map();
    install(sessions);
    function add(id) { sessions.set("s:" + id, {}); }
    function remove(id) { sessions.delete(id); }
  `);
  valid("a map that is returned", `
    function create() {
      const sessions = new Map();
      const add = (id) => sessions.set("s:" + id, {});
      function remove(id) { sessions.delete(id); }
      return { sessions, add, remove };
    }
  `);
  valid("the finished key is passed on", `
    const sessions = new Map();
    function add(id) {
      const key = "s:" + id;
      sessions.set(key, {});
      return () => remove(key);
    }
    function remove(id) { sessions.delete(id); }
  `);
  valid("deleted while iterating over its keys", `
    const sessions = new Map();
    function add(id) { sessions.set("s:" + id, {}); }
    function sweep() { for (const id of sessions.keys()) sessions.delete(id); }
  `);
  valid("deleted while iterating with forEach", `
    const sessions = new Map();
    function add(id) { sessions.set("s:" + id, {}); }
    function sweep() { sessions.forEach((session, id) => { if (session.done) sessions.delete(id); }); }
  `);
  valid("filled from the start", `
    const names = new Map([["item-1", "one"]]);
    function read(id) { return names.get("item-" + id); }
    function write(id, value) { names.set("items-" + id, value); }
  `);
  valid("parameters with other names", `
    const cache = new Map();
    function put(url, body) { cache.set("GET " + url, body); }
    function drop(key) { cache.delete(key); }
  `);
  valid("the key comes back in the message", `
    class Rpc {
      #pending = new Map();
      call(method) { this.#pending.set(\`\${method}#\${this.next++}\`, {}); }
      onMessage(message) { this.#pending.delete(message.id); }
    }
  `);
  valid("a field that other code of the file reaches through another object", `
    class Pool {
      constructor() { this.items = new Map(); }
      add(id) { this.items.set("p" + id, {}); }
      remove(id) { this.items.delete(id); }
    }
    function drain(pool) { pool.items.clear(); }
  `);
  valid("a public field in TypeScript is no proof", `
    export class Pool {
      readonly items = new Map<string, object>();
      add(id: string) { this.items.set("p" + id, {}); }
      remove(id: string) { this.items.delete(id); }
    }
  `);
  valid("tests are not looked at", `
    const sockets = new Map();
    function add(id, socket) { sockets.set(\`user:\${id}\`, socket); }
    function remove(id) { sockets.delete(id); }
  `, { filename: "test/sockets.test.ts" });
  valid("arrays are no stores", `
    const rows = [];
    function add(index, row) { rows[index] = row; }
    function remove(index) { delete rows[index + 1]; }
  `);
  valid("web storage is shared with other files", `
    function save(id, value) { localStorage.setItem("draft:" + id, value); }
    function clear(id) { localStorage.removeItem(id); }
  `);
  invalid("the value that was stored, given for its key", `
    const sockets = new Map();
    export function add(id) {
      const socket = { id };
      sockets.set(id, socket);
      return () => sockets.delete(socket); // error: keysDiffer "the delete takes the value that was stored, and not its key"
    }
  `);
  valid("a value that is a key as well", `
    const next = new Map();
    export function walk(node) {
      const following = next.get(node);
      next.set(node, following);
      next.delete(following);
    }
    export function link(a) {
      const b = { a };
      next.set(a, b);
      next.set(b, a);
      return () => next.delete(b);
    }
  `, { confidence: "likely" });
  invalid("a static getter on one side", `
    class Keys { static get prefix() { return "user:"; } }
    const users = new Map();
    export const add = (id, user) => users.set(Keys.prefix + id, user);
    export const drop = (id) => users.delete("users:" + id); // error: keysDiffer "where the delete has"
  `);
  valid("a static getter on both sides", `
    class Keys { static get prefix() { return "user:"; } }
    const users = new Map();
    export const add = (id, user) => users.set(Keys.prefix + id, user);
    export const drop = (id) => users.delete("user:" + id);
  `);

  invalid("records within a record that are made in place where one is missing", `
    const polls = {};
    export function choose(poll, member, choice) {
      polls[poll] = polls[poll] || {};
      polls[poll][member] = choice;
    }
    export function withdraw(poll, member) {
      delete polls[member]; // error: keysDiffer "the delete asks the outer collection for the key of an inner one"
    }
  `, { language: "js" });
  valid("records within a record that are made in place, emptied at their own level", `
    const polls = {};
    export function choose(poll, member, choice) {
      polls[poll] = polls[poll] || {};
      polls[poll][member] = choice;
    }
    export function withdraw(poll, member) {
      delete polls[poll][member];
    }
  `, { confidence: "likely", language: "js" });
});
