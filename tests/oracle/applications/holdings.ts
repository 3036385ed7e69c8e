/**
 * What an application holds, counted by thing. Whether a holder can still be reached is asked of the garbage collector:
 * closures, cycles and what a variable of a module keeps are all decided by the machine that would run the program in
 * earnest, and nothing here has to know how an application is written. Emitters, targets and collections are referred
 * to weakly; after a collection of garbage those that are left count with what they hold.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** A collection of an application, of which the elements count. */
type Collection = ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | readonly unknown[] | WeaklyKeyed | object;

/** What can hold things: it says of each that it holds which it is. */
export interface Holder {
  held(): Iterable<number>;
}

export class Holdings {
  #thing = 0;
  #holders: WeakRef<Holder>[] = [];
  readonly #roots: Holder[] = [];
  readonly #collections = new Map<number, WeakRef<object>[]>();

  /** Says which thing the next acquisition is; things are numbered from 1. */
  at(thing: number): void {
    this.#thing = thing;
  }

  /** The thing that is acquired now; 0 is none that counts. */
  take(): number {
    const thing = this.#thing;
    this.#thing = 0;
    return thing;
  }

  /** Counts what a holder holds as long as it can be reached. */
  watch(holder: Holder): void {
    this.#holders.push(new WeakRef(holder));
  }

  /** Counts what a holder holds that is always there. */
  root(holder: Holder): void {
    this.#roots.push(holder);
  }

  /** Counts the elements of a collection as long as it can be reached. */
  tracked<Value extends Collection>(thing: number, collection: Value): Value {
    const known = this.#collections.get(thing) ?? [];
    if (known.length === 0) this.#collections.set(thing, known);
    known.push(new WeakRef(collection));
    return collection;
  }

  /** How much of each thing is held, as far as the last collection of garbage has told. */
  count(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    const add = (thing: number, count: number): unknown => counts.set(thing, (counts.get(thing) ?? 0) + count);
    this.#holders = this.#holders.filter(isLeft);
    for (const holder of [...this.#roots, ...this.#holders.flatMap((reference) => reference.deref() ?? [])]) for (const thing of holder.held()) add(thing, 1);
    for (const [thing, collections] of this.#collections) {
      const left = collections.filter(isLeft);
      this.#collections.set(thing, left);
      for (const collection of left) add(thing, elementCount(collection.deref() ?? []));
    }
    return counts;
  }
}

/** A map whose keys are held by nobody; it knows how many of them are left. */
export class WeaklyKeyed extends WeakMap<object, unknown> {
  #keys: WeakRef<object>[] = [];

  override set(key: object, value: unknown): this {
    if (!this.has(key)) this.#keys.push(new WeakRef(key));
    return super.set(key, value);
  }

  get size(): number {
    this.#keys = this.#keys.filter(isLeft);
    return this.#keys.length;
  }
}

function isLeft(reference: WeakRef<object>): boolean {
  return reference.deref() !== undefined;
}

function elementCount(collection: object): number {
  if (Array.isArray(collection)) return collection.length;
  if (collection instanceof Map || collection instanceof Set || collection instanceof WeaklyKeyed) return collection.size;
  return Object.keys(collection).length;
}

let collect: (() => void) | undefined;

/** A weak reference that was made or asked keeps its object up to the end of the job: this waits for the next one. */
export async function nextJob(): Promise<void> {
  await new Promise(setImmediate);
}

/** Collects all garbage; to be called in a job that has touched no weak reference. */
export function collectGarbage(): void {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}
