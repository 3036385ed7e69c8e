/** Timers on virtual time. What is armed is a root: nothing has to refer to it. */
import type { Holder, Holdings } from "./holdings.ts";

interface Armed {
  due: number;
  readonly period: number | undefined;
  readonly callback: () => unknown;
  readonly thing: number;
}

export class Clock implements Holder {
  #now = 0;
  readonly #armed = new Map<object, Armed>();
  readonly #holdings: Holdings;
  readonly #isBroken: boolean;

  constructor(holdings: Holdings, isBroken: boolean) {
    this.#holdings = holdings;
    holdings.root(this);
    this.#isBroken = isBroken;
  }

  /** The calls that an application names. */
  get calls(): Readonly<Record<string, unknown>> {
    const clear = (timer: object): void => {
      if (!this.#isBroken) this.#armed.delete(timer);
    };
    return {
      setInterval: (callback: () => unknown, period: number) => this.#arm(callback, period, period),
      setTimeout: (callback: () => unknown, delay: number) => this.#arm(callback, delay, undefined),
      clearInterval: clear,
      clearTimeout: clear,
    };
  }

  /** Lets time pass and runs what is due by then, in the order of its time. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (let due = this.#due(); due.length > 0; due = this.#due()) {
      for (const timer of due) this.#run(timer);
    }
  }

  held(): Iterable<number> {
    return [...this.#armed.values()].map(({ thing }) => thing);
  }

  #arm(callback: () => unknown, delay: number, period: number | undefined): object {
    const timer = { unref: () => timer, ref: () => timer };
    this.#armed.set(timer, { due: this.#now + delay, period, callback, thing: this.#holdings.take() });
    return timer;
  }

  /** The timers that are due, the earliest first. */
  #due(): readonly object[] {
    const due: object[] = [];
    for (const [timer, armed] of this.#armed) if (armed.due <= this.#now) due.push(timer);
    return due.length < 2 ? due : due.sort((one, other) => this.#dueOf(one) - this.#dueOf(other));
  }

  #dueOf(timer: object): number {
    return this.#armed.get(timer)?.due ?? 0;
  }

  #run(timer: object): void {
    const armed = this.#armed.get(timer);
    if (armed === undefined) return;
    if (armed.period === undefined) this.#armed.delete(timer);
    else armed.due += armed.period;
    armed.callback();
  }
}
