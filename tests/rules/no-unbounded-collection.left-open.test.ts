import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const possible = { confidence: "possible" } as const;

describeRule("no-unbounded-collection, where nothing tells", rule, ({ valid, invalid }) => {
  invalid("entries under a key of which nobody knows how many there are", `
    const seen = new Map();
    export function note(thing, value) {
      seen.set(thing, value); // error: leftOpen "Nothing in this file is known to remove what is put in here, and nothing tells how often that happens"
    }
  `, possible);
  valid("the same for who asks for more", `
    const seen = new Map();
    export function note(thing, value) {
      seen.set(thing, value);
    }
  `, { confidence: "likely" });
  valid("entries that another function of the file takes out", `
    const seen = new Map();
    export function note(thing, value) {
      seen.set(thing, value);
    }
    export function drop(thing) {
      seen.delete(thing);
    }
  `, possible);
});
