import { describe, expect, test } from "vitest";

import { fileKindOf, isTestRunnerAdapter } from "../../src/facts/file-kind.ts";

describe("what a file is for", () => {
  test.each([
    ["test", "tests/cache.ts"],
    ["test", "src/__tests__/cache.ts"],
    ["test", "src/cache.test.ts"],
    ["test", "src/cache.spec.jsx"],
    ["test", "src/cache-test.js"],
    ["test", "packages/a/e2e/run.mjs"],
    ["test", "src/Button.stories.tsx"],
    ["test", "bench/insert.js"],
    ["test", "benchmarking/insert.js"],
    ["test", "test\\cache.ts"],
    ["test", "src/serverSelectorForTests.ts"],
    ["test", "src/cache_test.js"],
    ["test", "src/_tests/cache.ts"],
    ["test", "client-node-tests/src/server.ts"],
    ["test", "packages/browser.integration_tests/helpers.ts"],
    ["test", "src/test-cache.ts"],
    ["test", "packages/server/bench-latency/probe.mjs"],
    ["script", "vite.config.ts"],
    ["test", "integration/helpers/browser-fixture.ts"],
    ["script", "scripts/release.ts"],
    ["script", "apps/api/migrations/topics/add-topics.ts"],
    ["script", "packages/internal-scripts/src/release.ts"],
    ["script", "packages/a/.eslintrc.cjs"],
    ["script", "gulpfile.js"],
    ["script", "webpack.prod.js"],
    ["source", "src/cache.ts"],
    ["source", "src/scripts/cache.ts"],
    ["source", "public/scripts/cache.js"],
    ["source", "scripts.ts"],
    ["source", "src/migration/run.ts"],
    ["source", "src/workbench/cache.ts"],
    ["source", "src/testing.ts"],
    ["source", "src/latest/cache.ts"],
    ["source", "src/contest.ts"],
    ["source", "src/contests/cache.ts"],
    ["source", "src/latest-cache.ts"],
    ["source", "test-explorer/src/cache.ts"],
    ["source", "src/inspect/cache.ts"],
    ["source", "src/config.ts"],
  ])("%s: %s", (kind, path) => {
    expect(fileKindOf("", { filename: `/app/${path}`, directory: "/app" })).toBe(kind);
  });

  test("a first line for the shell makes a script", () => {
    expect(fileKindOf("#!/usr/bin/env node\nrun();", { filename: "/app/src/cli.js", directory: "/app" })).toBe("script");
    expect(fileKindOf("run(); // #!", { filename: "/app/src/cli.js", directory: "/app" })).toBe("source");
  });

  test("lines of code as long as only a minifier leaves them", () => {
    const location = { filename: "/app/src/player.js", directory: "/app" };
    const statement = "function play(e){e.run();return()=>{e.stop()}}";
    expect(fileKindOf(`/*! player 1.2 */\n${statement.repeat(100)}`, location)).toBe("generated");
    expect(fileKindOf(`${statement}\n`.repeat(100), location)).toBe("source");
    expect(fileKindOf(statement.repeat(10), location)).toBe("source");
    expect(fileKindOf(`const logo = "${"iVBORw0KGgo".repeat(2000)}";\n${`${statement}\n`.repeat(20)}`, location)).toBe("source");
  });

  test("only the path below the linter's folder counts", () => {
    expect(fileKindOf("", { filename: "/home/tests/app/src/cache.ts", directory: "/home/tests/app" })).toBe("source");
    expect(fileKindOf("", { filename: "/home/tests/app/tests/cache.ts", directory: "/home/tests/app" })).toBe("test");
  });
});

describe("what fits something into a test runner", () => {
  test.each([
    [true, "packages/plugin-mocha/src/index.js"],
    [true, "instrumentations/src/cucumber.js"],
    [true, "src/reporters/jest.ts"],
    [false, "packages/vitest/src/node/state.ts"],
    [false, "packages/plugin-redis/src/index.js"],
    [false, "plugins/ajax/index.js"],
  ])("%s: %s", (expected, path) => {
    expect(isTestRunnerAdapter({ filename: `/app/${path}`, directory: "/app" })).toBe(expected);
  });
});
