import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-field: a timer that sets itself again whatever it reads", rule, ({ valid, invalid }) => {
  const watch = (after: string, more: string): string => `
    export function watchTank(tank, warn) {
      let isOn = false;
      async function look() {
        const level = await tank.level();
        ${after} ${more}
      }
      return {
        start() { isOn = true; void look(); },
        stop() { isOn = false; },
      };
    }
  `;
  invalid("a reading is compared, and nothing of the timer depends on it", watch("if (isOn && level < 5) warn(level);\n setTimeout(look, 60_000);", '// error: timerLoopDropped "\`stop()\`"'));
  valid("a reading ends it", watch("if (level < 5) return;\n setTimeout(look, 60_000);", ""), { confidence: "likely" });
});
