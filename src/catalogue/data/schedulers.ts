/** Schedules, worker pools and child terminals of packages. */
import type { CataloguedPair } from "../entry.ts";
import { exported, oneOf } from "../origin.ts";
import { call, construct, methods, passingTo, result } from "../vocabulary.ts";

export const schedulers: readonly CataloguedPair[] = [
  {
    id: "node-cron/task",
    noun: "a scheduled task",
    acquire: call(oneOf(exported("node-cron", "schedule"), exported("node-cron", "default.schedule"))),
    handle: result,
    releases: methods("stop", "destroy"),
    heldBy: "process",
    longLived: true,
    reason: "The module keeps every task and runs it until it is stopped.",
    docs: "https://nodecron.com/scheduling-options",
    leaking: `
import { schedule } from "node-cron";

export async function sampleDuring(sample: () => void, work: () => Promise<void>): Promise<void> {
  const task = schedule("* * * * *", () => sample());
  await work();
  await task.stop();
}
`,
    clean: `
import { schedule } from "node-cron";

export async function sampleDuring(sample: () => void, work: () => Promise<void>): Promise<void> {
  const task = schedule("* * * * *", () => sample());
  try {
    await work();
  } finally {
    await task.stop();
  }
}
`,
  },
  {
    id: "node-schedule/job",
    noun: "a scheduled job",
    acquire: call(exported("node-schedule", "scheduleJob")),
    handle: result,
    releases: [...methods("cancel"), passingTo(exported("node-schedule", "cancelJob"))],
    heldBy: "process",
    longLived: true,
    reason: "The module keeps every job and runs it until it is cancelled.",
    docs: "https://github.com/node-schedule/node-schedule#handle-jobs-and-job-invocations",
    leaking: `
import { scheduleJob } from "node-schedule";

export async function sampleDuring(sample: () => void, work: () => Promise<void>): Promise<void> {
  const job = scheduleJob("* * * * *", () => sample());
  await work();
  job.cancel();
}
`,
    clean: `
import { scheduleJob } from "node-schedule";

export async function sampleDuring(sample: () => void, work: () => Promise<void>): Promise<void> {
  const job = scheduleJob("* * * * *", () => sample());
  try {
    await work();
  } finally {
    job.cancel();
  }
}
`,
  },
  {
    id: "cron/job",
    noun: "a scheduled job",
    acquire: call(exported("cron", "CronJob.from")),
    handle: result,
    releases: methods("stop"),
    heldBy: "process",
    longLived: true,
    reason: "A started job keeps its timer until it is stopped.",
    docs: "https://github.com/kelektiv/node-cron#cronjob-class",
    leaking: `
import { CronJob } from "cron";

export async function sampleDuring(sample: () => void, work: () => Promise<void>): Promise<void> {
  const job = CronJob.from({ cronTime: "* * * * *", onTick: () => sample(), start: true });
  await work();
  await job.stop();
}
`,
    clean: `
import { CronJob } from "cron";

export async function sampleDuring(sample: () => void, work: () => Promise<void>): Promise<void> {
  const job = CronJob.from({ cronTime: "* * * * *", onTick: () => sample(), start: true });
  try {
    await work();
  } finally {
    await job.stop();
  }
}
`,
  },
  {
    id: "piscina/pool",
    noun: "a worker pool",
    acquire: construct(oneOf(exported("piscina", "Piscina"), exported("piscina", "default"))),
    handle: result,
    releases: methods("destroy", "close", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps its threads until it is destroyed.",
    docs: "https://piscinajs.dev/api-reference/Methods/#destroy",
    leaking: `
import { Piscina } from "piscina";

export async function computeAll(filename: string, inputs: readonly number[]): Promise<unknown[]> {
  const pool = new Piscina({ filename });
  const outputs = await Promise.all(inputs.map((input) => pool.run(input)));
  await pool.destroy();
  return outputs;
}
`,
    clean: `
import { Piscina } from "piscina";

export async function computeAll(filename: string, inputs: readonly number[]): Promise<unknown[]> {
  const pool = new Piscina({ filename });
  try {
    return await Promise.all(inputs.map((input) => pool.run(input)));
  } finally {
    await pool.destroy();
  }
}
`,
  },
  {
    id: "tinypool/pool",
    noun: "a worker pool",
    acquire: construct(oneOf(exported("tinypool", "Tinypool"), exported("tinypool", "default"))),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps its threads until it is destroyed.",
    docs: "https://github.com/tinylibs/tinypool#readme",
    leaking: `
import { Tinypool } from "tinypool";

export async function compute(filename: string, input: number): Promise<unknown> {
  const pool = new Tinypool({ filename });
  const output = await pool.run(input);
  await pool.destroy();
  return output;
}
`,
    clean: `
import { Tinypool } from "tinypool";

export async function compute(filename: string, input: number): Promise<unknown> {
  const pool = new Tinypool({ filename });
  try {
    return await pool.run(input);
  } finally {
    await pool.destroy();
  }
}
`,
  },
  {
    id: "node-pty/terminal",
    noun: "a child terminal",
    acquire: call(exported("node-pty", "spawn")),
    handle: result,
    releases: methods("kill"),
    heldBy: "process",
    endsByItself: true,
    reason: "A shell that waits for input runs until it is killed.",
    docs: "https://github.com/microsoft/node-pty#readme",
    leaking: `
import { spawn } from "node-pty";

export async function withShell(work: (write: (text: string) => void) => Promise<void>): Promise<void> {
  const shell = spawn("bash", [], {});
  await work((text) => shell.write(text));
  shell.kill();
}
`,
    clean: `
import { spawn } from "node-pty";

export async function withShell(work: (write: (text: string) => void) => Promise<void>): Promise<void> {
  const shell = spawn("bash", [], {});
  try {
    await work((text) => shell.write(text));
  } finally {
    shell.kill();
  }
}
`,
  },
];
