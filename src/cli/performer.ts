/** Does the tasks of a check: in this thread, or in several. */
import type { Explainer } from "../bench/explanation.ts";
import { openSession, type Session, type SessionRequest } from "./session.ts";
import { performTask, type Part, type Task } from "./tasks.ts";
import { performInThreads } from "./threads/crew.ts";
import { countThreads, isAmongProjects } from "./threads/thread-count.ts";

export interface Performer {
  /** Does the tasks, which have so many characters; the parts stand in their order. */
  perform(tasks: readonly Task[], text: number): Promise<readonly Part[]>;
  /** A session of this thread, for what comes afterwards. */
  session(): Promise<Session>;
}

interface Hands {
  readonly threads?: number | undefined;
  /** Is shown the explainer of each file while its syntax tree is there, which no thread can send. */
  readonly meet?: (file: string, explainer: Explainer) => void;
}

/** Builds what does the tasks; `onPart` hears each part when it is done, in no order. */
export function buildPerformer(request: SessionRequest, { threads: asked, meet }: Hands, cwd: string, onPart: (part: Part) => void): Performer {
  let opened: Promise<Session> | undefined;
  const session = (): Promise<Session> => (opened ??= openSession(request, cwd, meet));
  return {
    session,
    async perform(tasks, text) {
      const isTyped = isAmongProjects(tasks.flatMap(({ files }) => files));
      const threads = meet === undefined ? countThreads(asked, { text, isTyped }) : 1;
      if (threads > 1) return await performInThreads(tasks, { threads, isTyped, request: { ...request, cwd }, onPart });
      const parts: Part[] = [];
      for (const task of tasks) {
        const part = await performTask(await session(), task, cwd);
        onPart(part);
        parts.push(part);
      }
      return parts;
    },
  };
}
