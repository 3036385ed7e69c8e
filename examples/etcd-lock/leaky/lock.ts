import { randomUUID } from "node:crypto";

import type { Client } from "./client.ts";
import type { Context } from "./context.ts";

export type Unlock = () => Promise<void>;

/** A lock held by whoever created the oldest key under its prefix; the others queue behind it. */
export class Lock {
  private readonly client: Client;
  private readonly prefix: string;

  constructor(client: Client, prefix: string) {
    this.client = client;
    this.prefix = prefix;
  }

  /** Waits for the lock until the context ends; what it gives unlocks. */
  async tryLock(ctx: Context): Promise<Unlock> {
    const key = `${this.prefix}/${randomUUID()}`;
    const unlock = () => this.client.delete(key);
    try {
      const { createRevision } = await this.client.put(ctx, key, "");
      await this.waitForTurn(ctx, createRevision);
    } catch (error) {
      await unlock();
      throw error;
    }
    return unlock;
  }

  private async waitForTurn(ctx: Context, revision: number): Promise<void> {
    for (;;) {
      const predecessor = await this.findPredecessor(ctx, revision);
      if (predecessor === undefined) return;
      const watcher = this.client.watch(ctx, predecessor);
      await watcher.deleted(ctx);
      watcher.close();
    }
  }

  private async findPredecessor(ctx: Context, revision: number): Promise<string | undefined> {
    const entries = await this.client.list(ctx, `${this.prefix}/`);
    const older = entries.filter((entry) => entry.createRevision < revision);
    return older.sort((a, b) => b.createRevision - a.createRevision)[0]?.key;
  }
}
