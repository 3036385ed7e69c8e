import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const wait = (indent: string): string => `await new Promise((resolve, reject) => {
${indent}  const timer = setTimeout(resolve, 5000);
${indent}  controller.signal.addEventListener("abort", () => {MARK
${indent}    clearTimeout(timer);
${indent}    reject(new Error("cancelled"));
${indent}  });
${indent}});`;
const silent = (code: string): string => code.replace("MARK", "");
const told = (code: string): string => code.replace("MARK", ' // error: outlivesPromise "controller.signal"');

describeRule("no-partial-release", rule, ({ valid, invalid }) => {
  valid("a signal that each call makes for its one promise", silent(`
    export async function pause(register) {
      const controller = new AbortController();
      register(controller);
      ${wait("      ")}
    }
  `), { confidence: "likely" });
  valid("the same through a local function that is called once", silent(`
    export async function pause(register) {
      const controller = new AbortController();
      register(controller);
      async function logic() {
        ${wait("        ")}
      }
      return logic();
    }
  `), { confidence: "likely" });
  invalid("a signal for all turns of a loop", told(`
    export async function pause(register, tasks) {
      const controller = new AbortController();
      register(controller);
      for (const task of tasks) {
        ${wait("        ")}
      }
    }
  `));
  invalid("a local function that is called twice", told(`
    export async function pause(register) {
      const controller = new AbortController();
      register(controller);
      async function logic() {
        ${wait("        ")}
      }
      await logic();
      return logic();
    }
  `));
  invalid("a local function that is handed on", told(`
    export function pause(register) {
      const controller = new AbortController();
      register(controller);
      const logic = async () => {
        ${wait("        ")}
      };
      return { logic };
    }
  `));
  invalid("local functions that only call each other", told(`
    export function pause(register) {
      const controller = new AbortController();
      function one() { return two(); }
      async function two() {
        ${wait("        ")}
        return one();
      }
    }
  `));
  invalid("a signal of the module", told(`
    const controller = new AbortController();
    export async function pause() {
      ${wait("      ")}
    }
  `));

  const finished = (settling: string): string => `
    export function finished(worker) {
      return new Promise((resolve, reject) => {
        const onMessage = (message) => {
          worker.off("message", onMessage);
          worker.off("error", reject);
          resolve(message);
        };
        worker.on("message", onMessage);MARK
        worker.on("error", reject);
        ${settling}
      });
    }
  `;
  invalid("the callback that leaves a listener is told by where it is given, not by where it is taken away", finished("").replace("MARK", ' // error: releaseMissedOnSettle "line 10"'), { confidence: "likely" });
});
