import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const peers = (made: string, closed: string, error = ""): string => `
  import { shallowReactive } from "vue";
  import { shared } from "./shared.js";
  const channels: Map<string, RTCDataChannel> = ${made};
  let joined = 0;
  export function join(channel: RTCDataChannel): void {
    const id = String(++joined);
    channels.set(id, channel);${error}
    channel.onclose = () => { ${closed} };
  }
  export function say(text: string): void {
    for (const channel of channels.values()) channel.send(text);
  }
`;

describeRule("no-unbounded-collection of what a function wraps", rule, ({ valid, invalid }) => {
  invalid("for others to be told", peers("shallowReactive(new Map())", "say('left');", ' // error: neverRemoved "own end is heard"'), { confidence: "likely" });
  valid("from which the end takes out", peers("shallowReactive(new Map())", "channels.delete(id);"), { confidence: "likely" });
  valid("of which nothing is known", peers("shared()", ""));
});

const complaints = (hush: string, error = ""): string => `
  class Complaints {
    #made: Set<string> | "off" = new Set<string>();
    once(text: string): void {
      if (this.#made === "off" || this.#made.has(text)) return;
      this.#made.add(text);${error}
      console.warn(text);
    }
    hush(): void { ${hush} }
  }
  export const complaints = new Complaints();
  export function receive(frame: Buffer): void {
    complaints.once(\`frame of \${frame.length} bytes\`);
  }
`;

describeRule("no-unbounded-collection that a word stands for once it is switched off", rule, ({ valid, invalid }) => {
  invalid("and that nothing else empties", complaints('this.#made = "off";', ' // error: removedInVain "ends it for good"'), { confidence: "possible" });
  valid("and that is emptied as well", complaints("if (this.#made !== 'off') this.#made.clear();"), { confidence: "possible" });
});

const runner = (closed: string, error = ""): string => `
  import { spawn } from "node:child_process";
  export function createRunner(log) {
    const projects = new Map();
    function run(name, script) {
      if (!projects.has(name)) projects.set(name, { children: [] });
      const child = spawn("npm", ["run", script]);
      projects.get(name).children.push(child);${error}
      child.once("close", (code) => { ${closed} });
    }
    function unregister(name) { projects.delete(name); }
    function sweep(name) { projects.delete(name); }
    return { run, unregister, sweep };
  }
`;

describeRule("no-unbounded-collection of lists that go as a whole", rule, ({ valid, invalid }) => {
  invalid("while the end of an element is heard", runner("log(code);", ' // error: neverRemoved "element"'), { confidence: "likely" });
  valid("where the end of an element turns to them", runner("sweep(name);"), { confidence: "likely" });
});
