import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-stranded-entry where the wait for an answer is given up", rule, ({ valid, invalid }) => {
  const line = (wait: string, more = ""): string => `
    export class Line {
      #calls = new Map();
      #last = 0;
      constructor(port) {
        this.port = port;
        port.on("message", ({ number, text }) => {
          const call = this.#calls.get(number);
          this.#calls.delete(number);
          call?.resolve(text);
        });
      }
      ask(question) {
        const number = ++this.#last;
        ${wait}
      }
      ${more}
    }
  `;
  const waiting = (giveUp: string, note = "", more = ""): string => line(`return new Promise((resolve, reject) => {
          this.#calls.set(number, { resolve, reject });${note}
          ${giveUp}
          this.port.postMessage({ number, question });
        });`, more);
  const stays = ' // error: keptWithoutAnswer "when its answer comes"';
  invalid("by a timer", waiting('setTimeout(() => reject(new Error("late")), 5000);', stays), { confidence: "likely" });
  invalid("by a signal", waiting('signal.addEventListener("abort", () => { reject(signal.reason); });', stays), { confidence: "likely", language: "js" });
  valid("by a timer that takes it out", waiting('setTimeout(() => { this.#calls.delete(number); reject(new Error("late")); }, 5000);'), { confidence: "likely" });
  valid("by a timer that has it taken out", waiting('setTimeout(() => { this.#drop(number); reject(new Error("late")); }, 5000);', "", "#drop(number) { this.#calls.delete(number); }"), { confidence: "likely" });
  valid("where something else may take it out", waiting('setTimeout(() => { reject(new Error("late")); }, 5000);', "", "forget(number) { this.#calls.delete(number); }"), { confidence: "likely" });
  valid("by nobody, as far as is known", waiting(""), { confidence: "likely" });

  const beside = (timer: string, note = ""): string => line(`let answer, fail;
        const answered = new Promise((resolve, reject) => { answer = resolve; fail = reject; });
        const timer = setTimeout(() => { ${timer} }, 5000);
        this.#calls.set(number, { resolve: answer, timer });${note}
        this.port.postMessage({ number, question });
        return answered;`);
  invalid("by a timer beside the promise", beside('fail(new Error("late"));', stays), { confidence: "likely", language: "js" });
  valid("where whoever makes the promise takes it out when that is settled", waiting('setTimeout(() => reject(new Error("late")), 5000);').replace("question });\n        });", "question });\n        }).finally(() => { this.#calls.delete(number); });"), { confidence: "likely" });
  valid("by a timer beside the promise that takes it out", beside('this.#calls.delete(number); fail(new Error("late"));'), { confidence: "likely", language: "js" });
});
