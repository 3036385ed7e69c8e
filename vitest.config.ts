import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", "tests/**/fixtures/**"],
    setupFiles: ["tests/support/after-each-file.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Files of one worker share their modules: loading ESLint, TypeScript and its library anew for each took half of the time.
    isolate: false,
    maxWorkers: availableParallelism(),
  },
});
