/** Releases under a question to the handle itself: where it says that it has ended, nothing is owed. */
import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

/** A child process that is ended in a `finally` block. */
function program(end: string, comment = ""): string {
  return `
    import { fork } from "node:child_process";
    import { work } from "./work.js";
    export async function run(path, options) {
      const child = fork(path); ${comment}
      try {
        return await work(options);
      } finally {
        ${end}
      }
    }
  `;
}

describeRule("no-partial-release and what the handle says of itself", rule, ({ valid, invalid }) => {
  for (const end of [
    "if (child.exitCode === null) child.kill();",
    "if (child.exitCode === null) { child.kill(); } else { console.log(path); }",
    "if (child.exitCode !== null) { console.log(path); } else { child.kill(); }",
    "if (!child.killed) child.kill();",
    "if (!child.killed && child.exitCode === null) { child.kill(); }",
    "child.killed || child.kill();",
    "child.connected && child.kill();",
  ]) valid(end, program(end), STRICT);

  for (const end of [
    "if (options.ends) child.kill();",
    "if (child.exitCode === options.code) child.kill();",
    "if (child.exitCode === null && options.ends) child.kill();",
    "if (child.killed) { child.kill(); } else if (options.ends) { child.kill(); }",
  ]) invalid(end, program(end, '// error: releaseMissedOnPath "when the function returns on line 7"'), STRICT);
  invalid("a state that guards no release", `
    import { fork } from "node:child_process";
    export function run(path) {
      const child = fork(path); // error: releaseMissedOnPath "when the function returns on line 5"
      if (!child.connected) return;
      child.send(path);
      child.kill();
    }
  `, STRICT);
});
