/** What is staged of other files decides over what the disk has of them, in real repositories. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

import { git, writeRepository } from "./git-repository.ts";
import { runLeakproof } from "./run-leakproof.ts";

const JOB = "export function poll() {\n  setInterval(() => {}, 1000);\n}\n";
const ONCE = 'import { poll } from "./job.js";\n\npoll();\n';
const OFTEN = 'import { poll } from "./job.js";\n\nserver.on("request", () => poll());\n';
/** A module whose name nobody knows may be the job. */
const UNKNOWN = 'import("./" + name).then((job) => job.poll());\n';

interface Neighbour {
  readonly staged: string;
  readonly onDisk: string;
}

/** Stages the job and its neighbour, and leaves the disk with something else. */
function stageWith({ staged, onDisk }: Neighbour): string {
  const repository = writeRepository({ "src/main.js": "export {};\n", "src/job.js": "export {};\n" });
  writeFileSync(join(repository, "src/job.js"), JOB);
  writeFileSync(join(repository, "src/main.js"), staged);
  git(repository, "add", "--all");
  writeFileSync(join(repository, "src/main.js"), onDisk);
  return repository;
}

function reportsOn(cwd: string, ...words: string[]): number {
  const { stdout } = runLeakproof(cwd, "--staged", "--preset", "audit", "--format", "json", ...words);
  return (JSON.parse(stdout) as ESLint.LintResult[]).reduce((sum, { messages }) => sum + messages.length, 0);
}

describe("neighbours under --staged", () => {
  it("are what is staged: silent where that calls it once, whatever the disk says", () => {
    expect(reportsOn(stageWith({ staged: ONCE, onDisk: OFTEN }))).toBe(0);
  });

  it("are what is staged: a report where that calls it again and again, whatever the disk says", () => {
    expect(reportsOn(stageWith({ staged: OFTEN, onDisk: ONCE }))).toBe(1);
  });

  it("leave the report where what is staged does not tell", () => {
    expect(reportsOn(stageWith({ staged: UNKNOWN, onDisk: ONCE }))).toBe(1);
  });

  it("are staged even if their paths are not asked about, and in threads", () => {
    expect(reportsOn(stageWith({ staged: ONCE, onDisk: OFTEN }), "src/job.js")).toBe(0);
    expect(reportsOn(stageWith({ staged: ONCE, onDisk: OFTEN }), "--threads", "2")).toBe(0);
    expect(reportsOn(stageWith({ staged: OFTEN, onDisk: ONCE }), "--threads", "2")).toBe(1);
  });

  it("are those of the disk where they are not staged", () => {
    const repository = writeRepository({ "src/main.js": OFTEN, "src/job.js": "export {};\n" });
    writeFileSync(join(repository, "src/job.js"), JOB);
    git(repository, "add", "--all");
    writeFileSync(join(repository, "src/main.js"), ONCE);
    expect(reportsOn(repository)).toBe(0);
  });

  it("are there although the disk has lost their folder", () => {
    const repository = writeRepository({ "src/job.js": "export {};\n" });
    mkdirSync(join(repository, "app"));
    writeFileSync(join(repository, "src/job.js"), JOB);
    writeFileSync(join(repository, "app/main.js"), ONCE.replace("./job", "../src/job"));
    git(repository, "add", "--all");
    rmSync(join(repository, "app"), { recursive: true });
    expect(reportsOn(repository)).toBe(0);
  });
});
