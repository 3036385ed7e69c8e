import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unbounded-collection", rule, ({ valid }) => {
  // The container dies with the call, or nobody knows that it lives long.
  valid("a local Map", `
    export function group(requests) {
      const byUrl = new Map();
      for (const request of requests) byUrl.set(request.url, request);
      return byUrl.size;
    }
  `, likely);
  valid("a field of a parser", `
    export class RequestParser {
      #headers = new Map();
      parse(token) { this.#headers.set(token.id, token); }
    }
  `, likely);
  valid("a field of a class that nothing is known of", `
    export class Basket {
      #lines = new Map();
      put(orderId) { this.#lines.set(orderId, 1); }
    }
  `, likely);
  valid("a builder's array", `
    export class SqlBuilder {
      #parts = [];
      where(query) { this.#parts.push(query); return this; }
    }
  `, likely);
  valid("the closure of a component", `
    export function Panel(props) {
      const seen = new Map();
      return { mark(userId) { seen.set(userId, props); } };
    }
  `, likely);
  valid("the closure of a hook", `
    export function useSeen() {
      const seen = new Set();
      return (userId) => seen.add(userId);
    }
  `, likely);
  valid("a callback's own record", `
    import { server } from "./server";
    server.on("request", (req) => {
      const seen = {};
      seen[req.url] = true;
    });
  `, likely);
  valid("a collection that comes from outside", `
    export class SessionManager {
      constructor(sessions) { this.sessions = sessions; }
      open(userId) { this.sessions.set(userId, {}); }
    }
  `, likely);

  // Filled once.
  valid("filled while the module loads", `
    import { rows } from "./rows";
    const byId = new Map();
    for (const row of rows) byId.set(row.id, row);
    export const find = (id) => byId.get(id);
  `, likely);
  valid("filled by a function that only the module's top level calls", `
    import { rows } from "./rows";
    const byId = {};
    function fill(row) { byId[row.id] = row; }
    rows.forEach((row) => fill(row));
    export const find = (id) => byId[id];
  `, likely);
  valid("filled in the constructor", `
    export class UserService {
      #byId = new Map();
      constructor(users) { for (const user of users) this.#byId.set(user.id, user); }
      find(id) { return this.#byId.get(id); }
    }
  `, likely);
  valid("registration at start-up", `
    const handlers = new Map();
    export function registerHandler(messageId, handler) { handlers.set(messageId, handler); }
    export const handlerFor = (messageId) => handlers.get(messageId);
  `, likely);
  valid("a decorator's registry", `
    const validators = new Map();
    export function IsUser(target, propertyKey) { validators.set(target.id, propertyKey); }
  `, likely);
  valid("a module wrapper fills its own table", `
    (function () {
      const table = {};
      function add(code) { table[code.id] = code; }
      add({ id: 1 });
      add({ id: 2 });
    })();
  `, likely);

  // Few keys.
  valid("literal keys", `
    const state = {};
    export function start() { state["started"] = Date.now(); }
  `, likely);
  valid("keys of a literal union, by type", `
    const counts = new Map<string, number>();
    export function count(id: "hit" | "miss"): void { counts.set(id, 1); }
  `, { ...likely, typed: true });
  valid("keys of an enum, by type", `
    enum State { Open, Closed }
    const seen = new Map<State, number>();
    export function mark(id: State): void { seen.set(id, Date.now()); }
  `, { ...likely, typed: true });
  valid("a boolean key, by annotation", `
    const made = new Map();
    export function make(token: boolean) { made.set(token, {}); }
  `, likely);
  valid("constructors as keys, by use", `
    const instances = new Map();
    export function get(token) {
      if (!instances.has(token)) instances.set(token, new token());
      return instances.get(token);
    }
  `, likely);
  valid("constructors as keys, by annotation", `
    const names = new Map<Function, string>();
    export function nameOf(id: Function): void { names.set(id, id.name); }
  `, likely);
  valid("keys from a fixed list", `
    const LEVELS = ["info", "warn"];
    const counts = new Map();
    export function reset() { for (const id of LEVELS) counts.set(id, 0); }
  `, likely);
  valid("a ring index", `
    const slots = {};
    let n = 0;
    export function put(message) { slots[n++ % 16] = message; }
  `, likely);
  valid("event names", `
    const listeners = new Map();
    export function counter(eventName) { listeners.set(eventName, 1); }
  `, likely);
  valid("constants of another object", `
    import { Codes } from "./codes";
    const counts = {};
    export function fail() { counts[Codes.NOT_FOUND] = 1; }
  `, likely);
  valid("only entries that are there already", `
    const sessions = new Map();
    export function touch(userId) {
      if (sessions.has(userId)) sessions.set(userId, Date.now());
    }
  `, likely);
  valid("only its own keys", `
    const ages = new Map([["a", 1]]);
    export function tick() { for (const [id, age] of ages) ages.set(id, age + 1); }
  `, likely);
  valid("warned once", `
    const warned = new Set();
    export function warn(message) {
      if (warned.has(message)) return;
      warned.add(message);
      console.warn(message);
    }
  `, likely);
});
