/**
 * A bound on work, counted in steps and not by the clock, so that the answer is the same on every machine. What shares
 * one bound is cut off together: the handles of one function, however many they are.
 */
export class Work {
  private left: number;

  constructor(limit: number) {
    this.left = limit;
  }

  /** Takes steps away; answers whether they were still there. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
}
