/**
 * An application while it is being written: the parts of its owner, and what stands beside it. In the text `$role` is a
 * name that is drawn later, `@` the way to the owner's own state (`this.` or nothing), and `⇑` a declaration that other
 * files may import.
 */
import type { Plan } from "./plan.ts";

/** What the owner is made with, the owner, what is made with it, and what drives them. */
export type Home = "below" | "owner" | "entry" | "above";

/** Something that is declared at the top level of a file. */
export interface Unit {
  /** What other units name it by. */
  readonly declares: readonly string[];
  readonly text: string;
  /** Which file it stands in when there are several. */
  readonly home: Home;
}

export interface Draft {
  readonly plan: Plan;
  /** State of the owner, each with what it begins with. */
  readonly fields: Map<string, string>;
  readonly parameters: Set<string>;
  /** Statements that make the owner, begin and end the work on a request, end it whatever happens, and end the owner. */
  readonly make: string[];
  readonly work: string[];
  readonly afterWork: string[];
  readonly lastly: string[];
  readonly end: string[];
  /** Statements of the method that is told when a request is over. */
  readonly finish: string[];
  /** Statements of the function that the work gives back, if it does. */
  returned: readonly string[] | undefined;
  /** Methods besides: their parameters, then their statements. */
  readonly methods: Map<string, readonly string[]>;
  readonly units: Map<string, Unit>;
}

/** An application of which nothing is written. */
export function emptyDraft(plan: Plan): Draft {
  return { plan, fields: new Map(), parameters: new Set(), make: [], work: [], afterWork: [], lastly: [], end: [], finish: [], returned: undefined, methods: new Map(), units: new Map() };
}
