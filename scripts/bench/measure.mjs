/** Runs the processes that measure, one after the other, so that they do not take the processor from each other. */
import { fork } from "node:child_process";
import path from "node:path";

import { upTo } from "./draw.mjs";

const MEMORY = "--max-old-space-size=6144";
/** A small draw is linted until as much code went by as makes the engines' code warm. */
const LINES_TO_WARM = 40_000;

/**
 * Answers a run for each size and repetition: `size`, `files`, and `passes`, each a list of times by file, the first one cold
 * and the last one warm. Sizes take turns, so that a machine that slows down slows all of
 * them. `kind` says what there is beside the files: `isTyped`, `hasProject`, `withPeers`.
 */
export async function measure({ files, sizes, runs, ...kind }) {
  const measured = [];
  for (let run = 0; run < runs; run++) {
    for (const size of sizes) {
      const drawn = upTo(size, files);
      const passes = await ask({ files: drawn, passes: 1 + Math.max(1, Math.ceil(LINES_TO_WARM / size)), ...kind });
      measured.push({ size, files: drawn, passes });
    }
  }
  return measured;
}

function ask(task) {
  const worker = fork(path.join(import.meta.dirname, "worker.mjs"), { execArgv: [MEMORY] });
  return new Promise((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`The process that measures ended with ${code}`)));
    worker.send(task);
  });
}
