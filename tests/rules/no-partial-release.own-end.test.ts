/** Timers end by themselves: where one has run, and where the next call clears it, nothing is owed. */
import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

/** A wait that a timer of a minute ends; `flag` is what its callback sets. */
function wait(initial: string, set: string, test: string, comment = ""): string {
  return `
    export async function wait(result, done) {
      let flag = ${initial};
      const timer = setTimeout(() => { flag = ${set}; done(); }, 60000); ${comment}
      const value = await result.catch(() => undefined);
      if (${test}) return;
      clearTimeout(timer);
      done(value);
    }
  `;
}

describeRule("no-partial-release of timers that have run", rule, ({ valid, invalid }) => {
  valid("a flag that the callback sets", wait("false", "true", "flag"), STRICT);
  valid("a flag that the callback takes back", wait("true", "false", "!flag"), STRICT);
  valid("a flag among other conditions", wait("false", "true", "flag && done"), STRICT);
  invalid("the other way round", wait("false", "true", "!flag", '// error: releaseMissedOnPath "returns on line 6"'), STRICT);
  invalid("a flag that is set before", wait("true", "true", "flag", '// error: releaseMissedOnPath "returns on line 6"'), STRICT);
  invalid("a condition of something else", wait("false", "true", "result.isEmpty", '// error: releaseMissedOnPath "returns on line 6"'), STRICT);

  const again = (release: string): string => `
    export function stopAll(processes, done) {
      let timer;
      function check() {
        if (processes.every((one) => one.hasEnded)) { if (timer) { clearTimeout(timer); } done(); }
      }
      check();
      timer = setTimeout(() => { timer = undefined; done(); }, 60000);MARK
      ${release}
    }
  `;
  valid("a release that is over before the timer starts", again("").replace("MARK", ""), STRICT);
  invalid("a release that comes after it, on one of two ways", again("if (processes.length > 0) return; clearTimeout(timer);").replace("MARK", ' // error: releaseMissedOnPath "returns on line 9"'), STRICT);
});
