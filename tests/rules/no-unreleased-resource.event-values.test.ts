import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;
const EVENT = "interface Undo { dispose(): void } type Event<T> = (listener: (value: T) => void) => Undo;";

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("an event that is a parameter, beside another one that is kept", `
    ${EVENT}
    export class Agenda {
      readonly #ends: Undo[] = [];
      constructor(booked: Event<string>, cancelled: Event<string>) {
        this.#ends.push(cancelled((id) => console.log(id)));
        booked((id) => { console.log("new", id); }); // error: handleDiscarded "booked"
      }
      dispose() { for (const end of this.#ends.splice(0)) end.dispose(); }
    }
  `);
  invalid("a factory that keeps the ends of other events", `
    ${EVENT}
    export function follow(moved: Event<number>, turned: Event<number>) {
      const state = { ends: [] as Undo[], at: 0 };
      state.ends.push(turned((angle) => console.log(angle)));
      moved((step) => { state.at += step; }); // error: handleDiscarded "moved"
      return { dispose() { state.ends.forEach((end) => end.dispose()); } };
    }
  `, STRICT);
  invalid("an iterator whose end leaves the listener", `
    ${EVENT}
    export async function* walk<T>(event: Event<T>) {
      const waiting: T[] = [];
      event((value) => { waiting.push(value); }); // error: handleDiscarded "event"
      for (;;) { const next = waiting.shift(); if (next === undefined) return; yield next; }
    }
  `, STRICT);
  valid("a function that gives no end", `
    type Hook = (listener: (value: string) => void) => void;
    export class Agenda {
      readonly #seen: string[] = [];
      constructor(booked: Hook) { booked((id) => { this.#seen[0] = id; }); }
      dispose() { this.#seen.length = 0; }
    }
  `, STRICT);
  valid("an event of the object's own", `
    ${EVENT}
    declare function source<T>(): { event: Event<T>; fire(value: T): void };
    export class Plan {
      #hour = 0;
      constructor() { const { event, fire } = source<number>(); event((hour) => { this.#hour = hour; }); fire(1); }
      dispose() {}
    }
  `, STRICT);
  valid("a declaration that is in another file", `
    import type { Event } from "./event";
    export function walk(moved: Event<string>) {
      moved((value) => { console.log(value); });
      return { next() {}, return() {} };
    }
  `, STRICT);
});
