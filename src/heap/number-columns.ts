/** Receives the numbers of a list of a snapshot, one after the other, and puts each into the column of its field. */
import { UnreadableHeapFile } from "./unreadable.ts";

/** The target of a list of numbers. */
export interface NumberSink {
  put(value: number): void;
}

type Column = Uint8Array | Uint32Array;

/** Rows of so many fields; fields without a column are passed over. Throws where there are more rows than were announced. */
export class RowSink implements NumberSink {
  readonly #columns: readonly (Column | undefined)[];
  readonly #rows: number;
  #row = 0;
  #field = 0;

  constructor(columns: readonly (Column | undefined)[], rows: number) {
    this.#columns = columns;
    this.#rows = rows;
  }

  put(value: number): void {
    const column = this.#columns[this.#field];
    if (column !== undefined) column[this.#row] = value;
    this.#field += 1;
    if (this.#field < this.#columns.length) return;
    this.#field = 0;
    this.#row += 1;
    if (this.#row > this.#rows) throw new UnreadableHeapFile("lists more than it announces; it is damaged, take it again");
  }

  /** Whether every announced row has come. */
  get isFull(): boolean {
    return this.#row === this.#rows && this.#field === 0;
  }
}

/** A list that announces no length. */
export class ListSink implements NumberSink {
  readonly values: number[] = [];

  put(value: number): void {
    this.values.push(value);
  }
}

const ZERO = 0x30;
const NINE = 0x39;
const CLOSING_BRACKET = 0x5d;

/** Reads the digits of a list that comes in pieces. */
export class NumberReader {
  readonly #sink: NumberSink;
  #value = 0;
  #isInside = false;

  constructor(sink: NumberSink) {
    this.#sink = sink;
  }

  /** Reads from `at` on; answers the place behind the bracket that ends the list, or -1 where it goes on in the next piece. */
  read(bytes: Uint8Array, at: number): number {
    const sink = this.#sink;
    let value = this.#value;
    let isInside = this.#isInside;
    for (let index = at; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (byte >= ZERO && byte <= NINE) {
        value = value * 10 + byte - ZERO;
        isInside = true;
        continue;
      }
      if (isInside) sink.put(value);
      value = 0;
      isInside = false;
      if (byte === CLOSING_BRACKET) return index + 1;
    }
    this.#value = value;
    this.#isInside = isInside;
    return -1;
  }
}
