import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection", rule, ({ valid, invalid }) => {
  // Evidence that is enough for `recommended`.
  invalid("an object with an end puts itself into a static set", `
    export class Stats {
      static fabrics = new Set();
      constructor(fabric) {
        this.fabric = fabric;
        Stats.fabrics.add(this); // error: neverRemoved "\`Stats.fabrics\`" "gains a member"
      }
      terminate() { this.fabric.terminate(); }
    }
  `);
  valid("it takes itself out at its end", `
    export class Stats {
      static fabrics = new Set();
      constructor(fabric) {
        this.fabric = fabric;
        Stats.fabrics.add(this);
      }
      terminate() { Stats.fabrics.delete(this); }
    }
  `);
  valid("an object without an end, made once for each kind", `
    export class Kind {
      static all = new Set();
      constructor(name) { this.name = name; Kind.all.add(this); }
    }
  `);
  invalid("the id of what a method is given", `
    export class LabShell {
      #types = new Map();
      add(widget, type) {
        this.#types.set(widget.id, type); // error: neverRemoved "under \`widget.id\`"
      }
    }
  `, { confidence: "possible" });
  valid("the id of something the source has a few of", `
    export class LabShell {
      #commands = new Map();
      add(command, run) { this.#commands.set(command.id, run); }
    }
  `);

  // Keys that are not as many as what they are made of.
  valid("what a look-up finds for a URI", `
    const hasModules = new Map();
    export function check(document) {
      const folder = getWorkspaceFolder(document.uri);
      hasModules.set(folder, true);
    }
  `);
  valid("a key joined from words of the source", `
    const stores = new Map();
    export function storeFor(settings) {
      const parts = [];
      if (settings.web) parts.push("web");
      if (settings.paths) parts.push("paths");
      const key = parts.join("-");
      stores.set(key, settings);
    }
  `);
  valid("the URL of a schema", `
    const meters = new Map();
    export function meter(name, schemaUrl) {
      meters.set(\`\${name}@\${schemaUrl}\`, {});
    }
  `);
  valid("a module that is loaded by its key", `
    const loaded = new Set();
    export function load(request) {
      require(request);
      loaded.add(request);
    }
  `);
  valid("one scope after the other of a short list", `
    const pending = new Map();
    export function from(uri, language) {
      const scopes = Array.isArray(language) ? language : [language];
      for (const scope of scopes) pending.set(scope, uri);
    }
  `);
  invalid("a key made of a URL", `
    const endpoints = new Map();
    export function seen(method, url) {
      endpoints.set(keyOf(method, url), 1); // error: neverRemoved "under \`keyOf(method, url)\`"
    }
  `, { confidence: "possible" });
  invalid("a key joined from what a request brings", `
    const answers = new Map();
    export function remember(request, answer) {
      answers.set([request.url, request.body].join(" "), answer); // error: neverRemoved "\`answers\`"
    }
  `, { confidence: "possible" });

  // Owners and guards.
  valid("a store that only lives in a function", `
    class ElementStore {
      elements = new Map();
      add(request) { this.elements.set(request.id, request); }
    }
    export function convert(requests) {
      const store = new ElementStore();
      for (const request of requests) store.add(request);
      return requests.length;
    }
  `);
  invalid("a store that a module variable keeps", `
    class ElementStore {
      elements = new Map();
      add(request) {
        this.elements.set(request.id, request); // error: neverRemoved "\`this.elements\`"
      }
    }
    const store = new ElementStore();
    export const add = (request) => store.add(request);
  `, { confidence: "possible" });
  valid("says each thing once", `
    const skipped = new Set();
    export function skip(uri) {
      if (!skipped.has(uri)) {
        skipped.add(uri);
        console.warn("skipped", uri);
      }
    }
  `);
  valid("an element put in at a place of the list, and taken out again", `
    const queue = [];
    export function enqueue(job, index) { queue.splice(index, 0, job); }
    export const next = () => queue.shift();
  `, { confidence: "likely" });

  // What the source writes down, or another holder keeps as well: strict only.
  valid("a script that is put into the page once", `
    export class IconService {
      #loaded = new Set();
      fetch(url) {
        if (this.#loaded.has(url)) return;
        this.#loaded.add(url);
        document.body.appendChild(document.createElement("script")).src = url;
      }
    }
  `);
  valid("the URL of a script", `
    const loaded = new Map();
    export function note(scriptUrl) { loaded.set(scriptUrl, Date.now()); }
  `);
  valid("the path of a module, made from its URL", `
    import { fileURLToPath } from "node:url";
    const exportsOf = new Map();
    export function parse(moduleUrl) {
      const modulePath = fileURLToPath(moduleUrl);
      exportsOf.set(modulePath, []);
    }
  `);
  valid("a GraphQL query", `
    import { print } from "graphql";
    const texts = new Map();
    export function textOf(query) { texts.set(query, print(query)); }
  `);
  invalid("an SQL query", `
    import { print } from "sql-printer";
    const texts = new Map();
    export function textOf(query) {
      texts.set(query, print(query)); // error: neverRemoved "under \`query\`"
    }
  `, { confidence: "possible" });
  invalid("a log line beside an entry that holds something", `
    const threads = new Map();
    export function open(sessionId, codex, logger) {
      if (!threads.has(sessionId)) {
        threads.set(sessionId, codex.start()); // error: neverRemoved "under \`sessionId\`"
        logger.info("started");
      }
    }
  `, { confidence: "possible" });
  valid("a predicate that only the logger asks", `
    const said = {};
    function isNew(text) {
      if (said[text]) return false;
      said[text] = true;
      return true;
    }
    export function log(message) { if (isNew(message.id)) console.log(message); }
  `, { confidence: "likely" });
  valid("an element for a field that is made once", `
    export class MaterialService {
      _all = [];
      get(host) {
        if (!this._material) {
          this._material = host.clone();
          this._all.push(this._material);
        }
        return this._material;
      }
    }
  `, { confidence: "likely" });
  invalid("an element for a field that is made again and again", `
    export class MaterialService {
      _all = [];
      get(host) {
        if (!this._material) {
          this._material = host.clone();
          this._all.push(this._material); // error: neverRemoved "\`this._all\`"
        }
        return this._material;
      }
      next(host) { this._material = host.next; }
    }
    export const materials = new MaterialService();
  `, { confidence: "possible" });
  valid("a registry of schemas", `
    export class CoreSchemaRegistry {
      #cache = new Map();
      fetch(uri) { this.#cache.set(uri, {}); }
    }
  `);
  invalid("a registry of sessions", `
    export class CoreSessionRegistry {
      #cache = new Map();
      fetch(uri) {
        this.#cache.set(uri, {}); // error: neverRemoved "under \`uri\`"
      }
    }
  `, { confidence: "possible" });
  valid("a protected field with an underscore, which a subclass may empty", `
    export class SessionServer {
      protected readonly _open = new Map<string, object>();
      begin(sessionId: string) { this._open.set(sessionId, {}); }
    }
  `);
});
