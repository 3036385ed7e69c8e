/** Which texts take a name, and which hand it on. */
import { describe, expect, it } from "vitest";

import { handsOnName, takesModule, takesName } from "../../src/project/name-scan.ts";

describe("a text that takes a name", () => {
  it.each([
    'import { run } from "./jobs";', 'import type { A }\n  from "./a"; import { b, run as go } from "./jobs"', "jobs.run()", "jobs\n  . run()", 'jobs["run"]()', 'import "./run"', 'require("./jobs/run")',
    'const { stop, run } = require("./jobs");', 'export { run } from "./jobs"', 'import("./jobs").then(({ run }) => run())',
  ])("is %s", (text) => expect(takesName(text, "run")).toBe(true));

  it.each(["run()", "const rerun = runs;", 'import { walk } from "./jobs"; run();', "function run() {} const { walk } = x;", '"run"', "{ run }"])("is not %s", (text) => expect(takesName(text, "run")).toBe(false));

  it("is read by names that are patterns", () => expect(["a.b", "$&", "x-y", "(", "[", "__proto__"].map((word) => takesName(`import { ${word} } from "x"`, word))).toEqual(Array.from({ length: 6 }, () => true)));
});

describe("a text that hands a name on", () => {
  it.each(['export { run } from "./jobs";', 'export { default as go } from "./run.js"', "export type { a, run }", "export default run", "module.exports = { walk, run };", "exports.go = run"])("is %s", (text) => expect(handsOnName(text, "run")).toBe(true));

  it.each(["run();", "export { walk }; run()", "export function walk() { run() }", 'export { walk } from "./jobs"; run', "exports.walk = walk; run()"])("is not %s", (text) => expect(handsOnName(text, "run")).toBe(false));
});

describe("a text that takes a module as a whole", () => {
  it.each(['import * as jobs from "./jobs"', 'import * as j from "../jobs.js"', 'use(require("./lib/jobs"))', 'import("./jobs.ts")'])("is %s", (text) => expect(takesModule(text, "jobs")).toBe(true));
  it.each(['import { run } from "./jobs"', 'import jobs from "./other"', 'require("./jobs/one")', 'import * as a from "./otherjobs"'])("is not %s", (text) => expect(takesModule(text, "jobs")).toBe(false));
});

describe("a text that is written to take long", () => {
  it.each(["{", "export {", "import ", "exports ", "export ", "run ", "{ run ", "export { run", "export   ", ". ", '"', "} ", 'import("', "* as a from "])("is gone over once: %s", (part) => {
    const text = part.repeat(100_000);
    for (const ask of [takesName, handsOnName, takesModule]) expect(typeof ask(`${text} `, "go")).toBe("boolean");
    for (const ask of [takesName, handsOnName, takesModule]) expect(typeof ask(`${text} `, "run")).toBe("boolean");
  });
});
