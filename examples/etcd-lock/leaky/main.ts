import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { Client } from "./client.ts";
import { Context } from "./context.ts";
import { Lock } from "./lock.ts";
import { Server } from "./server.ts";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "4" },
    every: { type: "string", default: "1000" },
  },
});
const runMs = Number(options.seconds) * 1000;
const sampleMs = Number(options.every);

const WORKERS = 5;
const HOLD_MS = 40;
const PATIENCE_MS = 120;

const client = new Client(new Server());
const lock = new Lock(client, "orders");
let taken = 0;
let timedOut = 0;

async function work(root: Context): Promise<void> {
  while (!root.done) {
    const ctx = root.withTimeout(PATIENCE_MS);
    try {
      const unlock = await lock.tryLock(ctx);
      taken += 1;
      try {
        await sleep(HOLD_MS);
      } finally {
        await unlock();
      }
    } catch (error) {
      if (!ctx.done) throw error;
      timedOut += 1;
    } finally {
      ctx.cancel();
    }
  }
}

async function sample(root: Context): Promise<void> {
  const start = Date.now();
  for (let due = sampleMs; due <= runMs; due += sampleMs) {
    await sleep(Math.max(0, start + due - Date.now()));
    print(`after ${due / 1000} s`);
  }
  root.cancel();
}

function print(moment: string): void {
  console.log(`${moment}: streams ${client.streamCount}, locks taken ${taken}, timed out ${timedOut}`);
}

const root = Context.background("shop").withTimeout(runMs + sampleMs);
await Promise.all([sample(root), ...Array.from({ length: WORKERS }, () => work(root))]);
print("at the end");
client.close();
