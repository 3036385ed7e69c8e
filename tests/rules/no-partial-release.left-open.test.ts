import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const possible = { confidence: "possible" } as const;

describeRule("no-partial-release, where nothing tells", rule, ({ valid, invalid }) => {
  invalid("listeners of a promise on something that was given, of which none goes when it settles", `
    export function wait(bus) {
      return new Promise((resolve, reject) => {
        bus.on("pong", resolve); // error: leftOpen "It stays when the wait is over, and nothing tells whether it is meant to stay."
        bus.on("fail", reject); // error: leftOpen "It stays when the wait is over"
      });
    }
  `, possible);
  valid("the same for who asks for more", `
    export function wait(bus) {
      return new Promise((resolve, reject) => {
        bus.on("pong", resolve);
        bus.on("fail", reject);
      });
    }
  `, { confidence: "likely" });
});
