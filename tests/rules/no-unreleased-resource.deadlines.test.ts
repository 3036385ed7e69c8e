import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: deadlines", rule, ({ valid, invalid }) => {
  invalid("a deadline of a request that is returned", `
    export class Geo {
      lookup(place, limit = 60000) {
        const abort = new AbortController();
        setTimeout(function () { abort.abort("late"); }, limit); // error: deadlineLeft "is still set when \`ask(…)\` on line 6" "clearTimeout"
        return ask(place, { signal: abort.signal }).then((r) => r.data);
      }
    }
  `);
  invalid("a bound abort, and a signal in a constant of options", `
    export async function convert(file) {
      const ac = new AbortController();
      const { signal } = ac;
      setTimeout(ac.abort.bind(ac), 120_000); // error: deadlineLeft "\`fetch(…)\`"
      const init = { method: "POST", body: file, signal };
      const [answer] = await Promise.all([fetch("/convert", init), Promise.resolve()]);
      return answer.text();
    }
  `);
  invalid("a short deadline", `
    export async function ask(url) {
      const c = new AbortController();
      const timer = setTimeout(() => c.abort(), 5000); // error: deadlineLeft "\`fetch(…)\`"
      return await fetch(url, { signal: c.signal });
    }
  `, { confidence: "likely" });
  valid("an abort that is the end that is meant", `
    export function listen(heard) {
      const c = new AbortController();
      setTimeout(() => c.abort(), 60_000);
      window.addEventListener("keydown", heard, { signal: c.signal });
    }
  `, { confidence: "likely" });
  valid("a controller that others get as well", `
    export function session(url) {
      const c = new AbortController();
      setTimeout(() => c.abort(), 600_000);
      return { stop: () => c.abort(), first: fetch(url, { signal: c.signal }), signal: c.signal };
    }
  `, { confidence: "likely" });
  valid("a deadline that is over before anybody notices", `
    export async function quick(url) {
      const c = new AbortController();
      setTimeout(() => c.abort(), 100);
      return fetch(url, { signal: c.signal });
    }
  `, { confidence: "likely" });
  valid("a deadline that is cleared", `
    export async function ask(url) {
      const c = new AbortController();
      const timer = setTimeout(() => c.abort(), 60_000);
      try {
        return await fetch(url, { signal: c.signal });
      } finally {
        clearTimeout(timer);
      }
    }
  `, { confidence: "likely" });
});
