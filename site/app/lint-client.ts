/** Asks the worker. Of each asker only the newest question counts: what was typed over meanwhile is not linted any more. */
import type { LintAnswer, LintFailure, LintRequest } from "./protocol.ts";

export type Question = Omit<LintRequest, "id">;

/** Gives the answer, or the sentence that says why there is none. */
type Take = (answer: LintAnswer | LintFailure) => void;

export interface Asker {
  /** Asks, and forgets what was asked before. */
  ask(question: Question): void;
}

interface Waiting {
  readonly question: Question;
  readonly take: Take;
}

const waiting = new Map<object, Waiting>();
let worker: Worker | undefined;
let current: { readonly id: number; readonly asker: object; readonly take: Take } | undefined;
let nextId = 1;

/** Builds an asker; all of a page share one worker, which the first question starts. */
export function buildAsker(take: Take): Asker {
  const asker = {};
  return {
    ask(question) {
      waiting.set(asker, { question, take });
      sendNext();
    },
  };
}

function sendNext(): void {
  if (current !== undefined) return;
  const [first] = waiting;
  if (first === undefined) return;
  const [asker, { question, take }] = first;
  waiting.delete(asker);
  current = { id: nextId, asker, take };
  worker ??= startWorker();
  worker.postMessage({ id: nextId, ...question } satisfies LintRequest);
  nextId += 1;
}

function startWorker(): Worker {
  const started = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<LintAnswer | LintFailure>) => settle(data));
  started.addEventListener("error", ({ message }) => {
    // A worker that could not be loaded never answers.
    started.terminate();
    worker = undefined;
    settle({ id: current?.id ?? 0, failure: message || "The linter could not be loaded; load the page again." });
  });
  return started;
}

function settle(answer: LintAnswer | LintFailure): void {
  const asked = current;
  current = undefined;
  // An answer to what has been typed over is of no use; its asker waits for the next one.
  if (asked?.id === answer.id && !waiting.has(asked.asker)) asked.take(answer);
  sendNext();
}
