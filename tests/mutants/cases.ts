/** A case of an operator. */
export interface Case {
  readonly id: string;
  readonly source: string;
  /** What the mutant holds, white space made equal. */
  readonly fragment: string;
  /** Sources that the operator leaves alone. */
  readonly leaves: readonly string[];
}
