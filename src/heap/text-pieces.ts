/** Reads texts of a JSON file that comes in pieces: lists of strings, and values as a whole. */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** Bytes that are gathered until they make a text. */
class Gathered {
  #pieces: Uint8Array[] = [];
  size = 0;

  add(piece: Uint8Array): void {
    // Whoever reads the file may use the buffer again.
    this.#pieces.push(piece.slice());
    this.size += piece.length;
  }

  take(): string {
    const decoder = new TextDecoder();
    const text = this.#pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
    this.#pieces = [];
    this.size = 0;
    return text;
  }
}

/** So many bytes of strings are parsed at once: one after the other would take ten times as long. */
const BATCH = 1 << 20;

export class StringListReader {
  readonly strings: string[] = [];
  readonly #gathered = new Gathered();
  #isInside = false;
  #isEscaped = false;

  /** As `NumberReader.read`. Throws a `SyntaxError` for what is no list of strings. */
  read(bytes: Uint8Array, at: number): number {
    let from = at;
    for (let index = at; index < bytes.length; index += 1) {
      const byte = bytes[index] as number;
      if (this.#isInside) this.#step(byte);
      else if (byte === QUOTE) this.#isInside = true;
      else if (byte === OPENING_BRACKET) from = index + 1;
      else if (byte === CLOSING_BRACKET) {
        this.#gathered.add(bytes.subarray(from, index));
        this.#parse();
        return index + 1;
      } else if (byte === COMMA && this.#gathered.size + index - from > BATCH) {
        this.#gathered.add(bytes.subarray(from, index));
        this.#parse();
        from = index + 1;
      }
    }
    this.#gathered.add(bytes.subarray(from));
    return -1;
  }

  #step(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isInside = false;
  }

  #parse(): void {
    for (const text of JSON.parse(`[${this.#gathered.take()}]`) as unknown[]) this.strings.push(String(text));
  }
}

/** Reads one value; keeps its text only where it is asked for. */
export class ValueReader {
  readonly #gathered: Gathered | undefined;
  #depth = 0;
  #isInside = false;
  #isEscaped = false;
  #hasBegun = false;

  constructor(isKept: boolean) {
    this.#gathered = isKept ? new Gathered() : undefined;
  }

  /** Answers the place behind the value, which for numbers and words is the comma or brace that follows; -1 where it goes on. */
  read(bytes: Uint8Array, at: number): number {
    for (let index = at; index < bytes.length; index += 1) {
      const end = this.#endAt(bytes[index] as number);
      if (end === undefined) continue;
      this.#gathered?.add(bytes.subarray(at, index + end));
      return index + end;
    }
    this.#gathered?.add(bytes.subarray(at));
    return -1;
  }

  takeText(): string {
    return this.#gathered?.take() ?? "";
  }

  /** 1 where the value ends with this byte, 0 where it ended before it. */
  #endAt(byte: number): 0 | 1 | undefined {
    if (this.#isInside) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) this.#isInside = false;
      return undefined;
    }
    if (byte === QUOTE) this.#isInside = true;
    else if (byte === OPENING_BRACE || byte === OPENING_BRACKET) this.#depth += 1;
    else if (this.#depth === 0 && this.#hasBegun && (byte === COMMA || byte === CLOSING_BRACE)) return 0;
    else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) {
      this.#depth -= 1;
      if (this.#depth <= 0) return 1;
    }
    this.#hasBegun = true;
    return undefined;
  }
}
