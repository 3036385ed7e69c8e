/** What is read of other files: so much for each linted file, and nothing for what nobody is shown. */
import { describe, expect, it } from "vitest";

import { judgeResources } from "../../src/bench/judge-resources.ts";
import { wantConfidence, wantedConfidence } from "../../src/facts/wanted-confidence.ts";
import { Allowance } from "../../src/project/allowance.ts";
import { programRunsOf } from "../../src/subjects/program/runs.ts";
import { buildGraphs } from "../../src/subjects/way/graphs.ts";
import { nodeOf } from "../support/file-facts.ts";
import { MemoryFiles, type Files } from "./memory-files.ts";
import { factsIn } from "./project-facts.ts";

const JOB = "export function run() { here(); }\n";
const PADDING = `/* ${"x".repeat(120_000)} */\n`;

describe("the allowance of a linted file", () => {
  it("counts each file once", () => {
    const allowance = new Allowance();
    expect([1, 2, 3].map(() => allowance.allows("a.ts", 150_000))).toEqual([true, true, true]);
    expect(allowance.isSpent).toBe(false);
  });

  it("is spent with the first file that is too much, for good", () => {
    const allowance = new Allowance();
    expect(["a.ts", "b.ts", "a.ts", "c.ts"].map((path) => allowance.allows(path, 150_000))).toEqual([true, false, false, false]);
    expect(allowance.isSpent).toBe(true);
  });

  const runsIn = (files: Files): string => {
    const facts = factsIn(files, "here()");
    return programRunsOf(facts, nodeOf(facts, "here()")).level;
  };
  const CALL = 'import { run } from "./job";\nrun();\n';

  it("allows a long neighbour", () => {
    expect(runsIn({ "job.ts": JOB, "main.ts": PADDING + CALL })).toBe("once");
  });

  it("leaves unknown what would take more", () => {
    expect(runsIn({ "job.ts": JOB, "main.ts": PADDING + CALL, "other.ts": PADDING + CALL })).toBe("unknown");
  });

  it("counts for each file by itself", () => {
    const files = { "a.ts": "export function first() { here(); }\n", "b.ts": "export function second() { there(); }\n", "main.ts": `${PADDING}import { first } from "./a";\nfirst();\n`, "other.ts": `${PADDING}import { second } from "./b";\nsecond();\n` };
    const disk = new MemoryFiles(files);
    const levels = ["here()", "there()"].map((text) => {
      const facts = factsIn(files, text, disk);
      return programRunsOf(facts, nodeOf(facts, text)).level;
    });
    expect(levels).toEqual(["once", "once"]);
  });
});

describe("what nobody is shown", () => {
  const FILES = { "job.ts": "export function poll() {\n  const timer = setInterval(() => {}, 1000);\n  timer.unref();\n}\n", "main.ts": 'import { poll } from "./job";\npoll();\n' };
  const readsFor = (confidence: "certain" | "likely" | "possible"): number => {
    const disk = new MemoryFiles(FILES);
    const facts = factsIn(FILES, "setInterval", disk);
    wantConfidence(facts.sourceCode, confidence);
    judgeResources(facts, buildGraphs(facts));
    return disk.reads;
  };

  it("is asked of no other file", () => {
    expect(readsFor("certain")).toBe(0);
  });

  it("is asked where it would be shown", () => {
    expect(readsFor("possible")).toBeGreaterThan(0);
  });

  it("is what no rule asks for, of all that run on a file", () => {
    const source = {};
    const said = [wantedConfidence(source)];
    for (const confidence of ["certain", "likely", "certain"] as const) {
      wantConfidence(source, confidence);
      said.push(wantedConfidence(source));
    }
    expect(said).toEqual(["possible", "certain", "likely", "likely"]);
  });
});
