export class DeadlineExceeded extends Error {
  override readonly name = "DeadlineExceeded";

  constructor() {
    super("context deadline exceeded");
  }
}

/** Carries a deadline and the namespace of a request from the caller down to the server. */
export class Context {
  readonly namespace: string;
  readonly deadline: number;
  private readonly parent: Context | undefined;
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout | undefined;

  private constructor(namespace: string, deadline: number, parent?: Context) {
    this.namespace = namespace;
    this.deadline = deadline;
    this.parent = parent;
    if (parent === undefined) return;
    this.timer = setTimeout(() => this.abort(new DeadlineExceeded()), deadline - Date.now());
    if (parent.done) this.abort(parent.signal.reason);
    else parent.signal.addEventListener("abort", () => this.abort(parent.signal.reason), { once: true, signal: this.signal });
  }

  static background(namespace: string): Context {
    return new Context(namespace, Number.POSITIVE_INFINITY);
  }

  /** A child that ends after `ms`, or with its parent if that comes first. */
  withTimeout(ms: number): Context {
    return new Context(this.namespace, Math.min(this.deadline, Date.now() + ms), this);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get done(): boolean {
    return this.signal.aborted;
  }

  cancel(): void {
    this.abort(new Error("context canceled"));
  }

  toString(): string {
    if (this.parent === undefined) return `background(${this.namespace})`;
    const deadline = new Date(this.deadline).toISOString();
    return `${this.parent}.withDeadline(${deadline} [${this.deadline - Date.now()} ms])`;
  }

  private abort(reason: unknown): void {
    clearTimeout(this.timer);
    this.controller.abort(reason);
  }
}
