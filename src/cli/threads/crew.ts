/** Threads that take tasks from one list until it is empty. What they answer stands in the order of the tasks, whoever did them. */
import { Worker, type ResourceLimits } from "node:worker_threads";

import { Failure } from "../failures.ts";
import type { SessionRequest } from "../session.ts";
import { brokenPart, type Part, type Task } from "../tasks.ts";

/** What a thread is given when it begins. */
export interface ThreadRequest extends SessionRequest {
  readonly cwd: string;
}

/** What a thread says of a task: what came of it, or why the whole run cannot go on. */
export type Answer = { readonly part: Part } | { readonly failure: string };

export interface CrewRequest {
  readonly threads: number;
  /** Whether a project's types are loaded, which may take any amount of memory. */
  readonly isTyped: boolean;
  readonly request: ThreadRequest;
  /** Hears each part when it is done, in no order. */
  readonly onPart: (part: Part) => void;
}

/**
 * Without a bound V8 lets a thread grow to gigabytes before it collects what is old. Without types some 300 megabytes are in use; a file
 * that needs more than the bound is checked again by a thread without one.
 */
const OLD_MEGABYTES = 1000;

/** A thread that dies takes its task with it. Once is the fault of a file; more often, memory is short. */
const MOST_DEATHS = 6;

/** Does the tasks in so many threads; throws a `Failure` where none of them can be done, or where threads die again and again. */
export async function performInThreads(tasks: readonly Task[], crewRequest: CrewRequest): Promise<readonly Part[]> {
  const crew = new Crew(tasks, crewRequest);
  try {
    await Promise.all(Array.from({ length: Math.min(crewRequest.threads, tasks.length) }, () => crew.work()));
    return crew.parts.flat();
  } finally {
    await crew.end();
  }
}

class Crew {
  /** The parts of each task; the one that a thread died of has one for each file. */
  readonly parts: Part[][];
  readonly #tasks: readonly Task[];
  readonly #workers = new Set<Worker>();
  readonly #request: ThreadRequest;
  readonly #limits: ResourceLimits;
  readonly #onPart: (part: Part) => void;
  #next = 0;
  #deaths = 0;
  #isOver = false;

  constructor(tasks: readonly Task[], { request, isTyped, onPart }: CrewRequest) {
    this.#tasks = tasks;
    this.#request = request;
    this.#limits = isTyped ? {} : { maxOldGenerationSizeMb: OLD_MEGABYTES };
    this.#onPart = onPart;
    this.parts = tasks.map(() => []);
  }

  /** Takes tasks, with one thread as long as it lives, until there is none left. */
  async work(): Promise<void> {
    let worker: Worker | undefined;
    for (let index = this.#next++; index < this.#tasks.length; index = this.#next++) {
      const task = this.#tasks[index] as Task;
      worker ??= this.#begin();
      const part = await ask(worker, task);
      if (part instanceof ThreadDeath) worker = await this.#performEach(task, index, part);
      else this.#keep(part, index);
    }
  }

  /** Ends every thread, whatever it does. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  /** The files of a task that a thread died of, one after the other and with all the memory there is; answers the thread that is alive afterwards. */
  async #performEach(task: Task, index: number, first: ThreadDeath): Promise<Worker | undefined> {
    this.#count(first);
    let worker: Worker | undefined;
    for (const file of task.files) {
      worker ??= this.#begin({});
      const part = await ask(worker, task.kind === "files" ? { kind: "files", files: [file] } : task);
      if (!(part instanceof ThreadDeath)) {
        this.#keep(part, index);
        continue;
      }
      this.#count(part);
      this.#keep(brokenPart([file], part.message, this.#request.cwd), index);
      worker = undefined;
    }
    return worker;
  }

  #begin(limits: ResourceLimits = this.#limits): Worker {
    const worker = new Worker(new URL("./thread.js", import.meta.url), { workerData: this.#request, resourceLimits: limits });
    this.#workers.add(worker);
    worker.once("exit", () => this.#workers.delete(worker));
    return worker;
  }

  #keep(part: Part, index: number): void {
    this.parts[index]?.push(part);
    this.#onPart(part);
  }

  #count({ message }: ThreadDeath): void {
    this.#deaths += 1;
    if (this.#isOver || this.#deaths >= MOST_DEATHS) throw new Failure(`The check was given up, since its threads end early: ${message} Check fewer paths at a time, or give Node more memory: NODE_OPTIONS=--max-old-space-size=8192.`);
  }
}

class ThreadDeath extends Error {}

/** Gives a thread a task; answers why it died where it did, and throws what stops the whole run. */
function ask(worker: Worker, task: Task): Promise<Part | ThreadDeath> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      end();
    };
    const onMessage = (answer: Answer): void => settle(() => ("part" in answer ? resolve(answer.part) : reject(new Failure(answer.failure))));
    const onError = (error: unknown): void => settle(() => resolve(new ThreadDeath(describeDeath(error))));
    const onExit = (): void => onError(undefined);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}

function describeDeath(error: unknown): string {
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return "its thread ran out of memory.";
  return `its thread ended early${message === undefined ? "" : ` (${message.split("\n")[0] ?? ""})`}.`;
}
