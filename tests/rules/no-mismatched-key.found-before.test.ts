import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-mismatched-key", rule, ({ valid, invalid }) => {
  invalid("found under a value and deleted under a text of it", `
    export class Doors {
      #open = new Map();
      add(door) { this.#open.set(door.number, door); }
      shut(number) {
        const door = this.#open.get(number);
        if (door === undefined) return;
        door.shut();
        this.#open.delete(\`door:\${number}\`); // error: keysDiffer "is looked up under \`number\` on line 6 and emptied"
      }
    }
  `, STRICT);
  valid("that is not certain: an insert may have been given such a text", `
    export class Doors {
      #open = new Map();
      add(door) { this.#open.set(door.number, door); }
      shut(number) {
        const door = this.#open.get(number);
        if (door === undefined) return;
        door.shut();
        this.#open.delete(\`door:\${number}\`);
      }
    }
  `);
  invalid("a record of a module", `
    const waiting = {};
    export function ask(number, answer) { waiting[number] = answer; }
    export function tell({ number, text }) {
      const answer = waiting[number];
      if (!answer) return;
      delete waiting[number + "/asked"]; // error: keysDiffer "only the delete adds"
      answer(text);
    }
  `, STRICT);
  invalid("a member of what is given", `
    const sessions = new Map();
    export function open(session) { sessions.set(session.id, session); }
    export function close(session) {
      if (sessions.has(session.id)) sessions.delete("s" + session.id); // error: keysDiffer "only the delete adds"
    }
  `, STRICT);
  valid("deleted under the same value", `
    const waiting = {};
    export function ask(number, answer) { waiting[number] = answer; }
    export function tell({ number, text }) {
      const answer = waiting[number];
      delete waiting[number];
      answer(text);
    }
  `, STRICT);
  valid("both kinds of keys are deleted", `
    const kept = new Map();
    export function keep(key, value) { kept.set(key, value); }
    export function drop(key) {
      if (!kept.has(key)) return;
      kept.delete(key);
      kept.delete(key + ":time");
    }
  `, STRICT);
  valid("the file puts such keys in by a call", `
    const kept = new Map();
    function keep(key, value) { kept.set(key, value); }
    export function note(id, value) { keep(id + ":time", value); }
    export function drop(key) {
      if (kept.has(key)) kept.delete(key + ":time");
    }
  `, STRICT);
  valid("nobody knows what is put in", `
    const kept = new Map();
    export function keep(value) { kept.set(keyOf(value), value); }
    export function drop(key) {
      if (kept.has(key)) kept.delete(key + ":time");
    }
  `, STRICT);
  valid("another function looks under the plain value", `
    const kept = new Map();
    export function keep(key, value) { kept.set(key, value); }
    export function find(id) { return kept.get(id); }
    export function drop(other) { kept.delete(other + ":time"); }
  `, STRICT);
});
