/** The lattice of a handle's state: the set of states it may be in, joined by union. */
import type { Lattice } from "../../flow/lattice.ts";

/** A set of states, as bits. */
export type Typestate = number;

/** Not acquired on this path. */
export const ABSENT: Typestate = 1;
/** Acquired, and owed a release. */
export const HELD: Typestate = 2;
/** Released, or owned by somebody else. */
export const SETTLED: Typestate = 4;
/** Still acquired, but no variable has the handle any more. */
export const LOST: Typestate = 8;

export const typestates: Lattice<Typestate> = {
  bottom: 0,
  join: (one, other) => one | other,
  equals: (one, other) => one === other,
};
