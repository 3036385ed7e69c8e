/** Processes, threads and lines of Node. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, memberOf, oneOf, typed } from "../origin.ts";
import { call, construct, identity, iterating, methods, receiverClearing, receiverRepeating, result, signalIn, streamIn } from "../vocabulary.ts";

const messagePort = typed("node:worker_threads", "MessagePort", [exported("node:worker_threads", "parentPort")]);

export const nodeThreads: readonly CataloguedPair[] = [
  {
    id: "node-child-process/child",
    noun: "a child process",
    acquire: call(oneOf(exported("node:child_process", "spawn"), exported("node:child_process", "fork"))),
    handle: result,
    releases: methods("kill", "disconnect", "[dispose]"),
    wrongReleases: [{ method: "unref", because: "`unref` only lets this process end; the child runs on" }],
    bounds: [signalIn(2), signalIn(1)],
    heldBy: "process",
    hasOtherSide: true,
    endsByItself: true,
    reason: "A child that waits for input, or serves, runs until it is killed.",
    docs: "https://nodejs.org/api/child_process.html#subprocesskillsignal",
    leaking: `
import { spawn } from "node:child_process";

export async function withServer(command: string, ready: () => Promise<string>): Promise<string> {
  const child = spawn(command);
  const address = await ready();
  child.kill();
  return address;
}
`,
    clean: `
import { spawn } from "node:child_process";

export async function withServer(command: string, ready: () => Promise<string>): Promise<string> {
  const child = spawn(command);
  try {
    return await ready();
  } finally {
    child.kill();
  }
}
`,
  },
  {
    id: "node-worker/worker",
    noun: "a worker thread",
    acquire: construct(exported("node:worker_threads", "Worker")),
    handle: result,
    releases: methods("terminate", "[asyncDispose]"),
    wrongReleases: [{ method: "unref", because: "`unref` only lets the process end; the thread runs on" }],
    heldBy: "process",
    hasOtherSide: true,
    confidence: "likely",
    reason: "A thread that listens for messages lives until it is terminated; one that does not ends with its script.",
    docs: "https://nodejs.org/api/worker_threads.html#workerterminate",
    leaking: `
import { Worker } from "node:worker_threads";

export function compute(script: string, input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(script);
    worker.once("message", (answer) => resolve(answer));
    worker.postMessage(input);
  });
}
`,
    clean: `
import { Worker } from "node:worker_threads";

export function compute(script: string, input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(script);
    worker.once("message", (answer) => {
      void worker.terminate();
      resolve(answer);
    });
    worker.postMessage(input);
  });
}
`,
  },
  {
    id: "node-worker/port-listener",
    noun: "a message listener",
    acquire: call(oneOf(memberOf(messagePort, "on"), memberOf(messagePort, "addListener"))),
    handle: identity,
    releases: [receiverRepeating("off", 0, 1), receiverRepeating("removeListener", 0, 1), receiverClearing("removeAllListeners"), receiverClearing("close")],
    heldBy: "receiver",
    reason: "A port with a message listener keeps its thread alive, and one listener more is added by each call.",
    docs: "https://nodejs.org/api/worker_threads.html#class-messageport",
    leaking: `
import type { MessagePort } from "node:worker_threads";

export function ask(port: MessagePort, question: string): Promise<unknown> {
  return new Promise((resolve) => {
    port.on("message", (answer) => resolve(answer));
    port.postMessage(question);
  });
}
`,
    clean: `
import type { MessagePort } from "node:worker_threads";

export function ask(port: MessagePort, question: string): Promise<unknown> {
  return new Promise((resolve) => {
    const onMessage = (answer: unknown): void => {
      port.off("message", onMessage);
      resolve(answer);
    };
    port.on("message", onMessage);
    port.postMessage(question);
  });
}
`,
  },
  {
    id: "node-readline/interface",
    noun: "a line reader",
    acquire: call(oneOf(exported("node:readline", "createInterface"), exported("node:readline/promises", "createInterface"))),
    handle: result,
    releases: [...methods("close", "[dispose]"), iterating],
    bounds: [signalIn(0), streamIn(0, "input", oneOf(globalNamed("process.stdin"), exported("node:process", "stdin")))],
    heldBy: "process",
    confidence: "likely",
    reason: "A reader on standard input keeps the process alive until it is closed.",
    docs: "https://nodejs.org/api/readline.html#rlclose",
    leaking: `
import { createInterface } from "node:readline/promises";

export async function askName(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  return await lines.question("Name? ");
}
`,
    clean: `
import { createInterface } from "node:readline/promises";

export async function askName(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question("Name? ");
  } finally {
    lines.close();
  }
}
`,
  },
  {
    id: "node-repl/server",
    noun: "a REPL",
    acquire: call(exported("node:repl", "start")),
    handle: result,
    releases: methods("close", "[dispose]"),
    heldBy: "process",
    longLived: true,
    reason: "It reads its input until it is closed.",
    docs: "https://nodejs.org/api/repl.html#replstartoptions",
    leaking: `
import { start } from "node:repl";
import type { REPLServer } from "node:repl";

export class Shell {
  private server: REPLServer | undefined;

  open(): void {
    this.server = start("> ");
  }

  isOpen(): boolean {
    return this.server !== undefined;
  }

  dispose(): void {
    console.log("disposed");
  }
}
`,
    clean: `
import { start } from "node:repl";
import type { REPLServer } from "node:repl";

export class Shell {
  private server: REPLServer | undefined;

  open(): void {
    this.server = start("> ");
  }

  dispose(): void {
    this.server?.close();
  }
}
`,
  },
];
