import type { Context } from "./context.ts";
import type { Entry, Server } from "./server.ts";
import { WatchStream, type Watcher } from "./watch.ts";

/** The program's one connection to the key-value server. */
export class Client {
  private readonly server: Server;
  private readonly streams = new Map<string, WatchStream>();

  constructor(server: Server) {
    this.server = server;
  }

  get streamCount(): number {
    return this.streams.size;
  }

  async put(ctx: Context, key: string, value: string): Promise<Entry> {
    ctx.signal.throwIfAborted();
    return await this.server.put(key, value);
  }

  async list(ctx: Context, prefix: string): Promise<Entry[]> {
    ctx.signal.throwIfAborted();
    return await this.server.list(prefix);
  }

  async delete(key: string): Promise<void> {
    await this.server.delete(key);
  }

  /** Watches `key` on the stream of the context's namespace; the caller closes the watcher. */
  watch(ctx: Context, key: string): Watcher {
    const streamKey = ctx.namespace;
    let stream = this.streams.get(streamKey);
    if (stream === undefined) {
      stream = new WatchStream(this.server, () => this.closeStream(streamKey));
      this.streams.set(streamKey, stream);
    }
    return stream.watch(key);
  }

  close(): void {
    for (const stream of this.streams.values()) stream.close();
    this.streams.clear();
  }

  private closeStream(streamKey: string): void {
    this.streams.delete(streamKey);
  }
}
