/** The worker's end: one request at a time, and of those that wait only the newest of each asker counts. */
import type { LintFailure, LintRequest } from "../protocol.ts";
import { lint } from "./run.ts";

interface Scope {
  addEventListener(type: "message", listener: (event: { readonly data: LintRequest }) => void): void;
  postMessage(answer: unknown): void;
}

const scope = self as unknown as Scope;

let queue = Promise.resolve();

scope.addEventListener("message", ({ data }) => {
  queue = queue.then(() => answer(data));
});

async function answer(request: LintRequest): Promise<void> {
  try {
    scope.postMessage(await lint(request));
  } catch (error) {
    scope.postMessage({ id: request.id, failure: wordFailure(error) } satisfies LintFailure);
  }
}

/** ESLint says around the message where it came up; here there is one text, and nothing else to look for. */
function wordFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Error while loading rule '[^']*': /u, "").replace(/\s*Occurred while linting [^]*$/u, "");
}
