/** What a program hooks into Node itself, and the processes of a cluster. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { argument, call, methods, receiver, receiverClearing, receiverTaking, result } from "../vocabulary.ts";

const tracing = typed("node:trace_events", "Tracing", [resultOf(exported("node:trace_events", "createTracing"))]);
const tracingChannel = typed("node:diagnostics_channel", "TracingChannel", [resultOf(exported("node:diagnostics_channel", "tracingChannel"))]);
const channel = typed("node:diagnostics_channel", "Channel", [resultOf(exported("node:diagnostics_channel", "channel"))]);
const database = typed("node:sqlite", "DatabaseSync", [instanceOf(exported("node:sqlite", "DatabaseSync"))]);
const socket = typed("node:dgram", "Socket", [resultOf(exported("node:dgram", "createSocket"))]);

export const nodeHooks: readonly CataloguedPair[] = [
  {
    id: "node-trace-events/tracing",
    noun: "a running trace",
    acquire: call(memberOf(tracing, "enable")),
    handle: receiver,
    releases: methods("disable"),
    heldBy: "process",
    reason: "Node warns of more than ten traces, and each writes to the log until it is disabled.",
    docs: "https://nodejs.org/api/tracing.html#tracingdisable",
    leaking: `
import { createTracing } from "node:trace_events";

export async function traced(work: () => Promise<void>): Promise<void> {
  const tracing = createTracing({ categories: ["node.perf"] });
  tracing.enable();
  await work();
  tracing.disable();
}
`,
    clean: `
import { createTracing } from "node:trace_events";

export async function traced(work: () => Promise<void>): Promise<void> {
  const tracing = createTracing({ categories: ["node.perf"] });
  tracing.enable();
  try {
    await work();
  } finally {
    tracing.disable();
  }
}
`,
  },
  {
    id: "node-module/hooks",
    noun: "a loader hook",
    acquire: call(exported("node:module", "registerHooks")),
    handle: result,
    releases: methods("deregister"),
    heldBy: "process",
    versions: "from Node 22.15 on",
    reason: "It is run for every module that is loaded from then on.",
    docs: "https://nodejs.org/api/module.html#moduleregisterhooksoptions",
    leaking: `
import { registerHooks } from "node:module";
import type { LoadHookSync } from "node:module";

export async function importWith(load: LoadHookSync, work: () => Promise<void>): Promise<void> {
  const hooks = registerHooks({ load });
  await work();
  hooks.deregister();
}
`,
    clean: `
import { registerHooks } from "node:module";
import type { LoadHookSync } from "node:module";

export async function importWith(load: LoadHookSync, work: () => Promise<void>): Promise<void> {
  const hooks = registerHooks({ load });
  try {
    await work();
  } finally {
    hooks.deregister();
  }
}
`,
  },
  {
    id: "node-diagnostics-channel/tracing-subscription",
    noun: "a tracing subscription",
    acquire: call(memberOf(tracingChannel, "subscribe")),
    handle: argument(0),
    releases: [receiverTaking("unsubscribe")],
    heldBy: "receiver",
    reason: "A channel lives as long as the process, and calls its subscribers at each event.",
    docs: "https://nodejs.org/api/diagnostics_channel.html#tracingchannelsubscribesubscribers",
    leaking: `
import type { TracingChannel } from "node:diagnostics_channel";

export async function countDuring(queries: TracingChannel, work: () => Promise<void>): Promise<number> {
  let total = 0;
  const ignore = (): void => {};
  const counter = { start: () => void (total += 1), end: ignore, asyncStart: ignore, asyncEnd: ignore, error: ignore };
  queries.subscribe(counter);
  await work();
  const started = total;
  queries.unsubscribe(counter);
  return started;
}
`,
    clean: `
import type { TracingChannel } from "node:diagnostics_channel";

export async function countDuring(queries: TracingChannel, work: () => Promise<void>): Promise<number> {
  let total = 0;
  const ignore = (): void => {};
  const counter = { start: () => void (total += 1), end: ignore, asyncStart: ignore, asyncEnd: ignore, error: ignore };
  queries.subscribe(counter);
  try {
    await work();
    return total;
  } finally {
    queries.unsubscribe(counter);
  }
}
`,
  },
  {
    id: "node-diagnostics-channel/bound-store",
    noun: "a bound store",
    acquire: call(memberOf(channel, "bindStore")),
    handle: argument(0),
    releases: [receiverTaking("unbindStore")],
    heldBy: "receiver",
    reason: "The channel keeps the store, and fills it at each run, for as long as the process lives.",
    docs: "https://nodejs.org/api/diagnostics_channel.html#channelbindstorestore-transform",
    leaking: `
import { AsyncLocalStorage } from "node:async_hooks";
import type { Channel } from "node:diagnostics_channel";

export async function contextDuring(requests: Channel, work: () => Promise<void>): Promise<unknown> {
  const store = new AsyncLocalStorage<unknown>();
  requests.bindStore(store);
  await work();
  const last = store.getStore();
  requests.unbindStore(store);
  return last;
}
`,
    clean: `
import { AsyncLocalStorage } from "node:async_hooks";
import type { Channel } from "node:diagnostics_channel";

export async function contextDuring(requests: Channel, work: () => Promise<void>): Promise<unknown> {
  const store = new AsyncLocalStorage<unknown>();
  requests.bindStore(store);
  try {
    await work();
    return store.getStore();
  } finally {
    requests.unbindStore(store);
  }
}
`,
  },
  {
    id: "node-sqlite/session",
    noun: "a change session",
    acquire: call(memberOf(database, "createSession")),
    handle: result,
    releases: methods("close", "[dispose]"),
    heldBy: "process",
    versions: "from Node 22.12 on",
    reason: "It records every change of the database in memory until it is closed.",
    docs: "https://nodejs.org/api/sqlite.html#sessionclose",
    leaking: `
import type { DatabaseSync } from "node:sqlite";

export async function changesOf(database: DatabaseSync, work: () => Promise<void>): Promise<Uint8Array> {
  const session = database.createSession();
  await work();
  const changes = session.changeset();
  session.close();
  return changes;
}
`,
    clean: `
import type { DatabaseSync } from "node:sqlite";

export async function changesOf(database: DatabaseSync, work: () => Promise<void>): Promise<Uint8Array> {
  const session = database.createSession();
  try {
    await work();
    return session.changeset();
  } finally {
    session.close();
  }
}
`,
  },
  {
    id: "node-cluster/worker",
    noun: "a worker process",
    acquire: call(oneOf(exported("node:cluster", "fork"), exported("node:cluster", "default.fork"))),
    handle: result,
    releases: methods("kill", "disconnect", "destroy"),
    confidence: "likely",
    heldBy: "process",
    longLived: true,
    reason: "A worker runs until it is told to end.",
    docs: "https://nodejs.org/api/cluster.html#workerkillsignal",
    leaking: `
import cluster from "node:cluster";

export async function withHelper(work: () => Promise<void>): Promise<void> {
  const worker = cluster.fork();
  await work();
  worker.kill();
}
`,
    clean: `
import cluster from "node:cluster";

export async function withHelper(work: () => Promise<void>): Promise<void> {
  const worker = cluster.fork();
  try {
    await work();
  } finally {
    worker.kill();
  }
}
`,
  },
  {
    id: "node-dgram/membership",
    noun: "a multicast membership",
    acquire: call(memberOf(socket, "addMembership")),
    handle: argument(0),
    releases: [receiverTaking("dropMembership"), receiverClearing("close")],
    heldBy: "receiver",
    reason: "The kernel keeps delivering the group's packets to a socket that lives on.",
    docs: "https://nodejs.org/api/dgram.html#socketdropmembershipmulticastaddress-multicastinterface",
    leaking: `
import type { Socket } from "node:dgram";

export async function listenDuring(socket: Socket, channel: number, work: () => Promise<void>): Promise<void> {
  const group = [239, 0, 0, channel].join(".");
  socket.addMembership(group);
  await work();
  socket.dropMembership(group);
}
`,
    clean: `
import type { Socket } from "node:dgram";

export async function listenDuring(socket: Socket, channel: number, work: () => Promise<void>): Promise<void> {
  const group = [239, 0, 0, channel].join(".");
  socket.addMembership(group);
  try {
    await work();
  } finally {
    socket.dropMembership(group);
  }
}
`,
  },
];
