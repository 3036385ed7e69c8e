/** Pools of workers, sandboxes and job queues: threads, processes and native memory that somebody has to end. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, construct, iterating, methods, receiver, result } from "../vocabulary.ts";

const boss = typed("pg-boss", "PgBoss", [instanceOf(exported("pg-boss", "default"))]);
const quickjs = typed("quickjs-emscripten-core", "QuickJSWASMModule", [resultOf(exported("quickjs-emscripten-core", "newQuickJSWASMModuleFromVariant"))]);
const kv = typed("nats", "KV", []);

export const workers: readonly CataloguedPair[] = [
  {
    id: "workerpool/pool",
    noun: "a worker pool",
    acquire: call(oneOf(exported("workerpool", "pool"), exported("workerpool", "default.pool"))),
    handle: result,
    releases: methods("terminate"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "Its threads live until it is terminated.",
    docs: "https://github.com/josdejong/workerpool#pool",
    leaking: `
import workerpool from "workerpool";

export async function compute(script: string, input: number): Promise<number> {
  const pool = workerpool.pool(script);
  const output = await pool.exec("compute", [input]) as number;
  await pool.terminate();
  return output;
}
`,
    clean: `
import workerpool from "workerpool";

export async function compute(script: string, input: number): Promise<number> {
  const pool = workerpool.pool(script);
  try {
    return await pool.exec("compute", [input]) as number;
  } finally {
    await pool.terminate();
  }
}
`,
  },
  {
    id: "jest-worker/pool",
    noun: "a worker pool",
    acquire: construct(oneOf(exported("jest-worker", "Worker"), exported("jest-worker", "default.Worker"))),
    handle: result,
    releases: methods("end"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    releaseMayThrow: true,
    reason: "Its processes live until it is ended.",
    docs: "https://github.com/jestjs/jest/tree/main/packages/jest-worker#end",
    leaking: `
import { Worker } from "jest-worker";

export async function during(script: string, work: () => Promise<void>): Promise<void> {
  const pool = new Worker(script);
  await pool.start();
  await work();
  await pool.end();
}
`,
    clean: `
import { Worker } from "jest-worker";

export async function during(script: string, work: () => Promise<void>): Promise<void> {
  const pool = new Worker(script);
  try {
    await pool.start();
    await work();
  } finally {
    await pool.end();
  }
}
`,
  },
  {
    id: "isolated-vm/isolate",
    noun: "an isolate",
    acquire: construct(oneOf(exported("isolated-vm", "Isolate"), exported("isolated-vm", "default.Isolate"))),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    reason: "Its heap lies outside the one that the collector sees, so that it is freed late or never.",
    docs: "https://github.com/laverdet/isolated-vm#isolatedispose",
    leaking: `
import ivm from "isolated-vm";

export async function evaluate(text: string): Promise<unknown> {
  const isolate = new ivm.Isolate({ memoryLimit: 8 });
  const context = await isolate.createContext();
  const answer = await context.eval(text);
  isolate.dispose();
  return answer;
}
`,
    clean: `
import ivm from "isolated-vm";

export async function evaluate(text: string): Promise<unknown> {
  const isolate = new ivm.Isolate({ memoryLimit: 8 });
  try {
    const context = await isolate.createContext();
    return await context.eval(text);
  } finally {
    isolate.dispose();
  }
}
`,
  },
  {
    id: "quickjs/context",
    noun: "a sandbox",
    acquire: call(memberOf(quickjs, "newContext")),
    handle: result,
    releases: methods("dispose", "[dispose]"),
    heldBy: "process",
    reason: "Its memory lies in the WebAssembly heap, where nothing is collected.",
    docs: "https://github.com/justjake/quickjs-emscripten#memory-management",
    leaking: `
import type { QuickJSWASMModule } from "quickjs-emscripten-core";

export function evaluate(module: QuickJSWASMModule, text: string): boolean {
  const context = module.newContext();
  const outcome = context.evalCode(text);
  if (outcome.error !== undefined) return false;
  context.dispose();
  return true;
}
`,
    clean: `
import type { QuickJSWASMModule } from "quickjs-emscripten-core";

export function evaluate(module: QuickJSWASMModule, text: string): boolean {
  const context = module.newContext();
  try {
    const outcome = context.evalCode(text);
    return outcome.error === undefined;
  } finally {
    context.dispose();
  }
}
`,
  },
  {
    id: "bull/queue",
    noun: "a queue",
    acquire: construct(exported("bull", "default")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    releaseMayThrow: true,
    reason: "Each queue opens up to three Redis connections of its own.",
    docs: "https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueclose",
    leaking: `
import Queue from "bull";

export async function enqueue(name: string, data: object): Promise<void> {
  const queue = new Queue(name);
  await queue.add(data);
  await queue.close();
}
`,
    clean: `
import Queue from "bull";

export async function enqueue(name: string, data: object): Promise<void> {
  const queue = new Queue(name);
  try {
    await queue.add(data);
  } finally {
    await queue.close();
  }
}
`,
  },
  {
    id: "pg-boss/instance",
    noun: "a job runner",
    acquire: call(memberOf(boss, "start")),
    handle: receiver,
    releases: methods("stop"),
    heldBy: "process",
    longLived: true,
    releaseMayThrow: true,
    reason: "Its timers ask the database again and again until it is stopped.",
    docs: "https://timgit.github.io/pg-boss/#/./api/ops",
    leaking: `
import PgBoss from "pg-boss";

export async function runDuring(url: string, work: () => Promise<void>): Promise<void> {
  const boss = new PgBoss(url);
  await boss.start();
  await work();
  await boss.stop();
}
`,
    clean: `
import PgBoss from "pg-boss";

export async function runDuring(url: string, work: () => Promise<void>): Promise<void> {
  const boss = new PgBoss(url);
  await boss.start();
  try {
    await work();
  } finally {
    await boss.stop();
  }
}
`,
  },
  {
    id: "nats/key-watch",
    noun: "a watch",
    acquire: call(memberOf(kv, "watch")),
    handle: awaited,
    releases: [...methods("stop"), iterating],
    heldBy: "process",
    reason: "The server keeps sending each change, and what is not read piles up in memory.",
    docs: "https://nats-io.github.io/nats.js/kv/interfaces/KV.html#watch",
    leaking: `
import type { KV } from "nats";

export async function countDuring(settings: KV, work: () => Promise<void>): Promise<number> {
  const changes = await settings.watch();
  await work();
  const total = changes.getReceived();
  changes.stop();
  return total;
}
`,
    clean: `
import type { KV } from "nats";

export async function countDuring(settings: KV, work: () => Promise<void>): Promise<number> {
  const changes = await settings.watch();
  try {
    await work();
    return changes.getReceived();
  } finally {
    changes.stop();
  }
}
`,
  },
];
