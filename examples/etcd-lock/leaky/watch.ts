import { EventEmitter, once } from "node:events";

import type { Context } from "./context.ts";
import type { Server } from "./server.ts";

/** Follows one key. */
export class Watcher implements Disposable {
  readonly key: string;
  private readonly events = new EventEmitter();
  private readonly onClose: (watcher: Watcher) => void;

  constructor(key: string, onClose: (watcher: Watcher) => void) {
    this.key = key;
    this.onClose = onClose;
  }

  /** Resolves when the key is deleted; rejects when the context ends first. */
  async deleted(ctx: Context): Promise<void> {
    try {
      await once(this.events, "delete", { signal: ctx.signal });
    } catch (error) {
      throw ctx.done ? ctx.signal.reason : error;
    }
  }

  notifyDeleted(): void {
    this.events.emit("delete");
  }

  close(): void {
    this.onClose(this);
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** One connection to the server, shared by its watchers; it ends with the last of them. */
export class WatchStream implements Disposable {
  private readonly watchers = new Set<Watcher>();
  private readonly server: Server;
  private readonly onEnd: () => void;
  private readonly disconnect: () => void;

  constructor(server: Server, onEnd: () => void) {
    this.server = server;
    this.onEnd = onEnd;
    this.disconnect = server.connect((event) => {
      if (event.kind === "delete") this.notifyDeleted(event.key);
    });
  }

  watch(key: string): Watcher {
    const watcher = new Watcher(key, (closed) => this.remove(closed));
    this.watchers.add(watcher);
    if (!this.server.has(key)) queueMicrotask(() => watcher.notifyDeleted());
    return watcher;
  }

  close(): void {
    this.disconnect();
    this.watchers.clear();
    this.onEnd();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  private remove(watcher: Watcher): void {
    const removed = this.watchers.delete(watcher);
    if (removed && this.watchers.size === 0) this.close();
  }

  private notifyDeleted(key: string): void {
    for (const watcher of this.watchers) {
      if (watcher.key === key) watcher.notifyDeleted();
    }
  }
}
