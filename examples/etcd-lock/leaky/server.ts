import { setTimeout as sleep } from "node:timers/promises";

export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly createRevision: number;
}

export interface ServerEvent {
  readonly kind: "put" | "delete";
  readonly key: string;
}

type Listener = (event: ServerEvent) => void;

const LATENCY_MS = 2;

/** A key-value server in the same process, with the little of etcd that a lock queue needs. */
export class Server {
  private readonly entries = new Map<string, Entry>();
  private readonly listeners = new Set<Listener>();
  private revision = 0;

  async put(key: string, value: string): Promise<Entry> {
    await sleep(LATENCY_MS);
    this.revision += 1;
    const createRevision = this.entries.get(key)?.createRevision ?? this.revision;
    const entry = { key, value, createRevision };
    this.entries.set(key, entry);
    this.publish({ kind: "put", key });
    return entry;
  }

  async delete(key: string): Promise<void> {
    await sleep(LATENCY_MS);
    if (!this.entries.delete(key)) return;
    this.revision += 1;
    this.publish({ kind: "delete", key });
  }

  async list(prefix: string): Promise<Entry[]> {
    await sleep(LATENCY_MS);
    return [...this.entries.values()].filter((entry) => entry.key.startsWith(prefix));
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  /** Opens a stream of events; the answer closes it. */
  connect(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private publish(event: ServerEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
