/** Lints a repository in a process of its own, so that a hang or the death of that process costs one file. */
import { fork } from "node:child_process";
import path from "node:path";

import { addTotals, emptyTotals, totalsOf } from "./totals.mjs";

/** A file that takes longer than this (by the clock) hangs. */
const PATIENCE_MS = 120_000;
const MEMORY = "--max-old-space-size=4096";

/** Lints files of a repository; answers one result for each, in their order. See `lintFile` for what it holds. */
export async function lintRepository(gitDirectory, project, files) {
  const results = await lintAll(gitDirectory, project, files, { isCounted: false });
  return results.map((result, index) => ({ file: files[index], ...result }));
}

/** Lints files of a repository that nobody reads; answers their totals. The findings do not leave the process that made them. */
export async function countRepository(gitDirectory, project, files) {
  const results = await lintAll(gitDirectory, project, files, { isCounted: true });
  return results.reduce(addTotals, { ...emptyTotals(), repositories: 1 });
}

async function lintAll(gitDirectory, { commit, sourceType }, files, { isCounted }) {
  const results = [];
  while (results.length < files.length) {
    const rest = files.slice(results.length);
    results.push(...(await lintUntilFault({ gitDirectory, commit, sourceType, files: rest, isCounted })));
  }
  return results;
}

/** The results up to the first file that ends or stops the process, with the fault of that one. */
function lintUntilFault(task) {
  const worker = fork(path.join(import.meta.dirname, "lint-worker.mjs"), { execArgv: [MEMORY], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const results = [];
  let timer;
  let fault = { kind: "crash", text: "the process ended" };
  const giveUp = () => {
    fault = { kind: "crash", text: `not done after ${PATIENCE_MS / 1000} s` };
    worker.kill("SIGKILL");
  };
  worker.on("message", ({ ends, result }) => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, PATIENCE_MS);
    if (ends !== undefined) results.push(result);
  });
  worker.send(task);
  return new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", () => {
      clearTimeout(timer);
      const missing = { lines: 0, findings: [], parseMs: 0, rulesMs: 0, fault };
      if (results.length < task.files.length) results.push(task.isCounted ? totalsOf(missing) : missing);
      resolve(results);
    });
  });
}
