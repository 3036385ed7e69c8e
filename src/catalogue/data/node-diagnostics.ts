/** What Node offers to look at a running process, and its small database. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { argument, call, construct, fluentCall, identity, methods, passingTo, receiver, receiverRepeating, receiverTaking, result } from "../vocabulary.ts";

const channels = (name: string) => exported("node:diagnostics_channel", name);
const channel = typed("node:diagnostics_channel", "Channel", [resultOf(channels("channel"))]);
const session = typed("node:inspector", "Session", [instanceOf(exported("node:inspector", "Session"))]);
const promisedSession = typed("node:inspector/promises", "Session", [instanceOf(exported("node:inspector/promises", "Session"))]);
const hook = typed("node:async_hooks", "AsyncHook", [resultOf(exported("node:async_hooks", "createHook"))]);
const histogram = typed("node:perf_hooks", "ELDHistogram", [resultOf(exported("node:perf_hooks", "monitorEventLoopDelay"))]);

export const nodeDiagnostics: readonly CataloguedPair[] = [
  {
    id: "node-diagnostics-channel/subscription",
    noun: "a channel subscription",
    acquire: call(channels("subscribe")),
    handle: argument(1),
    releases: [passingTo(channels("unsubscribe"), 1)],
    heldBy: "process",
    reason: "Channels are kept by name for the whole process, and so are their subscribers.",
    docs: "https://nodejs.org/api/diagnostics_channel.html#diagnostics_channelunsubscribename-onmessage",
    leaking: `
import { subscribe } from "node:diagnostics_channel";

export function traceRequests(trace: (message: unknown) => void): void {
  subscribe("http.client.request.start", (message) => trace(message));
}
`,
    clean: `
import { subscribe, unsubscribe } from "node:diagnostics_channel";

export function traceRequests(trace: (message: unknown) => void): () => void {
  const onMessage = (message: unknown): void => trace(message);
  subscribe("http.client.request.start", onMessage);
  return () => unsubscribe("http.client.request.start", onMessage);
}
`,
  },
  {
    id: "node-diagnostics-channel/channel-subscription",
    noun: "a channel subscription",
    acquire: call(memberOf(channel, "subscribe")),
    handle: identity,
    releases: [receiverRepeating("unsubscribe", 0)],
    heldBy: "process",
    reason: "Channels are kept by name for the whole process, and so are their subscribers.",
    docs: "https://nodejs.org/api/diagnostics_channel.html#channelunsubscribeonmessage",
    leaking: `
import { channel } from "node:diagnostics_channel";

const requests = channel("http.client.request.start");

export function nextRequest(): Promise<unknown> {
  return new Promise((resolve) => {
    requests.subscribe((message) => resolve(message));
  });
}
`,
    clean: `
import { channel } from "node:diagnostics_channel";

const requests = channel("http.client.request.start");

export function nextRequest(): Promise<unknown> {
  return new Promise((resolve) => {
    const onMessage = (message: unknown): void => {
      requests.unsubscribe(onMessage);
      resolve(message);
    };
    requests.subscribe(onMessage);
  });
}
`,
  },
  {
    id: "node-inspector/session",
    noun: "an inspector session",
    acquire: call(oneOf(memberOf(session, "connect"), memberOf(promisedSession, "connect"))),
    handle: receiver,
    releases: methods("disconnect"),
    heldBy: "process",
    reason: "A connected session keeps what it was told to record, a profile or every object, in memory.",
    docs: "https://nodejs.org/api/inspector.html#sessiondisconnect",
    leaking: `
import { Session } from "node:inspector/promises";

export async function profile(work: () => Promise<void>): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await work();
  session.disconnect();
}
`,
    clean: `
import { Session } from "node:inspector/promises";

export async function profile(work: () => Promise<void>): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await work();
  } finally {
    session.disconnect();
  }
}
`,
  },
  {
    id: "node-async-hooks/hook",
    noun: "an async hook",
    acquire: fluentCall(memberOf(hook, "enable")),
    handle: receiver,
    releases: methods("disable"),
    heldBy: "process",
    reason: "An enabled hook is called for every asynchronous operation of the process, and slows each.",
    docs: "https://nodejs.org/api/async_hooks.html#asynchookdisable",
    leaking: `
import { createHook } from "node:async_hooks";

export async function countResources(work: () => Promise<void>): Promise<number> {
  let count = 0;
  const hook = createHook({ init: () => (count += 1) });
  hook.enable();
  await work();
  hook.disable();
  return count;
}
`,
    clean: `
import { createHook } from "node:async_hooks";

export async function countResources(work: () => Promise<void>): Promise<number> {
  let count = 0;
  const hook = createHook({ init: () => (count += 1) });
  hook.enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return count;
}
`,
  },
  {
    id: "node-perf-hooks/event-loop-delay",
    noun: "an event loop monitor",
    acquire: call(memberOf(histogram, "enable")),
    handle: receiver,
    releases: methods("disable", "[dispose]"),
    heldBy: "process",
    longLived: true,
    reason: "An enabled monitor runs its timer until it is disabled.",
    docs: "https://nodejs.org/api/perf_hooks.html#histogramdisable",
    leaking: `
import { monitorEventLoopDelay } from "node:perf_hooks";

export async function delayDuring(work: () => Promise<void>): Promise<number> {
  const monitor = monitorEventLoopDelay();
  monitor.enable();
  await work();
  monitor.disable();
  return monitor.mean;
}
`,
    clean: `
import { monitorEventLoopDelay } from "node:perf_hooks";

export async function delayDuring(work: () => Promise<void>): Promise<number> {
  const monitor = monitorEventLoopDelay();
  monitor.enable();
  try {
    await work();
    return monitor.mean;
  } finally {
    monitor.disable();
  }
}
`,
  },
  {
    id: "node-perf-hooks/mark",
    noun: "a performance mark",
    acquire: call(oneOf(globalNamed("performance.mark"), exported("node:perf_hooks", "performance.mark"))),
    handle: argument(0),
    releases: [receiverTaking("clearMarks"), { by: "receiver-method", name: "clearMarks", all: true }],
    heldBy: "process",
    confidence: "likely",
    reason: "Marks stay in the timeline of the process until they are cleared: one per call adds up.",
    docs: "https://nodejs.org/api/perf_hooks.html#performanceclearmarksname",
    leaking: `
export async function timed(name: string, work: () => Promise<void>): Promise<number> {
  performance.mark(name);
  await work();
  performance.clearMarks(name);
  return performance.now();
}
`,
    clean: `
export async function timed(name: string, work: () => Promise<void>): Promise<number> {
  performance.mark(name);
  try {
    await work();
    return performance.now();
  } finally {
    performance.clearMarks(name);
  }
}
`,
  },
  {
    id: "node-sqlite/database",
    noun: "a database",
    acquire: construct(exported("node:sqlite", "DatabaseSync")),
    handle: result,
    releases: methods("close", "[dispose]"),
    heldBy: "process",
    versions: "Node 22.5 and later",
    reason: "It holds the file, its lock and its cache until it is closed.",
    docs: "https://nodejs.org/api/sqlite.html#databaseclose",
    leaking: `
import { DatabaseSync } from "node:sqlite";

export function countUsers(path: string): unknown {
  const database = new DatabaseSync(path);
  return database.prepare("select count(*) from users").get();
}
`,
    clean: `
import { DatabaseSync } from "node:sqlite";

export function countUsers(path: string): unknown {
  const database = new DatabaseSync(path);
  try {
    return database.prepare("select count(*) from users").get();
  } finally {
    database.close();
  }
}
`,
  },
];
