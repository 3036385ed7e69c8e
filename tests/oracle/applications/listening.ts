/** What can be listened to: emitters as Node has them, event targets as the DOM has them, and signals that end listening. */
import type { Holder, Holdings } from "./holdings.ts";

type Listener = (...values: readonly unknown[]) => unknown;

interface Listening {
  readonly event: string;
  readonly listener: Listener;
  readonly isOnce: boolean;
  readonly thing: number;
}

/** The parts that can be broken on purpose, to see that the oracle notices. */
export type BreakablePart = "clearInterval" | "removeListener" | "removeEventListener" | "once" | "abort";

interface Emitter {
  emit(event: string, ...values: readonly unknown[]): boolean;
}

export type EmitterClass = new () => Emitter;

/** Makes the emitter class of one application. */
export function emitterClass(holdings: Holdings, broken: ReadonlySet<BreakablePart>): EmitterClass {
  return class EventEmitter implements Holder {
    #listening: Listening[] = [];
    #isWatched = false;

    on(event: string, listener: Listener): this {
      return this.#add(event, listener, false);
    }

    addListener(event: string, listener: Listener): this {
      return this.#add(event, listener, false);
    }

    once(event: string, listener: Listener): this {
      return this.#add(event, listener, !broken.has("once"));
    }

    off(event: string, listener: Listener): this {
      if (broken.has("removeListener")) return this;
      const index = this.#listening.findLastIndex((known) => known.event === event && known.listener === listener);
      if (index >= 0) this.#listening = this.#listening.toSpliced(index, 1);
      return this;
    }

    removeListener(event: string, listener: Listener): this {
      return this.off(event, listener);
    }

    removeAllListeners(event?: string): this {
      if (!broken.has("removeListener")) this.#listening = this.#listening.filter((known) => event !== undefined && known.event !== event);
      return this;
    }

    setMaxListeners(): this {
      return this;
    }

    emit(event: string, ...values: readonly unknown[]): boolean {
      if (this.#listening.length === 0) return false;
      if (this.#listening.length === 0) return false;
      const called = this.#listening.filter((known) => known.event === event);
      if (called.some(({ isOnce }) => isOnce)) this.#listening = this.#listening.filter((known) => !known.isOnce || known.event !== event);
      for (const { listener } of called) listener.call(this, ...values);
      return called.length > 0;
    }

    held(): Iterable<number> {
      return this.#listening.map(({ thing }) => thing);
    }

    #add(event: string, listener: Listener, isOnce: boolean): this {
      const thing = holdings.take();
      this.#listening.push({ event, listener, isOnce, thing });
      // Most emitters are requests that nothing of note listens to, and a weak reference costs more than all else.
      if (thing !== 0 && !this.#isWatched) holdings.watch(this);
      this.#isWatched ||= thing !== 0;
      return this;
    }
  };
}

interface Signal {
  aborted: boolean;
  readonly ends: (() => void)[];
}

/** Makes the class of controllers whose signals end listening. */
export function controllerClass(broken: ReadonlySet<BreakablePart>): new () => { readonly signal: Signal; abort(): void } {
  return class AbortController {
    readonly signal: Signal = { aborted: false, ends: [] };

    abort(): void {
      if (broken.has("abort")) return;
      this.signal.aborted = true;
      for (const end of this.signal.ends.splice(0)) end();
    }
  };
}

interface ListeningOptions {
  readonly once?: boolean;
  readonly signal?: Signal;
}

interface Target {
  dispatchEvent(event: { readonly type: string }): boolean;
}

/** Makes the class of event targets of one application. */
export function targetClass(holdings: Holdings, broken: ReadonlySet<BreakablePart>): new () => Target {
  return class EventTarget implements Holder {
    #listening: Listening[] = [];
    #isWatched = false;

    addEventListener(event: string, listener: Listener, { once: isOnce = false, signal }: ListeningOptions = {}): void {
      const thing = holdings.take();
      if (this.#listening.some((known) => known.event === event && known.listener === listener)) return;
      const listening: Listening = { event, listener, isOnce: isOnce && !broken.has("once"), thing };
      this.#listening.push(listening);
      if (!this.#isWatched) holdings.watch(this);
      this.#isWatched = true;
      signal?.ends.push(() => {
        this.#listening = this.#listening.filter((known) => known !== listening);
      });
    }

    removeEventListener(event: string, listener: Listener): void {
      if (broken.has("removeEventListener")) return;
      this.#listening = this.#listening.filter((known) => known.event !== event || known.listener !== listener);
    }

    held(): Iterable<number> {
      return this.#listening.map(({ thing }) => thing);
    }

    dispatchEvent(event: { readonly type: string }): boolean {
      const called = this.#listening.filter((known) => known.event === event.type);
      if (called.some(({ isOnce }) => isOnce)) this.#listening = this.#listening.filter((known) => !known.isOnce || known.event !== event.type);
      for (const { listener } of called) listener.call(this, event);
      return called.length > 0;
    }
  };
}
