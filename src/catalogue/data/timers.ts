/** Timers of the language's hosts: browsers and Node. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, oneOf } from "../origin.ts";
import { call, methods, passingTo, result } from "../vocabulary.ts";

const timerNamed = (name: string) => oneOf(globalNamed(name), exported("node:timers", name));

export const timers: readonly CataloguedPair[] = [
  {
    id: "timers/interval",
    noun: "an interval",
    acquire: call(timerNamed("setInterval")),
    handle: result,
    releases: [passingTo(timerNamed("clearInterval")), passingTo(timerNamed("clearTimeout")), ...methods("close", "[dispose]")],
    wrongReleases: [{ method: "unref", because: "`unref` only lets the process end; the callback keeps running" }],
    heldBy: "process",
    reason: "The callback keeps running, and keeps alive all that it closes over.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/Window/setInterval",
    leaking: `
export function poll(urls: readonly string[]): void {
  for (const url of urls) {
    setInterval(() => {
      void fetch(url);
    }, 1000);
  }
}
`,
    clean: `
export function poll(url: string): () => void {
  const timer = setInterval(() => {
    void fetch(url);
  }, 1000);
  return () => clearInterval(timer);
}
`,
  },
  {
    id: "timers/timeout",
    noun: "a timeout",
    acquire: call(timerNamed("setTimeout")),
    handle: result,
    releases: [passingTo(timerNamed("clearTimeout")), passingTo(timerNamed("clearInterval")), ...methods("close", "[dispose]")],
    wrongReleases: [{ method: "unref", because: "`unref` only lets the process end; the callback still runs" }],
    heldBy: "process",
    endsByItself: true,
    reason: "Until it fires it keeps its callback alive, and in Node the process; when what it waits for has ended, it fires into nothing.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/Window/setTimeout",
    leaking: `
export async function fetchWithin(url: string, ms: number): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  const response = await fetch(url, { signal: controller.signal });
  clearTimeout(timer);
  return response;
}
`,
    clean: `
export async function fetchWithin(url: string, ms: number): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}
`,
  },
  {
    id: "timers/immediate",
    noun: "an immediate",
    acquire: call(timerNamed("setImmediate")),
    handle: result,
    releases: [passingTo(timerNamed("clearImmediate")), ...methods("[dispose]")],
    heldBy: "process",
    endsByItself: true,
    reason: "It runs once at the end of the current turn; one that was put off by its owner runs after the owner has ended.",
    docs: "https://nodejs.org/api/timers.html#setimmediatecallback-args",
    leaking: `
export async function flushSoon(flush: () => void, ready: Promise<void>): Promise<void> {
  const immediate = setImmediate(flush);
  await ready;
  clearImmediate(immediate);
}
`,
    clean: `
export async function flushSoon(flush: () => void, ready: Promise<void>): Promise<void> {
  const immediate = setImmediate(flush);
  try {
    await ready;
  } finally {
    clearImmediate(immediate);
  }
}
`,
  },
  {
    id: "timers/animation-frame",
    noun: "an animation frame request",
    acquire: call(globalNamed("requestAnimationFrame")),
    handle: result,
    releases: [passingTo(globalNamed("cancelAnimationFrame"))],
    heldBy: "process",
    endsByItself: true,
    reason: "A frame that asks for the next one runs for ever unless the last request is cancelled.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/Window/requestAnimationFrame",
    leaking: `
export async function drawUntil(draw: () => void, done: Promise<void>): Promise<void> {
  const frame = requestAnimationFrame(draw);
  await done;
  cancelAnimationFrame(frame);
}
`,
    clean: `
export async function drawUntil(draw: () => void, done: Promise<void>): Promise<void> {
  const frame = requestAnimationFrame(draw);
  try {
    await done;
  } finally {
    cancelAnimationFrame(frame);
  }
}
`,
  },
  {
    id: "timers/idle-callback",
    noun: "an idle callback",
    acquire: call(globalNamed("requestIdleCallback")),
    handle: result,
    releases: [passingTo(globalNamed("cancelIdleCallback"))],
    heldBy: "process",
    endsByItself: true,
    reason: "It may run long after its owner has ended, and keeps the owner alive until then.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/Window/requestIdleCallback",
    leaking: `
export async function indexWhile(index: () => void, work: Promise<void>): Promise<void> {
  const request = requestIdleCallback(index);
  await work;
  cancelIdleCallback(request);
}
`,
    clean: `
export async function indexWhile(index: () => void, work: Promise<void>): Promise<void> {
  const request = requestIdleCallback(index);
  try {
    await work;
  } finally {
    cancelIdleCallback(request);
  }
}
`,
  },
];
