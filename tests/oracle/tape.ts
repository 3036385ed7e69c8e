/** The choices of one run: those of a beginning that is given, then the first of each, written down for the next run. */

/** More choices than this in one run, and the rest of them are not tried. */
const MOST_CHOICES = 60;

export class Tape {
  readonly #given: readonly number[];
  readonly #made: { readonly chosen: number; readonly of: number }[] = [];

  constructor(given: readonly number[] = []) {
    this.#given = given;
  }

  /** One of the numbers from 0 up to, not including, `count`; 0 is always the calmest. */
  choose(count: number): number {
    if (this.#made.length >= MOST_CHOICES) return 0;
    const chosen = this.#given[this.#made.length] ?? 0;
    this.#made.push({ chosen, of: count });
    return chosen;
  }

  /** The beginning of the next run that takes a way no run has taken; undefined after the last. */
  next(): number[] | undefined {
    const last = this.#made.findLastIndex(({ chosen, of }) => chosen + 1 < of);
    const step = this.#made[last];
    return step === undefined ? undefined : [...this.#made.slice(0, last).map(({ chosen }) => chosen), step.chosen + 1];
  }
}
