import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unbounded-collection", rule, ({ valid, invalid }) => {
  // What is installed or configured is few.
  valid("one entry for each interpreter of the machine", `
    class PackageService {
      #packages = new Map();
      list(interpreter) {
        const key = interpreter.uri.toString();
        if (!this.#packages.has(key)) this.#packages.set(key, read(interpreter));
        return this.#packages.get(key);
      }
    }
  `, likely);
  invalid("one entry for each request", `
    class PackageService {
      #packages = new Map();
      list(request) {
        const key = request.uri.toString();
        if (!this.#packages.has(key)) this.#packages.set(key, read(request)); // error: neverRemoved "under \`key\`"
        return this.#packages.get(key);
      }
    }
  `, { confidence: "possible" });
  valid("formatters of time zones, of which the language knows so many", `
    const formatters = new Map();
    export function formatterFor(zoneId) {
      let formatter = formatters.get(zoneId);
      if (formatter === undefined) {
        formatter = new Intl.DateTimeFormat("en-US", { timeZone: zoneId });
        formatters.set(zoneId, formatter);
      }
      return formatter;
    }
  `, likely);
  invalid("what is read for any of them", `
    const readings = new Map();
    export function readingOf(zoneId) {
      let reading = readings.get(zoneId);
      if (reading === undefined) {
        reading = new Reading(zoneId);
        readings.set(zoneId, reading); // error: neverRemoved "readings"
      }
      return reading;
    }
  `, { confidence: "possible" });
  valid("the host of a configured address", `
    class RegionService {
      static trackers = new Map();
      connect() { RegionService.trackers.set(this.url.hostname, { count: 0 }); }
    }
  `, likely);
  invalid("servers that the user adds and removes again", `
    class ViewManager {
      #primary = new Map();
      constructor(servers) { servers.on("removed", this.handleServerRemoved); }
      handleServerRemoved = (server) => this.close(server);
      create(server, view) { this.#primary.set(server.id, view); } // error: neverRemoved "under \`server.id\`"
    }
  `, { confidence: "possible" });
  valid("servers of whose removal nothing is known", `
    class ViewManager {
      #primary = new Map();
      create(server, view) { this.#primary.set(server.id, view); }
    }
  `, likely);
  invalid("the requests to a server", `
    class ViewManager {
      #answers = new Map();
      create(server, request) { this.#answers.set(server.id + ":" + request.id, request.body); } // error: neverRemoved "\`this.#answers\`"
    }
  `, { confidence: "possible" });
  invalid("a host that is an element of the page", `
    class TooltipService {
      #texts = new Map();
      all() { return [...this.#texts.values()]; }
      show(host: Element, text: string) { this.#texts.set(host, text); } // error: neverRemoved "under \`host\`"
    }
  `, { confidence: "possible", filename: "tooltip.ts" });

  // The variable itself is thrown away.
  valid("the last user sets the cache to undefined", `
    let cache: Map<Element, string> | undefined;
    let users = 0;
    export function roleOf(element: Element) { cache?.set(element, compute(element)); }
    export function begin() { ++users; cache ??= new Map(); }
    export function end() { if (!--users) cache = undefined; }
  `, { ...likely, filename: "cache.ts" });
  invalid("nobody sets it to undefined", `
    let cache: Map<Element, string> | undefined;
    export function roleOf(element: Element) { cache?.set(element, compute(element)); } // error: neverRemoved "\`cache\`"
    export function begin() { cache ??= new Map(); }
  `, { confidence: "possible", filename: "cache.ts" });

  // Fixed names are no growth.
  valid("an object that takes over itself with some fixed names more", `
    let context = { client: "cli" };
    export function identify(account) {
      context = { ...context, ...(account.id ? { user: account.id } : {}), ...(account.email && { email: account.email }) };
    }
  `, likely);
  invalid("a computed name among them", `
    let context = {};
    export function identify(session) {
      context = { ...context, ...(session.id ? { [session.id]: session } : {}) }; // error: neverRemoved "\`context\`"
    }
  `, likely);

  // Others reach it.
  valid("a member of what an AMD module returns", `
    define("topic/posts", [], function () {
      const Posts = {};
      Posts.shown = {};
      Posts.show = function (request) { Posts.shown[request.id] = true; };
      return Posts;
    });
  `);
  valid("exported under another name", `
    const store = {};
    export const __store = store;
    app.post("/", (req, res) => { store[req.body.key] = req.body.value; });
  `, likely);
  invalid("not exported", `
    const store = {};
    const alias = store;
    app.post("/", (req, res) => { store[req.body.key] = req.body.value; }); // error: neverRemoved "\`store\`"
    app.get("/", (req, res) => res.json(alias[req.query.key]));
  `, { confidence: "possible" });

  // Declared, chosen, or made for one piece of work.
  valid("a registry of what callers declare", `
    const localRegistry = new Set();
    export function declareLocal(options) { localRegistry.add({ id: options.id }); }
  `, likely);
  valid("a function as the key", `
    export class Server {
      #parents = new Map();
      of(name) { this.#parents.set((namespace) => name.test(namespace), new Parent()); }
    }
  `, likely);
  valid("a store in memory holds the data", `
    export class MemorySessionStore {
      #sessions = {};
      mark(session) { this.#sessions[session.id] = true; }
    }
  `);
  valid("a class that stands for one request", `
    export class UserAgentClient implements OutgoingRequest {
      #acks = new Map();
      onAccept(session) { this.#acks.set(session.id, session.ack()); }
    }
  `, { filename: "client.ts" });
  valid("scripts of the page, by address or text", `
    const ran = new Set();
    export function hasRun(script) {
      const key = script.src ? new URL(script.src, location.href).href : script.textContent;
      if (ran.has(key)) return true;
      ran.add(key);
      return false;
    }
  `, likely);
  const emitter = (method: string): string => `
    export class ConnectionManager {
      #listeners: Record<string, (event: unknown) => void> = {};
      ${method} {
        this.#listeners[streamId] = callback;MARK
      }
    }
  `;
  valid("a stream that a listener names, as it would an event", emitter("on(streamId: string, callback: () => void)").replace("MARK", ""), likely);
  valid("an event", emitter("on(streamId: string, callback: () => void)").replaceAll("streamId", "event").replace("MARK", ""), likely);
  invalid("one of many streams", emitter("open(streamId: string, callback: () => void)").replace("MARK", " // error: neverRemoved \"#listeners\""), { confidence: "possible" });
});
