/** Two processes that work through tasks. One that dies or hangs costs its task, and is replaced. */
import { fork } from "node:child_process";
import path from "node:path";

const PROCESSES = 2;
const PATIENCE_MS = 30 * 60_000;
const MEMORY = "--max-old-space-size=6144";

/** Has every task done; hands each answer to `take(task, answer)`, undefined for one whose process died. */
export async function workThrough(tasks, shared, take) {
  const queue = [...tasks];
  const work = async () => {
    let worker = start();
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      const answer = await ask(worker, { ...shared, task });
      take(task, answer);
      if (answer === undefined) worker = start();
    }
    worker.disconnect();
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
}

function start() {
  return fork(path.join(import.meta.dirname, "worker.mjs"), { execArgv: [MEMORY] });
}

function ask(worker, message) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => worker.kill("SIGKILL"), PATIENCE_MS);
    const settle = (answer) => {
      clearTimeout(timer);
      worker.off("message", settle);
      worker.off("exit", fail);
      resolve(answer);
    };
    const fail = () => settle(undefined);
    worker.on("message", settle);
    worker.on("exit", fail);
    worker.send(message);
  });
}
