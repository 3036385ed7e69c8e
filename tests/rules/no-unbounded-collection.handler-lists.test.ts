import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-unbounded-collection", rule, ({ valid, invalid }) => {
  invalid("handlers by event, without a way out", `
    export class EventBus {
      #handlers = {};
      on(event, handler) {
        if (!this.#handlers[event]) this.#handlers[event] = [];
        this.#handlers[event].push(handler); // error: neverRemoved "\`this.#handlers\` (created on line 3) gains an element in one of its lists here whenever \`on\` runs" "Return a function that takes the element out"
      }
      emit(event) { this.#handlers[event]?.forEach((handler) => handler()); }
    }
  `, { confidence: "possible" });
  valid("it takes a word that says certain", `
    export class EventBus {
      #handlers = {};
      on(event, handler) { (this.#handlers[event] ??= []).push(handler); }
    }
  `);
  valid("off filters", `
    export class EventBus {
      #handlers = {};
      on(event, handler) { (this.#handlers[event] ??= []).push(handler); }
      off(event, handler) { this.#handlers[event] = this.#handlers[event].filter((other) => other !== handler); }
    }
  `, likely);
  valid("a whole list is dropped", `
    export class EventBus {
      #handlers = {};
      on(event, handler) { (this.#handlers[event] ??= []).push(handler); }
      off(event) { delete this.#handlers[event]; }
    }
  `, likely);
  valid("the function that enters returns the one that leaves", `
    export class EventBus {
      #handlers = new Map();
      on(event, handler) {
        const set = this.#handlers.get(event) ?? new Set();
        this.#handlers.set(event, set);
        set.add(handler);
        return () => set.delete(handler);
      }
    }
  `, likely);
  valid("handlers of a program's start", `
    const handlers = {};
    export function registerHandler(event, handler) { (handlers[event] ??= []).push(handler); }
  `, likely);
  valid("words of a line are no handlers", `
    const lines = {};
    export function put(level, word) { (lines[level] ??= []).push(word); }
  `, likely);
  valid("an emitter of unknown life", `
    export class Thing {
      #handlers = {};
      on(event, handler) { (this.#handlers[event] ??= []).push(handler); }
    }
  `, likely);
});
