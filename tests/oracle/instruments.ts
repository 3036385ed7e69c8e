/** The calls of a generated program, each of which goes well or fails as the tape says. */
import { Ledger } from "./ledger.ts";
import type { Tape } from "./tape.ts";
import type { Cause } from "./writer.ts";

/** A loop takes so many turns at most in one run. */
const MOST_TURNS = 2;

/** One for all: what a failure says is nobody's business, and a stack costs more than the run. */
const FAILURE = new Error("failed");

export interface Instruments {
  readonly ledger: Ledger;
  readonly calls: Readonly<Record<string, unknown>>;
  /** What a run is called with. */
  readonly settings: object;
  /** Functions that somebody else has, and may call when the run is over. */
  readonly handedOn: unknown[];
  /** Promises that nobody waits for. */
  readonly floating: Promise<unknown>[];
}

/**
 * Builds the calls of one run. A `blind` run is what the engine knows at least: it does not know inside of a function
 * whether a variable of another function, or what it is given, is empty, so what is empty may as well be there, and a test may come out either way.
 */
export function buildInstruments(tape: Tape, isBlind = false): Instruments {
  const ledger = new Ledger();
  const handedOn: unknown[] = [];
  const floating: Promise<unknown>[] = [];
  const mayFail = <Value>(value: Value): Value => {
    if (tape.choose(2) === 1) throw FAILURE;
    return value;
  };
  /** Fails where neither a name nor an `await` says so; the engine does not blame such a call. */
  const mayFailUnseen = <Value>(value: Value): Value => {
    if (tape.choose(2) === 0) return value;
    ledger.markHeld("failure nothing shows");
    throw FAILURE;
  };
  const turns = new Map<number, number>();
  const hasTurn = (id: number): boolean => {
    const taken = turns.get(id) ?? 0;
    if (taken >= MOST_TURNS || tape.choose(2) === 0) return false;
    turns.set(id, taken + 1);
    return true;
  };
  return {
    ledger,
    handedOn,
    floating,
    settings: buildSettings(tape),
    calls: {
      ...resourceCalls(ledger, mayFail, mayFailUnseen),
      console: { log: () => {} },
      tick: () => {},
      verify: () => mayFail(undefined),
      check: () => mayFail(tape.choose(2) === 0),
      load: () => settled(() => mayFail(undefined)),
      more: (id: number) => mayFailUnseen(hasTurn(id)),
      each: (id: number) => mayFailUnseen(hasTurn(id) ? (hasTurn(id) ? [1, 2] : [1]) : []),
      async *feed(id: number) {
        while (await settled(() => mayFailUnseen(hasTurn(id)))) yield 1;
      },
      give: (value: unknown) => mayFailUnseen(ledger.given(value)),
      given: (value: unknown) => ledger.given(value),
      later: (callback: unknown) => {
        handedOn.push(callback);
        mayFailUnseen(undefined);
      },
      mark(cause: Cause, handles: () => readonly unknown[], value: unknown) {
        ledger.mark(cause, handles());
        return value;
      },
      /** What is empty here fails where nothing in the code says so. */
      there(handle: unknown) {
        if (isEmpty(handle)) ledger.markHeld("failure nothing shows");
        return handle;
      },
      seen: (handle: unknown) => (isBlind && isEmpty(handle) && tape.choose(2) === 1 ? phantom(mayFail) : handle),
      perhaps: (handle: unknown) => (!isBlind || tape.choose(2) === 0 ? handle : isEmpty(handle) ? phantom(mayFail) : undefined),
      /** A test for undefined counts as one for truth, and what is null there is not told apart. */
      asked(handle: unknown, empty: unknown) {
        if (handle !== empty && isEmpty(handle)) ledger.markRun("empty in another way");
        return handle;
      },
      from(cause: Cause, handle: unknown) {
        ledger.mark(cause, [handle]);
        return handle;
      },
      float(promise: Promise<unknown>) {
        floating.push(promise.catch(() => {}));
      },
    },
  };
}

type MayFail = <Value>(value: Value) => Value;

function resourceCalls(ledger: Ledger, mayFail: MayFail, mayFailUnseen: MayFail): Record<string, unknown> {
  let descriptors = 1000;
  const close = (handle: unknown): void => {
    ledger.released(handle);
    mayFail(undefined);
  };
  return {
    openSync: (site: number) => ledger.acquired(mayFail(site), (descriptors += 1)),
    closeSync: close,
    writeSync: () => mayFail(undefined),
    setInterval: (_: unknown, site: number) => ledger.acquired(site, {}),
    clearInterval: (handle: unknown) => ledger.released(handle),
    openSession: (site: number) => {
      const end = (): void => {
        ledger.released(handle);
        mayFailUnseen(undefined);
      };
      const handle = { close: end, query: () => mayFailUnseen(undefined), [dispose]: end };
      return ledger.acquired(mayFailUnseen(site), handle);
    },
    open: (site: number) =>
      settled(() => {
        const closed = (): Promise<void> => settled(() => close(handle));
        const handle = { close: closed, sync: () => settled(() => mayFail(undefined)), [asyncDispose]: closed };
        return ledger.acquired(mayFail(site), handle);
      }),
    lock: (site: number) =>
      settled(() => {
        const unlock = (): Promise<void> => settled(() => close(unlock));
        return ledger.acquired(mayFail(site), unlock);
      }),
  };
}

function isEmpty(handle: unknown): boolean {
  return handle === null || handle === undefined;
}

/** A handle of no acquisition: it can be used and released as any other. */
function phantom(mayFail: MayFail): unknown {
  const act = (): Promise<void> | undefined => {
    mayFail(undefined);
    return undefined;
  };
  return Object.assign(act, { close: act, query: act, sync: act });
}

/** A promise of what the function gives, rejected where it throws. */
function settled<Value>(give: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    resolve(give());
  });
}

/** The object of settings: each is read as the tape says the first time, and the same from then on. */
function buildSettings(tape: Tape): object {
  const known = new Map<string, unknown>();
  const read = (name: string, values: readonly unknown[]): unknown => {
    if (!known.has(name)) known.set(name, values[tape.choose(values.length)]);
    return known.get(name);
  };
  return {
    get a() {
      return read("a", [true, false]);
    },
    get b() {
      return read("b", [true, false]);
    },
    get k() {
      return read("k", [1, 2, 3, undefined]);
    },
  };
}

const { dispose, asyncDispose } = Symbol as unknown as { readonly dispose: symbol; readonly asyncDispose: symbol };
