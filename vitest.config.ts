import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

/** Tests that measure what the processor takes: they come last, one after the other, when nothing else of ours takes a part of it. */
const MEASURING = ["tests/ownership/work-bound.test.ts", "tests/package/load-time.test.ts", "tests/sturdiness/layered-programs.test.ts"];

const everything = { include: ["tests/**/*.test.ts"], exclude: ["**/node_modules/**", "tests/**/fixtures/**"] };

export default defineConfig({
  test: {
    setupFiles: ["tests/support/after-each-file.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Files of one worker share their modules: loading ESLint, TypeScript and its library anew for each took half of the time.
    isolate: false,
    projects: [
      { extends: true, test: { name: "tests", ...everything, exclude: [...everything.exclude, ...MEASURING], maxWorkers: availableParallelism(), sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: "measured", ...everything, include: MEASURING, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
