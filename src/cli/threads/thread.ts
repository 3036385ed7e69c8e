/** A thread of the command: it opens a session of its own and does the tasks that it is sent, one after the other. */
import { parentPort, workerData } from "node:worker_threads";

import { describeFailure } from "../failures.ts";
import { openSession } from "../session.ts";
import { performTask, type Task } from "../tasks.ts";
import type { Answer, ThreadRequest } from "./crew.ts";

const { cwd, ...request } = workerData as ThreadRequest;

// As in the command itself: what libraries warn of is nothing that its user can mend.
process.removeAllListeners("warning");

const session = openSession(request, cwd);
// Whoever asks is told; nobody may have asked yet.
session.catch(() => {});

parentPort?.on("message", (task: Task) => void perform(task).then((answer) => parentPort?.postMessage(answer)));

async function perform(task: Task): Promise<Answer> {
  try {
    return { part: await performTask(await session, task, cwd) };
  } catch (error) {
    return { failure: describeFailure(error, cwd) };
  }
}
