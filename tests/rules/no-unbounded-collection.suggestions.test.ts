import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection", rule, ({ invalid }) => {
  invalid("a listener array returns its remover", `
    export class SelectionService {
      private listeners: (() => void)[] = [];
      notify(): void { for (const listener of this.listeners) listener(); }
      listen(listener: () => void): void {
        this.listeners.push(listener); // error: neverRemoved "gains an element"
      }
    }
    export const selection = new SelectionService();
  `, { confidence: "possible", typed: true, suggestions: [{ messageId: "returnRemover", output: `
    export class SelectionService {
      private listeners: (() => void)[] = [];
      notify(): void { for (const listener of this.listeners) listener(); }
      listen(listener: () => void): () => void {
        this.listeners.push(listener);
        return () => {
          const index = this.listeners.indexOf(listener);
          if (index !== -1) this.listeners.splice(index, 1);
        };
      }
    }
    export const selection = new SelectionService();
  ` }] });
  invalid("a set of subscribers, and a list inside a record", `
    const subscribers = new Set();
    const byEvent = {};
    export function subscribe(subscriber) {
      subscribers.add(subscriber); // error: neverRemoved "gains a member"
    }
    export const publish = (value) => { for (const subscriber of subscribers) subscriber(value); };
    export function on(event, handler) {
      byEvent[event] ??= [];
      byEvent[event].push(handler); // error: neverRemoved "in one of its lists"
    }
  `, { confidence: "possible", suggestions: [{ messageId: "returnRemover", output: `
    const subscribers = new Set();
    const byEvent = {};
    export function subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    }
    export const publish = (value) => { for (const subscriber of subscribers) subscriber(value); };
    export function on(event, handler) {
      byEvent[event] ??= [];
      byEvent[event].push(handler);
    }
  ` }, { messageId: "returnRemover", output: `
    const subscribers = new Set();
    const byEvent = {};
    export function subscribe(subscriber) {
      subscribers.add(subscriber);
    }
    export const publish = (value) => { for (const subscriber of subscribers) subscriber(value); };
    export function on(event, handler) {
      byEvent[event] ??= [];
      byEvent[event].push(handler);
      return () => {
        const index = byEvent[event].indexOf(handler);
        if (index !== -1) byEvent[event].splice(index, 1);
      };
    }
  ` }] });
  invalid("nothing is offered where the function returns something already", `
    const listeners = [];
    export function onChange(listener) {
      if (listener === undefined) return listeners.length;
      listeners.push(listener); // error: neverRemoved "gains an element"
    }
    export const fire = () => { for (const listener of listeners) listener(); };
  `, { confidence: "possible", suggestions: [] });
  invalid("nothing is offered where another type is promised", `
    const listeners: (() => void)[] = [];
    export function onChange(listener: () => void): void | undefined {
      listeners.push(listener); // error: neverRemoved "gains an element"
    }
    export const fire = (): void => { for (const listener of listeners) listener(); };
  `, { confidence: "possible", suggestions: [] });
});
