/** Reports that other files decide, through ESLint on a disk and in a process that stays. */
import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";

import plugin from "../../src/index.ts";
import { runLeakproof, writeProject } from "../cli/run-leakproof.ts";

const JOB = "export function poll() {\n  setInterval(() => {}, 1000);\n}\n";
const ONCE = 'import { poll } from "./job.js";\n\npoll();\n';
const OFTEN = 'import { poll } from "./job.js";\n\nserver.on("request", () => poll());\n';
const OFF = { leakproof: { project: false } };

function reportsOn(root: string, preset: "audit" | "strict", settings = {}): number {
  const configuration = [{ ...plugin.configs[preset], files: ["**/*.js"], settings, languageOptions: { parser } }] as unknown as Linter.Config[];
  return new Linter({ cwd: root }).verify(JOB, configuration, { filename: join(root, "src/job.js") }).length;
}

describe("a report that another file decides", () => {
  it("is silent where the program comes there once, and not where nobody looks", () => {
    const root = writeProject({ "src/job.js": JOB, "src/main.js": ONCE });
    expect(reportsOn(root, "audit")).toBe(0);
    expect(reportsOn(root, "audit", OFF)).toBe(1);
  });

  it("stays where a handler calls it", () => {
    expect(reportsOn(writeProject({ "src/job.js": JOB, "src/main.js": OFTEN }), "strict")).toBe(1);
  });

  it("is no more than possible where nobody looks", () => {
    expect(reportsOn(writeProject({ "src/job.js": JOB, "src/main.js": OFTEN }), "strict", OFF)).toBe(0);
  });

  it("follows what other files say while the process stays", async () => {
    const root = writeProject({ "src/job.js": JOB, "src/main.js": ONCE });
    expect(reportsOn(root, "audit")).toBe(0);
    writeFileSync(join(root, "src/main.js"), OFTEN);
    utimesSync(join(root, "src/main.js"), new Date(), new Date(Date.now() + 5_000));
    await expect.poll(() => reportsOn(root, "audit"), { timeout: 25_000, interval: 500 }).toBe(1);
  });

  it("names the other file and line in the command's explanation", () => {
    const root = writeProject({ "src/job.js": JOB, "src/main.js": ONCE });
    expect(runLeakproof(root, "explain", "src/job.js").stdout).toContain("src/main.js:3");
  });
});
