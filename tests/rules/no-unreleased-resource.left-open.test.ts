import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const possible = { confidence: "possible" } as const;

describeRule("no-unreleased-resource, where nothing tells", rule, ({ valid, invalid }) => {
  invalid("a listener on something that was given, in an object without an end", `
    export class Feed {
      constructor(source) {
        this.source = source;
      }
      begin() {
        this.source.on("data", () => this.read()); // error: leftOpen "Nothing is known to remove this listener, and nothing tells whether what keeps it outlives its use."
      }
      read() {}
    }
  `, possible);
  valid("the same for who asks for more", `
    export class Feed {
      constructor(source) {
        this.source = source;
      }
      begin() {
        this.source.on("data", () => this.read());
      }
      read() {}
    }
  `, { confidence: "likely" });
  valid("a listener on what the object has made, which goes with it", `
    export class Feed {
      source = new Source();
      begin() {
        this.source.on("data", () => this.read());
      }
      read() {}
    }
  `, possible);
});
