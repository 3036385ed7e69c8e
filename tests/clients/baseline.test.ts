/** Old code under ESLint itself: its bulk suppressions, its limit of warnings and its cache, with our rules. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { readDocumentedFile } from "../docs/documented-files.ts";
import { LEAK, makeGitProject, REPAIR, type GitProject } from "./git-project.ts";

const TIMEOUT = 120_000;
const RULE = "leakproof/no-unreleased-resource";
const OTHER_RULE = "leakproof/no-partial-release";
const OTHER_LEAK = 'import fs from "node:fs";\nexport function size(path, check) {\n  const file = fs.openSync(path);\n  check(path);\n  fs.closeSync(file);\n}\n';

let project: GitProject;
beforeAll(() => {
  project = makeGitProject([]);
});

const countIn = (output: string, rule: string): number => output.split(rule).length - 1;

describe("the baseline", () => {
  const file = (): string => path.join(project.directory, "eslint-suppressions.json");

  it("of one rule holds its findings, and no others", { timeout: TIMEOUT }, () => {
    project.write({ "src/poll.js": LEAK, "src/size.js": OTHER_LEAK });
    const { exitCode, output } = project.run("eslint", "src", "--suppress-rule", RULE);
    expect(exitCode).toBe(1);
    expect([countIn(output, RULE), countIn(output, OTHER_RULE)]).toEqual([0, 1]);
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual({ "src/poll.js": { [RULE]: { count: 1 } } });
  });

  it("of all rules makes the next run pass", { timeout: TIMEOUT }, () => {
    expect(project.run("eslint", "src", "--suppress-all").exitCode).toBe(0);
    expect(project.run("eslint", "src")).toEqual({ exitCode: 0, output: "" });
  });

  it("brings all findings of the rule back with one more in the file", { timeout: TIMEOUT }, () => {
    project.write({ "src/poll.js": `${LEAK}${LEAK.replace("Poll", "PollAgain")}` });
    const { exitCode, output } = project.run("eslint", "src");
    expect(exitCode).toBe(1);
    expect([countIn(output, RULE), countIn(output, OTHER_RULE)]).toEqual([2, 0]);
  });

  it("has to be pruned once a finding is gone", { timeout: TIMEOUT }, () => {
    project.write({ "src/poll.js": REPAIR });
    const stale = project.run("eslint", "src");
    expect(stale.exitCode).toBe(2);
    expect(stale.output).toContain("--prune-suppressions");
    expect(project.run("eslint", "src", "--pass-on-unpruned-suppressions").exitCode).toBe(0);
    expect(project.run("eslint", "src", "--prune-suppressions").exitCode).toBe(0);
    expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual({ "src/size.js": { [OTHER_RULE]: { count: 1 } } });
    expect(project.run("eslint", "src").exitCode).toBe(0);
  });

  it("does not silence the command", { timeout: TIMEOUT }, () => {
    expect(existsSync(file())).toBe(true);
    const { exitCode, output } = project.run("leakproof", "src");
    expect(exitCode).toBe(1);
    expect(countIn(output, OTHER_RULE)).toBe(1);
  });
});

describe("strict as warnings", () => {
  it("passes up to the limit of warnings", { timeout: TIMEOUT }, () => {
    const other = makeGitProject([]);
    const leaks = { "src/server/poll.js": LEAK, "src/server/size.js": OTHER_LEAK };
    other.write({ ...leaks, "eslint.config.js": readDocumentedFile("docs/adopting.md", "eslint.config.js", "asWarnings") });
    const passed = other.run("eslint", "src", "--max-warnings", "2");
    expect(passed.exitCode).toBe(0);
    expect(passed.output).toContain("2 problems (0 errors, 2 warnings)");
    expect(other.run("eslint", "src", "--max-warnings", "1").exitCode).toBe(1);
  });
});

describe("the cache", () => {
  const BUILT = "node_modules/eslint-plugin-leakproof/dist/index.js";
  const cached = () => project.run("eslint", "cached", "--cache", "--cache-strategy", "content").exitCode;

  it("is not believed after an upgrade of the plugin", { timeout: TIMEOUT }, () => {
    const current = readFileSync(path.join(project.directory, BUILT), "utf8");
    /** A release of the plugin that finds nothing of one rule. */
    const blind = (version: string) => `import plugin from "./current.js"; plugin.meta.version = "${version}"; plugin.rules["${RULE.replace("leakproof/", "")}"].create = () => ({}); export default plugin;\n`;
    const seeing = (version: string) => `import plugin from "./current.js"; plugin.meta.version = "${version}"; export default plugin;\n`;

    project.write({ "cached/poll.js": LEAK, [path.join(path.dirname(BUILT), "current.js")]: current, [BUILT]: blind("0.0.1") });
    expect(cached()).toBe(0);
    // Without another version the old answer stands: the cache is at work.
    project.write({ [BUILT]: seeing("0.0.1") });
    expect(cached()).toBe(0);
    // An old clean answer goes with the upgrade to the plugin as it is built, and an old finding with the next one.
    project.write({ [BUILT]: current });
    expect(cached()).toBe(1);
    project.write({ [BUILT]: blind("99.0.0") });
    expect(cached()).toBe(0);
  });
});
