/** The test helper as test runners load it: Node's own and Vitest, in processes of their own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { makeTemporaryDirectory } from "../support/temporary-directory.ts";
import { writeProject } from "./run-leakproof.ts";

const REPOSITORY = resolve(import.meta.dirname, "../..");

const CLIENT = `class Client {
  streams = new Map();
  open = new Map();
  watch(key) {
    this.streams.set(key, { key });
  }
  visit(key) {
    this.open.set(key, { key });
    this.open.delete(key);
  }
}
const list = [];
export const client = new Client();
export const poll = () => void setInterval(() => list.length, 1e6).unref();
`;

const testsOf = (runner: string): string => `
import { expectNoGrowth } from "eslint-plugin-leakproof/heap";
import { test } from "${runner}";
import { client, poll } from "./client.js";
let turn = 0;
const key = () => "key" + (turn += 1);
test("grows", async () => {
  await expectNoGrowth(async () => { client.watch(key()); poll(); }, { rounds: 10 });
});
test("stays", async () => {
  await expectNoGrowth(() => client.visit(key()), { rounds: 10, warmUp: 1 });
  await expectNoGrowth(() => client.watch(key()), { rounds: 10, source: false, ignore: ["Client.streams"] });
  await expectNoGrowth(() => client.watch("one"), { rounds: 10, source: false });
});
test("refuses", async () => {
  for (const options of [{ rounds: 1 }, { rounds: 2.5 }, { warmUp: -1 }]) await expectNoGrowth(() => {}, options).then(() => { throw new Error("It took them."); }, (error) => { if (error.name !== "RangeError") throw error; });
  await expectNoGrowth(() => { throw new Error("The trip failed."); }).then(() => { throw new Error("It went on."); }, (error) => { if (error.message !== "The trip failed.") throw error; });
});
`;

/** Runs the tests with the package beside them, and answers all that was printed, without colours. */
function runTests(runner: "node:test" | "vitest", words: readonly string[]): string {
  const file = runner === "vitest" ? "client.test.js" : "client.node.js";
  const directory = writeProject({ "package.json": '{ "type": "module" }', "client.js": CLIENT, [file]: testsOf(runner), "vitest.config.js": "export default { test: { testTimeout: 200_000 } };" });
  mkdirSync(join(directory, "node_modules"));
  symlinkSync(REPOSITORY, join(directory, "node_modules/eslint-plugin-leakproof"), "junction");
  symlinkSync(join(REPOSITORY, "node_modules/vitest"), join(directory, "node_modules/vitest"), "junction");
  const temporary = makeTemporaryDirectory("growth");
  const environment = { ...process.env, TMPDIR: temporary, NO_COLOR: "1", FORCE_COLOR: "0", NODE_OPTIONS: "" };
  // A runner that finds itself in another one would print for that one.
  const own = Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:VITEST|NODE_TEST_CONTEXT|TEST$|NODE_V8)/u.test(name)));
  const { stdout, stderr } = spawnSync(process.execPath, [...words, file], { cwd: directory, encoding: "utf8", timeout: 280_000, env: own });
  if (temporary !== tmpdir()) expect(readdirSync(temporary).filter((name) => name.startsWith("leakproof-growth-"))).toEqual([]);
  return `${stdout}${stderr}`;
}

describe.each([
  ["node:test", ["--test"], ["# pass 2", "# fail 1"], /possible: client\.js:14:\d+, which no-unreleased-resource does not report/u],
  ["vitest", [join(REPOSITORY, "node_modules/vitest/vitest.mjs"), "run"], ["1 failed | 2 passed"], /not checked: its place is in no JavaScript/u],
] as const)("expectNoGrowth in %s", (runner, words, counts, timer) => {
  let printed: string;
  beforeAll(() => {
    printed = runTests(runner, words);
  }, 300_000);

  it("fails where something grows, and only there", () => {
    for (const count of counts) expect(printed).toContain(count);
  });

  it("names the place, its counts and its line", () => {
    expect(printed).toContain("2 places grow with each 10 round trips:");
    expect(printed).toMatch(/client\.js:\d+:\d+ {2}Client\.streams {2}5 > 15 > 25/u);
  });

  it("names the rule that says so, or that knows the place", () => {
    expect(printed).toMatch(/possible: client\.js:5:5, which no-unbounded-collection does not report/u);
    // Vitest compiles what it loads: a function without a name is then on another line.
    expect(printed).toMatch(timer);
  });
});
