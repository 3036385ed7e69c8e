import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource: calls that wait for an abort", rule, ({ valid, invalid }) => {
  valid("a call that waits for the abort and for nothing else", `
    export async function hold(signal) {
      await new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
    }
  `, STRICT);
  valid("a lock that is held until the abort", `
    export const hold = (locks, name, signal) => locks.request(name, () => {
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
    });
  `, STRICT);
  valid("an abort that may have come before", `
    export async function hold(signal) {
      await new Promise((_resolve, reject) => {
        if (signal.aborted) reject(signal.reason);
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    }
  `, STRICT);
  invalid("a call that waits for the abort or for work", `
    export async function ask(signal, port) {
      await Promise.race([port.ask(), new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason)); // error: listenerStays "stays on"
      })]);
    }
  `, STRICT);
  invalid("a promise of an abort that somebody may race with work", `
    export function aborted(signal) {
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason)); // error: listenerStays "stays on"
      });
    }
  `, STRICT);
  invalid("a look at something else beforehand", `
    export async function ask(signal, store) {
      await new Promise((resolve) => {
        if (store.ready) resolve();
        signal.addEventListener("abort", () => resolve()); // error: listenerStays "stays on"
      });
    }
  `, STRICT);
});
