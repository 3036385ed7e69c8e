import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const possible = { confidence: "possible" } as const;

describeRule("no-stranded-entry, where nothing tells", rule, ({ valid, invalid }) => {
  invalid("an entry that only its answer removes, of which nobody knows whether it comes", `
    export class Wire {
      things = new Map();
      constructor(send) {
        this.send = send;
      }
      ask(id) {
        return new Promise((done) => {
          this.things.set(id, done); // error: leftOpen "Only its answer removes this entry, and nothing tells whether it is meant to stay."
          this.send(id);
        });
      }
      onMessage(message) {
        const done = this.things.get(message.id);
        this.things.delete(message.id);
        done(message);
      }
    }
  `, possible);
  valid("the same for who asks for more", `
    export class Wire {
      things = new Map();
      constructor(send) {
        this.send = send;
      }
      ask(id) {
        return new Promise((done) => {
          this.things.set(id, done);
          this.send(id);
        });
      }
      onMessage(message) {
        const done = this.things.get(message.id);
        this.things.delete(message.id);
        done(message);
      }
    }
  `, { confidence: "likely" });
});
