/** What functions of the file, callbacks and empty variables do to the way through a function that holds something. */
import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

/** A file that is closed where something fails, and forgotten where the function returns. */
function returningAfter(step: string, comment = ""): string {
  return `
    import { closeSync, openSync } from "node:fs";
    import { load } from "./load.js";
    async function refuse() { throw new Error("no"); }
    async function perhaps(path) { if (path === "/") throw new Error("no"); }
    export async function read(path) {
      const file = openSync(path); ${comment}
      try {
        ${step}
        return;
      } catch (error) {
        closeSync(file);
        throw error;
      }
    }
  `;
}

/** A file that is closed after a step that may fail. */
function closedAfter(step: string, comment = ""): string {
  return `
    import { closeSync, openSync } from "node:fs";
    import { verify } from "./verify.js";
    export function read(path, list) {
      const file = openSync(path); ${comment}
      ${step}
      closeSync(file);
    }
  `;
}

describeRule("no-partial-release and what functions of the file do", rule, ({ valid, invalid }) => {
  for (const step of [
    "await refuse();",
    "await (async () => { throw new Error('no'); })();",
    "await load(path).then(() => { throw new Error('no'); });",
    "await load(path).then(async () => { await refuse(); });",
    "await load(path).finally(() => { throw new Error('no'); });",
    "await load(path).then(() => { throw new Error('no'); }, () => { throw new Error('no'); });",
  ]) valid(`a return that is never reached: ${step}`, returningAfter(step), STRICT);
  for (const step of [
    "await perhaps(path);",
    "refuse();",
    "load(path).then(() => { throw new Error('no'); });",
    "await load(path).then(undefined, () => { throw new Error('no'); });",
    "await load(path).then(() => 1);",
    "await load(path).then(() => { throw new Error('no'); }, () => 1);",
    "await load(path).catch(() => { throw new Error('no'); });",
  ]) invalid(`a return that is: ${step}`, returningAfter(step, '// error: releaseMissedOnPath "when the function returns on line 10"'));

  for (const step of [
    "list.forEach(() => { throw new Error('no'); });",
    "function each() { list.forEach(() => { throw new Error('no'); }); } each();",
    "function tried() { try { verify(path); } catch (error) { list.pop(); throw error; } } tried();",
  ]) {
    invalid(`a call that is known to fail: ${step}`, closedAfter(step, '// error: releaseMissedOnThrow "throws (line 6)"'), STRICT);
    valid(`a call that fails inside of another function, where only what is sure is asked for: ${step}`, closedAfter(step));
  }
  for (const step of [
    "list.forEach((each) => { list.push(each); });",
    "list.forEach((each) => { try { throw each; } catch { list.pop(); } });",
    "list.forEach((each) => () => { throw each; });",
    "function tried() { try { verify(path); } catch (error) { list.pop(); } } tried();",
  ]) valid(`a call that is not: ${step}`, closedAfter(step), STRICT);

  invalid("a method of an empty variable, behind a failure that was caught", `
    import { closeSync, openSync } from "node:fs";
    export function read(path) {
      let other;
      try {
        const file = openSync(path); // error: releaseMissedOnThrow "when \`other.close()\` throws (line 12)"
        if (path === "/") throw new Error("no");
        closeSync(file);
      } catch {
        console.log(path);
      } finally {
        other.close();
      }
    }
  `, STRICT);
  invalid("nothing but a method of an empty variable, which cannot but fail", `
    import { closeSync, openSync } from "node:fs";
    export function read(path) {
      let other = null;
      const file = openSync(path); // error: releaseMissedOnThrow "when \`other.begin()\` throws (line 6)"
      other.begin();
      closeSync(file);
    }
  `, STRICT);
  valid("the same, where only what is sure is asked for", `
    import { closeSync, openSync } from "node:fs";
    export function read(path) {
      let other = null;
      const file = openSync(path);
      other.begin();
      closeSync(file);
    }
  `);
  valid("a method of a variable that an inner function fills", `
    import { closeSync, openSync } from "node:fs";
    export function read(path, list) {
      let other = null;
      list.forEach((each) => { other = each; });
      const file = openSync(path);
      other.begin();
      closeSync(file);
    }
  `, STRICT);

  valid("a test of a choice for what it never is", `
    export function watch(tick, options) {
      const timer = setInterval(tick, 10);
      const other = options.twice && !options.dry ? setInterval(tick, 20) : null;
      if (other === undefined) return;
      clearInterval(other);
      clearInterval(timer);
    }
  `, STRICT);
  invalid("a test of a choice for what it is", `
    export function watch(tick, options) {
      const timer = setInterval(tick, 10); // error: releaseMissedOnPath "when the function returns on line 5"
      const other = options.twice && !options.dry ? setInterval(tick, 20) : null;
      if (other === null) return;
      clearInterval(other);
      clearInterval(timer);
    }
  `);
  invalid("a failure that a handler passes on", `
    import { open } from "node:fs/promises";
    export async function read(path, report) {
      try {
        const file = await open(path); // error: releaseMissedOnThrow "when \`report.write(…)\` rejects (line 6) and the function throws on line 10"
        await report.write(path);
        await file.close();
      } catch (error) {
        report.failed = true;
        throw error;
      }
    }
  `);
});
