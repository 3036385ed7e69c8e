/**
 * What facts an analysis computes with. `join` is commutative, associative and idempotent, `bottom` is neutral to it,
 * and joining one fact with others again and again comes to rest: there is no endless chain of ever larger facts.
 */
export interface Lattice<Fact> {
  /** The fact of a place that no path reaches. */
  readonly bottom: Fact;
  /** What holds where two paths meet. */
  join(a: Fact, b: Fact): Fact;
  equals(a: Fact, b: Fact): boolean;
}
