/** The gates before a commit, set up as the guide says, each in a git repository of its own: a leak does not get in, its repair does. */
import { cpSync } from "node:fs";
import path from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { readDocumentedFile } from "../docs/documented-files.ts";
import { root } from "../support/typed-program.ts";
import { LEAK, makeGitProject, REPAIR, type GitProject } from "./git-project.ts";
import { installClients, versionOfClient } from "./install-clients.ts";
import { describeWith } from "./outside-clients.ts";

const TIMEOUT = 240_000;

beforeAll(installClients, 300_000);

function expectGate(project: GitProject): void {
  project.write({ "src/poll.js": LEAK });
  const blocked = project.commit("Poll");
  expect(blocked.exitCode, blocked.output).not.toBe(0);
  expect(blocked.output).toContain("leakproof/no-unreleased-resource");
  expect(blocked.output).toContain("The handle of `setInterval(…)` is dropped here");
  expect(project.run("git", "log", "--oneline").output).not.toContain("Poll");

  project.write({ "src/poll.js": REPAIR });
  const passed = project.commit("Poll");
  expect(passed.exitCode, passed.output).toBe(0);
  expect(project.run("git", "log", "--oneline").output).toContain("Poll");
}

/** The files of a set-up, as the guide shows them. */
function documented(file: string, word = ""): Readonly<Record<string, string>> {
  return { [file]: readDocumentedFile("docs/getting-started.md", file, word) };
}

describeWith("pre-commit")("pre-commit", () => {
  it("runs a local hook", { timeout: TIMEOUT }, () => {
    const project = makeGitProject([]);
    console.info(project.run("pre-commit", "--version").output.trim());
    project.write(documented(".pre-commit-config.yaml"));
    expect(project.run("pre-commit", "install").exitCode).toBe(0);
    expectGate(project);
  });

  it("runs the hook that this repository offers", { timeout: TIMEOUT }, () => {
    const offered = makeGitProject([]);
    cpSync(path.join(root, ".pre-commit-hooks.yaml"), path.join(offered.directory, ".pre-commit-hooks.yaml"));
    expect(offered.commit("Offer a hook").exitCode).toBe(0);
    const revision = offered.run("git", "rev-parse", "HEAD").output.trim();
    const project = makeGitProject([]);
    project.write({ ".pre-commit-config.yaml": `repos:\n  - repo: ${offered.directory}\n    rev: ${revision}\n    hooks:\n      - id: leakproof\n` });
    expect(project.run("pre-commit", "install").exitCode).toBe(0);
    expectGate(project);
  });
});

describe("husky", () => {
  it("runs the command on what is staged", { timeout: TIMEOUT }, () => {
    const project = makeGitProject(["husky"]);
    project.write(documented(".husky/pre-commit"));
    expect(project.run("husky").exitCode).toBe(0);
    expectGate(project);
  });

  it("runs lint-staged", { timeout: TIMEOUT }, () => {
    const project = makeGitProject(["husky", "lint-staged"]);
    console.info(`husky ${versionOfClient("husky")}, lint-staged ${versionOfClient("lint-staged")}`);
    const { "lint-staged": setting } = JSON.parse(documented("package.json", "lint-staged")["package.json"] ?? "") as { readonly "lint-staged": object };
    project.write({ "package.json": JSON.stringify({ type: "module", private: true, "lint-staged": setting }), ".husky/pre-commit": "lint-staged\n" });
    expect(project.run("husky").exitCode).toBe(0);
    expectGate(project);
  });
});

it("lefthook", { timeout: TIMEOUT }, () => {
  const project = makeGitProject(["lefthook"]);
  console.info(`lefthook ${versionOfClient("lefthook")}`);
  project.write(documented("lefthook.yml"));
  const installed = project.run("lefthook", "install");
  expect(installed.exitCode, installed.output).toBe(0);
  expectGate(project);
});
