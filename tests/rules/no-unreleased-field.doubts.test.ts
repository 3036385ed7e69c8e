import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-field", rule, ({ valid, invalid }) => {
  invalid("the end of its owner for sure: the remedy has no condition", `
    export class Panel {
      open(url) { this.socket = new WebSocket(url); this.timer = setInterval(f, 9); } // error: fieldForgotten "Call \`this.socket.close()\` there."
      dispose() { clearInterval(this.timer); }
    }
  `);
  invalid("what is only likely to be the end: told as a condition", `
    export class Client {
      connect() {
        this.timer = setTimeout(() => this.retry(), 30_000); // error: fieldForgotten "there, if that is the end of its owner."
      }
      retry() { this.tries += 1; }
      again() { clearTimeout(this.timer); this.connect(); }
      destroy() { this.tries = 0; }
    }
  `, STRICT);
  valid("a field that a base class out of sight has and releases", `
    import { Aggregator } from "./aggregator";
    export class Profiles extends Aggregator {
      constructor(options) { super(options); this.profilers = []; }
      start() { this.sendTimer = setInterval(() => this.send(), 60_000); }
      stop() { super.stop(); this.profilers.length = 0; }
    }
  `, STRICT);
  invalid("a field that the class itself begins with", `
    import { Aggregator } from "./aggregator";
    export class Profiles extends Aggregator {
      constructor(options) { super(options); this.sendTimer = null; }
      start() { this.sendTimer = setInterval(() => this.send(), 60_000); } // error: fieldForgotten "\`this.sendTimer\`"
      destroy() { super.destroy(); this.profilers = null; }
    }
  `, STRICT);
});
