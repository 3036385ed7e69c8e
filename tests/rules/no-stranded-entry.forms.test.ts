import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-stranded-entry: counts that are left at zero", rule, ({ valid, invalid }) => {
  const counted = (end: string, more: string): string => `
    const users = new Map();
    const sounds = new Map();
    export function hold(device, load) {
      if (!sounds.has(device)) sounds.set(device, load(device));
      users.set(device, (users.get(device) ?? 0) + 1); ${more}
      return sounds.get(device);
    }
    export function drop(device) {
      if (!users.has(device)) return;
      const left = users.get(device) - 1;
      users.set(device, left);
      ${end}
    }
  `;
  const error = '// error: keptAtZero "the key of the count"';
  invalid("where a test turns all others away", counted("if (left > 0) return;\nsounds.get(device).close();\nsounds.delete(device);", error));
  invalid("where the test is the other way round", counted("if (!(left === 0)) return;\nsounds.get(device).close();\nsounds.delete(device);", error));
  invalid("what was counted only leaves its own collection", counted("if (left === 0) sounds.delete(device);", error));
  valid("the key goes as well, and counting down makes no entry that a return could leave", counted("if (left > 0) return;\nsounds.get(device).close();\nsounds.delete(device);\nusers.delete(device);", ""), { confidence: "likely" });
});

describeRule("no-stranded-entry: what should answer is one of many", rule, ({ valid, invalid }) => {
  const tabs = (onEnd: string, more: string): string => `
    const asked = new Map();
    let last = 0;
    export function attach(tab) {
      tab.onMessage.addListener(({ to, text }) => {
        const tell = asked.get(to);
        asked.delete(to);
        tell?.(text);
      });
      tab.onDisconnect.addListener(() => { ${onEnd} });
    }
    export function ask(tab, question) {
      return new Promise((resolve) => {
        const id = ++last;
        asked.set(id, resolve); ${more}
        tab.postMessage({ id, question });
      });
    }
  `;
  invalid("its end is heard, and the entries stay", tabs("console.warn('gone');", '// error: keptWithoutAnswer "when its answer comes"'), { language: "js" });
  valid("its end answers those that wait", tabs("for (const tell of asked.values()) tell(undefined); asked.clear();", ""), { confidence: "likely", language: "js" });
  valid("what waits is made with what answers: whether it is there for longer is unknown", `
    export function client(tab) {
      const asked = new Map();
      let last = 0;
      tab.onMessage.addListener(({ to, text }) => {
        const tell = asked.get(to);
        asked.delete(to);
        tell?.(text);
      });
      tab.onDisconnect.addListener(() => { console.warn("gone"); });
      return (question) => new Promise((resolve) => {
        const id = ++last;
        asked.set(id, resolve);
        tab.postMessage({ id, question });
      });
    }
  `, { confidence: "likely", language: "js" });
});
