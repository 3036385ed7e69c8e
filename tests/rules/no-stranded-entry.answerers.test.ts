import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const client = (send: string, close: string): string => `
  import { connect } from "node:net";
  export class Client {
    waiting = new Map();
    next = 0;
    constructor(port) { this.port = port; this.open(); }
    open() {
      this.socket = connect(this.port);
      this.socket.on("data", (data) => {
        const { id, value } = JSON.parse(String(data));
        const done = this.waiting.get(id);
        this.waiting.delete(id);
        done?.(null, value);
      });
      this.socket.on("close", () => { ${close} this.open(); });
    }
    send(text, done, patience) {
      const id = this.next++;
      ${send}
      this.socket.write(JSON.stringify({ id, text }));
    }
  }
`;

describeRule("no-stranded-entry where what should answer is replaced", rule, ({ valid, invalid }) => {
  invalid("for a callback that waits", client('this.waiting.set(id, done); // error: keptWithoutAnswer "when its answer comes"', ""), { confidence: "likely", language: "js" });
  invalid("on the branch that no timer guards", client('this.waiting.set(id, done); // error: keptWithoutAnswer "when its answer comes"\n      if (patience) setTimeout(() => this.waiting.delete(id), patience);', ""), { confidence: "likely", language: "js" });
  valid("which every timer guards", client("this.waiting.set(id, done); setTimeout(() => this.waiting.delete(id), patience);", ""), { confidence: "likely", language: "js" });
  valid("and its end sees to who waits", client("this.waiting.set(id, done);", "for (const done of this.waiting.values()) done(new Error()); this.waiting.clear();"), { confidence: "likely", language: "js" });
  valid("what is kept is no callback of the caller", client("this.waiting.set(id, handlers[text]);", ""), { confidence: "likely", language: "js" });
});
