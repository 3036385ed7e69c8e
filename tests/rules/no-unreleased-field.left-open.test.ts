import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const possible = { confidence: "possible" } as const;

describeRule("no-unreleased-field, where nothing tells", rule, ({ valid, invalid }) => {
  invalid("an interval of an object without an end, of which nobody knows how many there are", `
    export class Poller {
      start() {
        this.timer = setInterval(() => this.poll(), 1000); // error: leftOpen "Nothing ends the owner of the field that keeps this, and nothing tells how often that happens"
      }
      poll() {}
    }
  `, possible);
  valid("the same for who asks for more", `
    export class Poller {
      start() {
        this.timer = setInterval(() => this.poll(), 1000);
      }
      poll() {}
    }
  `, { confidence: "likely" });
  valid("an interval that the end of its object clears", `
    export class Poller {
      start() {
        this.timer = setInterval(() => this.poll(), 1000);
      }
      destroy() {
        clearInterval(this.timer);
      }
      poll() {}
    }
  `, possible);
});
