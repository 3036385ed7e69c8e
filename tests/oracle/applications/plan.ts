/** What an application is made of, as plain data: how it is written down is the business of others. */

export type OwnerForm = "class" | "prototype" | "factory" | "module" | "effect";

/** A thing begins when its owner is made and goes with it, or begins with a request and goes with that. */
export type Cycle = "owner" | "request";

export type Made = "once" | "each round" | "in a loop";

/** Who ends the owner, or for things of a request, who says that the request is over. */
export type Ended = "maker" | "sibling" | "event" | "other file" | "never";

export type ThingKind = "listener" | "page listener" | "interval" | "rearmed timeout" | "one-shot timeout" | "subscription" | "watch" | "map" | "set" | "record" | "array";

/** What is listened to: made by the owner, handed to it, of a module of the application, or there before it. */
export type Target = "own" | "given" | "module" | "platform";

/** Where a collection is kept. */
export type Container = "local" | "owner" | "module";

export type KeyForm = "id" | "kind" | "lowered" | "joined" | "printed" | "serialized" | "object";

export type HandlerForm = "arrow" | "bound" | "function";

/** How a thing goes. */
export type Removal =
  | "end" | "bag" | "signal"
  | "after" | "finally" | "event" | "method" | "other file" | "expiry" | "periodic" | "bound" | "returned" | "before again"
  | "weak" | "once" | "by itself" | "wholesale" | "none";

/** Whether the removal meets what it is meant for. */
export type Aim =
  | "exact" | "missing" | "other function" | "fresh bind" | "other event" | "other key" | "normalized on one side" | "printed again"
  | "other handle" | "event that never comes" | "only warns" | "never flushed" | "dropped" | "finish instead of close";

/** What stands between the beginning and the end of the work on a request. */
export type Middle = "nothing" | "load" | "return" | "impossible return" | "check" | "safe check";

export interface ThingPlan {
  readonly kind: ThingKind;
  readonly target: Target;
  readonly container: Container;
  readonly key: KeyForm;
  readonly handler: HandlerForm;
  readonly removal: Removal;
  readonly aim: Aim;
  /** Whether the removal is done by a function for it. */
  readonly byHelper: boolean;
  /** Whether a second start is kept from happening. */
  readonly isGuarded: boolean;
  /** Whether what is subscribed to keeps its subscribers. */
  readonly sourceKeeps: boolean;
}

export interface Plan {
  readonly owner: OwnerForm;
  readonly cycle: Cycle;
  readonly made: Made;
  readonly ended: Ended;
  /** Whether what the owner is given outlives it. */
  readonly givenOutlives: boolean;
  /** Whether the owner has an end that empties its collections, though its things end before. */
  readonly hasTeardown: boolean;
  readonly middle: Middle;
  readonly workFails: boolean;
  /** Whether the thing at stake is put in by a method `register`, whoever calls it. */
  readonly registers: boolean;
  /** Whether the registration is called for a fixed list when the program starts, in place of for each request. */
  readonly atStart: boolean;
  /** Over how many files the parts are spread. */
  readonly files: number;
  /** The first thing is the one at stake; the others are released. */
  readonly things: readonly ThingPlan[];
}

/** The questions of docs, one of which a leaking application answers otherwise than its clean twin. */
export const QUESTIONS = ["real", "unreleased", "owned", "outlives", "repeats", "unmeant", "reachable"] as const;
export type Question = (typeof QUESTIONS)[number];

/** A plan, and the one thing in it by which a leaking application and its clean twin differ. */
export interface Shape {
  readonly plan: Plan;
  readonly difference: string;
  readonly atStake: Question;
  readonly leaks: boolean;
}

const ENTRIES: ReadonlySet<ThingKind> = new Set<ThingKind>(["map", "set", "record", "array"]);

/** Whether a thing is an element of a collection. */
export function isElement(kind: ThingKind): boolean {
  return ENTRIES.has(kind);
}

/** The differences that are about the key of an entry. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(["other key", "normalized on one side", "printed again", "serialized again"]);

export type Family = "keys" | "collections" | "resources";

/** The family of defects that a difference about a thing belongs to. */
export function defectFamily(difference: string, kind: ThingKind): Family {
  if (!isElement(kind)) return "resources";
  return ABOUT_KEYS.has(difference) ? "keys" : "collections";
}
