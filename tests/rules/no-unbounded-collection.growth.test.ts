import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

// What shows that entries come and go with time; a missing delete alone shows nothing.
describeRule("no-unbounded-collection", rule, ({ valid, invalid }) => {
  invalid("the ids of rooms", `
    export class EventStore {
      private started = false;
      readonly pending = new Map<string, object>();
      put(roomId: string, events: object) {
        this.pending.set(roomId, events); // error: neverRemoved "under \`roomId\`"
      }
      removeRoom(roomId: string) { return roomId; }
    }
  `, { confidence: "possible" });
  valid("the ids of rooms that nothing removes, in a class that its name alone says to live long", `
    export class EventStore {
      private started = false;
      readonly pending = new Map<string, object>();
      put(roomId: string, events: object) { this.pending.set(roomId, events); }
    }
  `, likely);
  valid("the ids of sets of variants", `
    const selected = new Map();
    export function select(variantSetId, value) { selected.set(variantSetId, value); }
  `, likely);
  valid("a member whose owner the source names", `
    const versions = new Map();
    export function keep(pluginVersion) { versions.set(pluginVersion.id, 1); }
  `, likely);
  valid("a text of which nothing is known", `
    const convertedCache = new Map();
    export function convert(target) { convertedCache.set(target, target.length); }
  `, likely);
  valid("objects that the source names, in what could be weak", `
    const reversed = new Map();
    export function reverse(table) {
      if (!reversed.has(table)) reversed.set(table, table.entries.reverse());
      return reversed.get(table);
    }
  `, likely);
  invalid("objects of which nothing is known, in what could be weak", `
    const reversed = new Map();
    export function reverse(frame) {
      if (!reversed.has(frame)) reversed.set(frame, frame.entries.reverse()); // error: neverRemoved "under \`frame\`"
      return reversed.get(frame);
    }
  `, likely);
  valid("a public field of an object that may be gone soon", `
    export class Runs {
      private started = false;
      public nested = new Map<string, object>();
      add(sessionId: string, run: object) { this.nested.set(sessionId, run); }
      dispose() { this.started = false; }
    }
  `, likely);
  invalid("a private field of such an object", `
    export class Runs {
      private started = false;
      private nested = new Map<string, object>();
      add(sessionId: string, run: object) {
        this.nested.set(sessionId, run); // error: neverRemoved "under \`sessionId\`"
      }
      dispose() { this.started = false; }
    }
  `, { confidence: "possible" });

  // Lists.
  valid("a list of a short-lived object, by its name", `
    export class Span {
      logs = [];
      log(name) { this.logs.push({ name }); }
      end() { setInterval(() => this.logs, 10); }
    }
  `, likely);
  valid("a list that is looked through by a part of its elements", `
    const repositories = [];
    export function repositoryOf(target) {
      const known = repositories.find((one) => one.target === target);
      if (known) return known;
      const made = { target };
      repositories.push(made);
      return made;
    }
  `, likely);
  invalid("a list that is looked through for the element itself", `
    const shown = [];
    export function show(view) {
      if (shown.some((one) => one === view)) return;
      shown.push(view); // error: neverRemoved "gains an element"
    }
  `, { confidence: "possible" });
  valid("a list of packages", `
    const packages = [];
    export function expose(modulePackage) { packages.push(modulePackage); }
  `, likely);
  valid("the holder of the list is replaced", `
    let pending = { list: [] };
    export function add(entry) { pending.list.push(entry); }
    export function flush() { pending = { list: [] }; }
  `, likely);
  invalid("the holder of the list stays", `
    const pending = { list: [] };
    export function add(entry) {
      pending.list.push(entry); // error: neverRemoved "gains an element"
    }
  `, { confidence: "possible" });

  const answers = (method: string): string => `
    import type { IncomingMessage } from "node:http";
    export class AnswerCache {
      private answers = new Map();
      ${method}(request: IncomingMessage, text: string) {
        this.answers.set(request.url, text); // error: neverRemoved "under \`request.url\`"
      }
    }
  `;
  valid("no more than that there may be many keys, where only likely ones are told", answers("load").replace(/ \/\/ error.*/, ""), { confidence: "likely" });
  invalid("no more than that there may be many keys", answers("load"), { confidence: "possible" });
  invalid("many keys in a function that runs for each of them", answers("answer"), { confidence: "likely" });
});
