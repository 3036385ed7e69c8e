import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const waiting = (event: string, mark: string): string => `
  export class Modem {
    send() {
      return new Promise((resolve, reject) => {
        this.line.once(${event}, resolve);
        this.line.once("refused", reject);${mark}
      });
    }
  }
`;

describeRule("no-partial-release among one-shot listeners of which nobody takes any off", rule, ({ valid, invalid }) => {
  invalid("for events of one object, of which the one comes for each call", waiting(`"done"`, ` // error: outlivesPromise "stays when the promise settles on line 5"`), { confidence: "likely" });
  valid("for what comes once in the life of the object", waiting(`"open"`, ""), { confidence: "likely" });
  valid("for an event of which nobody knows how often it comes", waiting("Line.Done", ""), { confidence: "likely" });

  invalid("in a loop, on what the caller gave", `
    export async function write(res, parts) {
      for (const part of parts) {
        if (!res.write(part)) await new Promise((resolve, reject) => {
          res.once("drain", resolve);
          res.once("error", reject); // error: outlivesPromise "stays when the promise settles on line 5"
        });
      }
    }
  `, { confidence: "likely" });
  valid("on what the caller gives, who may have another for each call", `
    export function writable(res) {
      return new Promise((resolve, reject) => {
        res.once("drain", resolve);
        res.once("error", reject);
      });
    }
  `, { confidence: "likely" });
  valid("on what each turn makes", `
    export async function fetchAll(addresses) {
      for (const address of addresses) {
        const line = dial(address);
        await new Promise((resolve, reject) => {
          line.once("message", resolve);
          line.once("error", reject);
        });
      }
    }
  `, { confidence: "likely" });
  valid("where the one that comes takes the other off", `
    export class Modem {
      send() {
        return new Promise((resolve, reject) => {
          const onDone = (line) => { this.line.off("refused", onRefused); resolve(line); };
          const onRefused = (code) => { this.line.off("done", onDone); reject(new Error(code)); };
          this.line.once("done", onDone);
          this.line.once("refused", onRefused);
        });
      }
    }
  `, { confidence: "likely" });
  valid("listeners for many events, of which nothing tells that they are for the wait", waiting(`"done"`, "").replaceAll(".once(", ".on("), { confidence: "likely" });
  invalid("one-shot by an option", waiting(`"done"`, ` // error: outlivesPromise "stays when the promise settles on line 5"`).replaceAll(".once(", ".addEventListener(").replace("resolve);", "resolve, { once: true });").replace("reject);", "reject, { once: true });"), { confidence: "likely" });
  valid("while an object is set up", `
    export class Modem {
      constructor(line) {
        this.line = line;
        this.ready = new Promise((resolve, reject) => {
          this.line.once("greeting", resolve);
          this.line.once("refused", reject);
        });
      }
    }
  `, { confidence: "likely" });
});
