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
  readonly if?: string;
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
function runJob(name: keyof Workflow["jobs"], change: (command: string) => string = (command) => command, where = project): Run {
  const command = jobs[name].steps.findLast((step) => step.run !== undefined)?.run ?? "";
  return where.run("bash", "-e", "-c", change(command));
}

/** Runs the gate as GitHub does: on the merge of the change with its target, in a clone that has no more than its two parents. */
function runGateOnMerge(source: GitProject): Run {
  const clone = path.join(source.directory, ".cache/clone");
  const words = ["switch --quiet --detach main", "merge --quiet --no-ff --message Merge change", "tag --force merged", `clone --quiet --depth 2 --branch merged -c advice.detachedHead=false file://${source.directory} ${clone}`];
  for (const line of words) {
    const { exitCode, output } = source.run("git", ...line.split(" "));
    expect(exitCode, output).toBe(0);
  }
  source.run("ln", "-s", path.join(source.directory, "node_modules"), path.join(clone, "node_modules"));
  const run = runJob("gate", (command) => `cd ${clone} && ${command}`, source);
  source.run("rm", "-rf", clone);
  source.run("git", "switch", "--quiet", "change");
  return run;
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
  it("fails the gate on a leak of the change, with an annotation, and passes the repair and what is older", { timeout: TIMEOUT }, () => {
    expect(jobs.gate).toMatchObject({ if: "github.event_name == 'pull_request'", steps: [{ with: { "fetch-depth": 2 } }, {}, {}, {}] });
    const source = makeGitProject([]);
    source.write({ "src/old.js": LEAK, "src/poll.js": "export {};\n" });
    source.commit("Old");
    source.run("git", "branch", "--move", "main");
    source.run("git", "switch", "--quiet", "--create", "change");
    source.write({ "src/poll.js": LEAK, "src/old.js": `// A comment.\n${LEAK}` });
    source.commit("Poll");
    const failed = runGateOnMerge(source);
    expect(failed.exitCode, failed.output).toBe(1);
    expect(failed.output).toContain("::error file=src/poll.js,line=2");
    expect(failed.output).not.toContain("src/old.js");
    expect(failed.output).toContain("1 more finding in the changed files is older than the change since HEAD^.");
    source.write({ "src/poll.js": REPAIR });
    source.commit("Repair");
    const passed = runGateOnMerge(source);
    expect(passed.exitCode, passed.output).toBe(0);
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
