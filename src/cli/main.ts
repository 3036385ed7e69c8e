#!/usr/bin/env node
import { runCommandLine } from "./run.ts";

// `leakproof | head` closes the pipe early; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Node prints what libraries warn of, such as ESLint's word on a `.eslintignore` that plays no part here.
process.removeAllListeners("warning");

process.exitCode = await runCommandLine(process.argv.slice(2));
