/** What one run acquired, and what became of it. */
import type { Cause } from "./writer.ts";

interface Held {
  readonly site: number;
  isReleased: boolean;
  isGiven: boolean;
  readonly causes: Set<Cause>;
}

export interface Leak {
  readonly site: number;
  /** Where the handle passed something that the engine does not look through. */
  readonly causes: ReadonlySet<Cause>;
}

export class Ledger {
  readonly #held = new Map<unknown, Held>();
  readonly #ofRun = new Set<Cause>();

  acquired<Value>(site: number, handle: Value): Value {
    this.#held.set(handle, { site, isReleased: false, isGiven: false, causes: new Set() });
    return handle;
  }

  released(handle: unknown): void {
    const held = this.#held.get(handle);
    if (held !== undefined) held.isReleased = true;
  }

  /** Somebody else owns the value from here, and all that it holds. */
  given<Value>(value: Value): Value {
    const held = this.#held.get(value);
    if (held !== undefined) held.isGiven = true;
    else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) this.given(part);
    return value;
  }

  mark(cause: Cause, handles: readonly unknown[]): void {
    for (const handle of handles) this.#held.get(handle)?.causes.add(cause);
  }

  /** What is held from here on is lost, if it is, by what nothing in the code shows. */
  markHeld(cause: Cause): void {
    for (const held of this.#held.values()) if (!held.isReleased && !held.isGiven) held.causes.add(cause);
  }

  /** Whatever this run leaks is lost by this. */
  markRun(cause: Cause): void {
    this.#ofRun.add(cause);
  }

  get sites(): readonly number[] {
    return [...this.#held.values()].map(({ site }) => site);
  }

  get leaks(): readonly Leak[] {
    return [...this.#held.values()].flatMap(({ site, isReleased, isGiven, causes }) => (isReleased || isGiven ? [] : [{ site, causes: new Set([...causes, ...this.#ofRun]) }]));
  }
}
