import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unbounded-collection: what is shown to end nothing, and to have no end", rule, ({ valid, invalid }) => {
  // A flag that is set for good ends all of it, and no entry.
  invalid("a flag of the module is set beside", `
    const seen = new Map();
    let isRecording = true;
    export function stopRecording() {
      isRecording = false;
      seen.clear();
    }
    export function record(reading) {
      if (!isRecording) return;
      seen.set(\`\${reading.probe}@\${Date.now()}\`, reading); // error: removedInVain "\`stopRecording()\` on line 6 only ends it for good"
    }
  `);
  invalid("a field of an object is", `
    class Recorder {
      #seen = new Map();
      #isOver = false;
      finishAll() {
        this.#isOver = true;
        this.#seen = new Map();
      }
      record(reading) {
        if (this.#isOver) return;
        this.#seen.set(crypto.randomUUID(), reading); // error: onlyEmptiedAtEnd "\`finishAll()\`"
      }
      get size() { return this.#seen.size; }
    }
    export const recorder = new Recorder();
  `, likely);
  valid("the flag is taken back", `
    const seen = new Map();
    let isRecording = true;
    export function setRecording(value) {
      isRecording = value;
      if (!value) seen.clear();
    }
    export function record(reading) {
      if (!isRecording) return;
      seen.set(\`\${reading.probe}@\${Date.now()}\`, reading);
    }
  `, likely);
  valid("another function takes it back", `
    const seen = new Map();
    let isRecording = true;
    export function pause() { isRecording = false; seen.clear(); }
    export function go() { isRecording = true; }
    export function record(reading) {
      if (!isRecording) return;
      seen.set(\`\${reading.probe}@\${Date.now()}\`, reading);
    }
  `, likely);
  valid("what was kept until then is handed over", `
    let early = [];
    export function attach(port) {
      for (const line of early ?? []) port.write(line);
      early = null;
    }
    export function log(line) {
      if (early) early.push(line);
    }
  `, likely);

  // An event that comes once for each thing.
  invalid("by a once listener on what each call is given", `
    import type { IncomingMessage, ServerResponse } from "node:http";
    const slow: Record<string, number> = {};
    export function time({ request, response }: { request: IncomingMessage; response: ServerResponse }, incoming: IncomingMessage): void {
      const since = performance.now();
      response.once("close", () => {
        slow[incoming.url!] = performance.now() - since; // error: neverRemoved "\`slow\`"
      });
    }
  `);
  valid("a once listener of the module", `
    import { app } from "./app.js";
    const seen = new Set();
    app.once("configured", (options) => { seen.add(options.requestId); });
    export const has = (id) => seen.has(id);
  `, likely);

  // Objects of the file with an end of their own.
  invalid("what makes them puts them in under their id", `
    const sheets = new Map();
    class Sheet {
      constructor(id) { this.id = id; }
      dispose() { this.id = undefined; }
    }
    export function openSheet(title) {
      const sheet = new Sheet(title);
      sheets.set(sheet.id, sheet); // error: neverRemoved "\`sheets\`"
      return sheet;
    }
  `);
  invalid("they put themselves in under their id", `
    const sheets = {};
    export class Sheet {
      constructor(id) {
        this.id = id;
        sheets[this.id] = this; // error: neverRemoved "\`sheets\`"
      }
      dispose() { this.id = undefined; }
    }
    export const sheetOf = (id) => sheets[id];
  `);
  valid("they are kept under what is asked for", `
    const sheets = new Map();
    class Sheet {
      dispose() { this.id = undefined; }
    }
    export function sheetOf(kind) {
      let sheet = sheets.get(kind);
      if (!sheet) {
        sheet = new Sheet();
        sheets.set(kind, sheet);
      }
      return sheet;
    }
  `, likely);
  valid("their end takes them out", `
    const sheets = {};
    export class Sheet {
      constructor(id) {
        this.id = id;
        sheets[this.id] = this;
      }
      dispose() { delete sheets[this.id]; }
    }
    export const sheetOf = (id) => sheets[id];
  `, likely);
});
