import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const possible = { confidence: "possible" } as const;
const plugin = (made: string, end: string, error = ""): string => `
  export class Plugin {
    constructor(client) { this.client = ${made}; }
    enable() { this.client.on("vote", this.onVote.bind(this));${error} this.listen(); }
    listen() { this.client.on("message", this.onMessage); }
    onVote() {}
    onMessage() {}
    disable() { ${end} }
  }
`;
const leftOpen = ' // error: leftOpen "this listener"\n   ';

describeRule("no-unreleased-resource: what ends an emitter", rule, ({ valid, invalid }) => {
  invalid("one listener that is taken off is no end of it", plugin("client", 'this.client.off("message", this.onMessage);', leftOpen), possible);
  valid("all listeners that are taken off are one", plugin("client", "this.client.off();"), possible);
  valid("what the object makes goes with it", plugin("new Client()", 'this.client.off("message", this.onMessage);'), possible);
  valid("unknown: nobody is shown what only may be", plugin("client", 'this.client.off("message", this.onMessage);'), { confidence: "likely" });
});
