/** How much of other files is read for one linted file. */

/** In characters. It counts what is looked at, read before or not, so that no answer hangs on what was linted earlier. */
const MOST_TEXT = 200_000;

/** What may be read for one linted file; beyond it, whatever is asked of its project is unknown. */
export class Allowance {
  readonly #read = new Set<string>();
  #text = 0;
  #isSpent = false;

  /** Whether something was asked for and not allowed: nothing that was found since is complete. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Whether a file of that length may be read; what was read once may be read again. */
  allows(path: string, length: number): boolean {
    if (this.#isSpent || this.#read.has(path)) return !this.#isSpent;
    this.#isSpent = this.#text + length > MOST_TEXT;
    if (this.#isSpent) return false;
    this.#read.add(path);
    this.#text += length;
    return true;
  }
}
