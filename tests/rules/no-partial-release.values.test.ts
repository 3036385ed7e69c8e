/** Ways out that no run takes, because of what a variable is known to be there. */
import rule from "../../src/rules/no-partial-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-partial-release by what variables are known to be", rule, ({ valid, invalid }) => {
  invalid("the first handle alone, where the flag follows a test for null of what nothing has filled", `
    import { closeSync, openSync } from "node:fs";
    export function read(path) {
      let owns = false;
      let file;
      if (file !== null) {
        file = openSync("/"); // error: releaseMissedOnPath "overwritten on line 11"
        owns = true;
      }
      try {
        file = openSync(path);
      } finally {
        if (owns) closeSync(file);
      }
    }
  `, { confidence: "likely" });
  invalid("a variable that is full only where the flag is not set", `
    import { closeSync, openSync } from "node:fs";
    export function read(path, other) {
      let owns = false;
      let file;
      if (other) {
        file = openSync(other);
        owns = true;
      }
      try {
        file ??= openSync(path); // error: releaseMissedOnPath "when \`owns\` does not hold"
      } finally {
        if (owns) closeSync(file);
      }
    }
  `, { confidence: "likely" });
  valid("an inner switch that asks the same again", `
    import { closeSync, openSync } from "node:fs";
    export function read(path, mode) {
      switch (mode) {
        case "one": {
          const file = openSync(path);
          switch (mode) {
            case "one": closeSync(file); break;
            case "two": break;
          }
        }
      }
    }
  `, { confidence: "likely" });
  invalid("an inner switch that asks something else", `
    import { closeSync, openSync } from "node:fs";
    export function read(path, mode, kind) {
      switch (mode) {
        case "one": {
          const file = openSync(path); // error: releaseMissedOnPath "but not"
          switch (kind) {
            case "one": closeSync(file); break;
            case "two": break;
          }
        }
      }
    }
  `);
  valid("a return behind a function that always throws", `
    import { closeSync, openSync } from "node:fs";
    import { report } from "./report.js";
    export function read(path) {
      function refuse() {
        { report(path); }
        throw new Error("no");
      }
      const file = openSync(path);
      try {
        refuse();
        return;
      } catch (error) {
        closeSync(file);
        throw error;
      }
    }
  `, { confidence: "likely" });
  invalid("a return behind a function that throws now and then", `
    import { closeSync, openSync } from "node:fs";
    export function read(path) {
      function refuse() {
        if (path === "/") throw new Error("no");
      }
      const file = openSync(path); // error: releaseMissedOnPath "when the function returns on line 10"
      try {
        refuse();
        return;
      } catch (error) {
        closeSync(file);
        throw error;
      }
    }
  `);
  valid("a return behind a method of an empty variable", `
    import { closeSync, openSync } from "node:fs";
    export function read(path) {
      let other;
      const file = openSync(path);
      try {
        other.close();
        return;
      } catch (error) {
        closeSync(file);
        throw error;
      }
    }
  `, { confidence: "likely" });
  invalid("a return behind a method of a variable that an inner function fills", `
    import { closeSync, openSync } from "node:fs";
    export function read(path, list) {
      let other;
      list.forEach((each) => { other = each; });
      const file = openSync(path); // error: releaseMissedOnPath "when the function returns on line 9"
      try {
        other.close();
        return;
      } catch (error) {
        closeSync(file);
        throw error;
      }
    }
  `);
  invalid("a helper whose own call fails by its name", `
    import { closeSync, openSync, writeSync } from "node:fs";
    function mark(file) {
      writeSync(file, "x");
    }
    export function read(path) {
      const file = openSync(path); // error: releaseMissedOnThrow "when \`mark(…)\` throws (line 8)"
      mark(file);
      closeSync(file);
    }
  `, { confidence: "likely" });
  valid("a helper whose own call fails, where only what is sure is asked for", `
    import { closeSync, openSync, writeSync } from "node:fs";
    function mark(file) {
      writeSync(file, "x");
    }
    export function read(path) {
      const file = openSync(path);
      mark(file);
      closeSync(file);
    }
  `);
  valid("a helper that catches what its call throws", `
    import { closeSync, openSync, writeSync } from "node:fs";
    function mark(file) {
      try { writeSync(file, "x"); } catch { console.log("full"); }
    }
    export function read(path) {
      const file = openSync(path);
      mark(file);
      closeSync(file);
    }
  `, { confidence: "likely" });
  valid("a second handle where the first, which a promise gave, is not there", `
    import { lock } from "proper-lockfile";
    import { closeSync, openSync } from "node:fs";
    export async function read(path, options) {
      const unlock = options.locked ? await lock(path) : null;
      const file = !unlock ? openSync(path) : null;
      if (options.locked) return unlock;
      closeSync(file);
    }
  `, { confidence: "likely" });
  valid("a second handle where the first is not there, which it always is", `
    import { closeSync, openSync } from "node:fs";
    export function read(path, mode) {
      let one = openSync(path);
      const two = openSync(path);
      one ??= openSync(mode);
      closeSync(two);
      return one;
    }
  `, { confidence: "likely" });
});
