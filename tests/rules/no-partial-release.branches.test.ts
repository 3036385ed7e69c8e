import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const ask = (answer: string, note = ""): string => `
  export function ask(client, question, callback) {
    let called = false;
    const finish = (error, value) => { if (called) return; called = true; callback(error, value); };
    const timer = setTimeout(() => finish(new Error("no answer")), 30_000);${note}
    client.request(question, (error, value) => {
      ${answer}
    });
  }
`;

describeRule("no-partial-release where a callback releases on one of its branches", rule, ({ valid, invalid }) => {
  const error = ' // error: releaseMissedOnBranch "but not on every way through the callback on line 6"';
  invalid("and answers on another", ask("if (error) { clearTimeout(timer); finish(error); return; } finish(null, value);", error), { language: "js" });
  valid("on each of them", ask("if (error) { clearTimeout(timer); finish(error); return; } clearTimeout(timer); finish(null, value);"), { language: "js" });
  valid("before any of them", ask("clearTimeout(timer); if (error) finish(error); else finish(null, value);"), { language: "js" });
  valid("if there is anything to release", ask("if (timer) clearTimeout(timer); finish(error, value);"), { language: "js" });
});
