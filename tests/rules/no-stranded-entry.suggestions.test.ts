import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry", rule, ({ invalid }) => {
  invalid("an early return moves into try and finally", `
    const open = new Map();
    export function handle(request) {
      open.set(request.id, request); // error: keptOnReturn "line 5"
      if (request.ignored) return;
      request.answer();
      open.delete(request.id);
    }
  `, { ...likely, suggestions: [{ messageId: "moveToFinally", output: `
    const open = new Map();
    export function handle(request) {
      open.set(request.id, request);
      try {
        if (request.ignored) return;
        request.answer();
      } finally {
        open.delete(request.id);
      }
    }
  ` }] });
  invalid("the forgotten collection is emptied too", `
    export class IndexService {
      #byId = new Map();
      #nameOf = new Map();
      add(sessionId, name) {
        this.#byId.set(sessionId, {});
        this.#nameOf.set(sessionId, name); // error: clearForgotten "\`this.#nameOf\`" "\`clear\` empties \`this.#byId\` (line 14)"
      }
      remove(sessionId) {
        this.#byId.delete(sessionId);
        this.#nameOf.delete(sessionId);
      }
      clear() {
        this.#byId.clear();
      }
    }
  `, { suggestions: [{ messageId: "emptyBesideSibling", output: `
    export class IndexService {
      #byId = new Map();
      #nameOf = new Map();
      add(sessionId, name) {
        this.#byId.set(sessionId, {});
        this.#nameOf.set(sessionId, name);
      }
      remove(sessionId) {
        this.#byId.delete(sessionId);
        this.#nameOf.delete(sessionId);
      }
      clear() {
        this.#byId.clear();
        this.#nameOf.clear();
      }
    }
  ` }] });
});
