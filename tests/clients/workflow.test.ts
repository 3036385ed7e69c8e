/** The workflow that we offer for CI: its shape, and each of its commands run as GitHub runs it. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { root } from "../support/typed-program.ts";
import { LEAK, makeGitProject, REPAIR, type GitProject, type Run } from "./git-project.ts";
import { describeWith } from "./outside-clients.ts";
import { parseYaml } from "./parse-yaml.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly "runs-on": string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<Record<"gate" | "baseline" | "code-scanning", Job>>;
}

const TIMEOUT = 120_000;

let jobs: Workflow["jobs"];
let project: GitProject;
beforeAll(() => {
  const workflow = parseYaml(readFileSync(path.join(root, "examples/ci/leakproof.yml"), "utf8")) as Workflow;
  ({ jobs } = workflow);
  expect(workflow).toMatchObject({ on: { pull_request: null }, permissions: { contents: "read" } });
  project = makeGitProject([]);
}, 300_000);

/** Runs the last command of a job in the shell that GitHub gives it. */
function runJob(name: keyof Workflow["jobs"], change: (command: string) => string = (command) => command): Run {
  const command = jobs[name].steps.findLast((step) => step.run !== undefined)?.run ?? "";
  return project.run("bash", "-e", "-c", change(command));
}

describe("the workflow", () => {
  it("installs before it checks, in every job", () => {
    expect(Object.keys(jobs)).toEqual(["gate", "baseline", "code-scanning"]);
    for (const { steps, ...job } of Object.values(jobs)) {
      expect(job["runs-on"]).toBe("ubuntu-latest");
      expect(steps.every(({ uses, run }) => (uses === undefined) !== (run === undefined))).toBe(true);
      expect(steps.slice(0, 3)).toMatchObject([{ uses: /^actions\/checkout@v\d+$/ }, { uses: /^actions\/setup-node@v\d+$/ }, { run: "npm ci" }].map(expectTexts));
    }
  });
});

describeWith("bash")("its command", () => {
  it("fails the gate on a leak, with an annotation, and passes the repair", { timeout: TIMEOUT }, () => {
    project.write({ "src/poll.js": LEAK });
    const failed = runJob("gate");
    expect(failed.exitCode).toBe(1);
    expect(failed.output).toContain("::error file=src/poll.js,line=2");
    project.write({ "src/poll.js": REPAIR });
    expect(runJob("gate").exitCode).toBe(0);
  });

  it("uploads the file that it writes, and fails on what is no finding", { timeout: TIMEOUT }, () => {
    project.write({ "src/poll.js": LEAK });
    expect(runJob("code-scanning").exitCode).toBe(0);
    const upload = jobs["code-scanning"].steps.at(-1);
    expect(upload?.uses).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/);
    expect(jobs["code-scanning"].permissions).toMatchObject({ "security-events": "write" });
    const log = JSON.parse(readFileSync(path.join(project.directory, String(upload?.with?.sarif_file)), "utf8")) as { runs: { results: unknown[] }[] };
    expect(log.runs[0]?.results).toHaveLength(1);
    expect(runJob("code-scanning", (command) => command.replace("--preset strict", "--preset strictest")).exitCode).not.toBe(0);
  });

  it("passes what the baseline counts", { timeout: TIMEOUT }, () => {
    project.write({ "src/poll.js": LEAK });
    expect(runJob("baseline").exitCode).toBe(1);
    expect(project.run("eslint", ".", "--suppress-all").exitCode).toBe(0);
    expect(runJob("baseline").exitCode).toBe(0);
  });
});

function expectTexts(step: Readonly<Record<string, string | RegExp>>): object {
  return Object.fromEntries(Object.entries(step).map(([name, text]) => [name, expect.stringMatching(text) as string]));
}
