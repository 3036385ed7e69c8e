/**
 * The one thing by which a leaking application differs from its clean twin, and which of the seven questions that is:
 * a table of pairs. What both share is drawn from what a row allows.
 */
import { isElement, type Cycle, type Plan, type Question, type Removal, type ThingKind, type ThingPlan } from "./plan.ts";

type Side = Partial<Omit<Plan, "things">> & { readonly thing?: Partial<ThingPlan> };

export interface Difference {
  readonly name: string;
  readonly question: Question;
  readonly cycle: Cycle;
  readonly kinds: readonly ThingKind[];
  readonly removals: readonly Removal[];
  /** What both twins have, whatever is drawn. */
  readonly both?: Side;
  readonly clean: Side;
  readonly leaking: Side;
}

const LISTENERS: readonly ThingKind[] = ["listener", "page listener"];
const STOPPED: readonly ThingKind[] = [...LISTENERS, "interval", "rearmed timeout", "subscription", "watch"];
const NAMED: readonly ThingKind[] = ["map", "record"];
const KEYED: readonly ThingKind[] = [...NAMED, "set"];
const ENTRIES: readonly ThingKind[] = [...KEYED, "array"];
const IN_PLACE: readonly Removal[] = ["after", "finally", "event"];
const BY_REQUEST: readonly Removal[] = [...IN_PLACE, "method"];

const aim = (leaking: ThingPlan["aim"]): Pick<Difference, "clean" | "leaking"> => ({ clean: { thing: { aim: "exact" } }, leaking: { thing: { aim: leaking } } });

export const DIFFERENCES: readonly Difference[] = [
  // real
  { name: "weak keys", question: "real", cycle: "request", kinds: ["map"], removals: ["none"], both: { thing: { key: "object" } }, clean: { thing: { removal: "weak" } }, leaking: {} },
  { name: "runs once", question: "real", cycle: "request", kinds: ["interval"], removals: ["none"], clean: { thing: { kind: "one-shot timeout" } }, leaking: {} },
  { name: "runs once for its owner", question: "real", cycle: "owner", kinds: ["interval"], removals: ["none"], both: { made: "each round" }, clean: { thing: { kind: "one-shot timeout" } }, leaking: {} },
  { name: "source keeps nothing", question: "real", cycle: "request", kinds: ["subscription", "watch"], removals: ["none"], clean: { thing: { sourceKeeps: false } }, leaking: {} },
  { name: "source keeps nothing of the owner", question: "real", cycle: "owner", kinds: ["subscription", "watch"], removals: ["none"], both: { made: "each round" }, clean: { thing: { sourceKeeps: false } }, leaking: {} },
  // unreleased
  { name: "no removal at the end", question: "unreleased", cycle: "owner", kinds: STOPPED, removals: ["end", "bag"], ...aim("missing") },
  { name: "no removal of itself", question: "unreleased", cycle: "owner", kinds: ["map", "set"], removals: ["end"], ...aim("missing") },
  { name: "no abort", question: "unreleased", cycle: "owner", kinds: ["page listener"], removals: ["signal"], ...aim("missing") },
  { name: "no abort for the request", question: "unreleased", cycle: "request", kinds: ["page listener"], removals: ["signal"], ...aim("missing") },
  { name: "not emptied at the end", question: "unreleased", cycle: "owner", kinds: ["listener"], removals: ["wholesale"], ...aim("missing") },
  { name: "no removal for the request", question: "unreleased", cycle: "request", kinds: STOPPED, removals: [...BY_REQUEST, "expiry"], ...aim("missing") },
  { name: "no removal of the entry", question: "unreleased", cycle: "request", kinds: ENTRIES, removals: [...BY_REQUEST, "other file", "expiry"], ...aim("missing") },
  { name: "not before the next", question: "unreleased", cycle: "request", kinds: STOPPED.filter((kind) => kind !== "rearmed timeout" && kind !== "subscription" && kind !== "watch"), removals: ["before again"], both: { made: "once", thing: { handler: "arrow" } }, ...aim("missing") },
  { name: "never emptied", question: "unreleased", cycle: "request", kinds: ENTRIES, removals: ["periodic"], both: { thing: { container: "owner" } }, ...aim("missing") },
  { name: "other function", question: "unreleased", cycle: "owner", kinds: LISTENERS, removals: ["end"], both: { thing: { handler: "arrow" } }, ...aim("other function") },
  { name: "other function for the request", question: "unreleased", cycle: "request", kinds: LISTENERS, removals: IN_PLACE, both: { thing: { handler: "arrow" } }, ...aim("other function") },
  { name: "fresh bind", question: "unreleased", cycle: "owner", kinds: LISTENERS, removals: ["end"], both: { thing: { handler: "bound" } }, ...aim("fresh bind") },
  { name: "other event", question: "unreleased", cycle: "owner", kinds: LISTENERS, removals: ["end"], ...aim("other event") },
  { name: "other event for the request", question: "unreleased", cycle: "request", kinds: LISTENERS, removals: IN_PLACE, ...aim("other event") },
  { name: "other timer", question: "unreleased", cycle: "owner", kinds: ["interval"], removals: ["end"], ...aim("other handle") },
  { name: "other collection", question: "unreleased", cycle: "request", kinds: ENTRIES, removals: [...BY_REQUEST, "periodic"], both: { thing: { container: "owner" } }, ...aim("other handle") },
  { name: "event that never comes", question: "unreleased", cycle: "owner", kinds: LISTENERS, removals: ["once"], both: { thing: { handler: "arrow" } }, ...aim("event that never comes") },
  { name: "event of the request that never comes", question: "unreleased", cycle: "request", kinds: LISTENERS, removals: ["once", "by itself"], both: { thing: { handler: "arrow" } }, ...aim("event that never comes") },
  { name: "other key", question: "unreleased", cycle: "request", kinds: KEYED, removals: BY_REQUEST, both: { thing: { key: "id" } }, ...aim("other key") },
  { name: "normalized on one side", question: "unreleased", cycle: "request", kinds: KEYED, removals: BY_REQUEST, both: { thing: { key: "lowered" } }, ...aim("normalized on one side") },
  { name: "printed again", question: "unreleased", cycle: "request", kinds: KEYED, removals: IN_PLACE, both: { thing: { key: "printed" } }, ...aim("printed again") },
  { name: "serialized again", question: "unreleased", cycle: "request", kinds: KEYED, removals: ["finally", "event"], both: { middle: "load", thing: { key: "serialized" } }, ...aim("printed again") },
  { name: "not in finally", question: "unreleased", cycle: "request", kinds: [...STOPPED, ...ENTRIES], removals: ["finally"], both: { middle: "load", workFails: true }, clean: {}, leaking: { thing: { removal: "after" } } },
  // owned
  { name: "what is given back is dropped", question: "owned", cycle: "request", kinds: [...STOPPED, ...ENTRIES], removals: ["returned"], both: { middle: "nothing" }, ...aim("dropped") },
  { name: "who keeps it never ends it", question: "owned", cycle: "owner", kinds: STOPPED, removals: ["bag"], ...aim("never flushed") },
  // outlives
  { name: "own target", question: "outlives", cycle: "owner", kinds: LISTENERS, removals: ["none"], both: { made: "each round" }, clean: { thing: { target: "own" } }, leaking: { thing: { target: "module" } } },
  { name: "own target in the work", question: "outlives", cycle: "request", kinds: LISTENERS, removals: ["none"], clean: { thing: { target: "own" } }, leaking: { thing: { target: "platform" } } },
  { name: "collection of the call", question: "outlives", cycle: "request", kinds: ENTRIES, removals: ["none"], both: { made: "once" }, clean: { thing: { container: "local" } }, leaking: { thing: { container: "module" } } },
  { name: "owner for each request", question: "outlives", cycle: "request", kinds: ENTRIES, removals: ["none"], both: { thing: { container: "owner" } }, clean: { made: "each round" }, leaking: { made: "once" } },
  { name: "nobody ends the owner", question: "outlives", cycle: "owner", kinds: STOPPED, removals: ["end", "bag", "signal"], clean: {}, leaking: { ended: "never" } },
  { name: "nobody says that the request is over", question: "outlives", cycle: "request", kinds: [...STOPPED, ...ENTRIES], removals: ["method"], clean: {}, leaking: { ended: "never" } },
  { name: "what is given lives on", question: "outlives", cycle: "owner", kinds: LISTENERS, removals: ["none"], both: { made: "each round", thing: { target: "given" } }, clean: { givenOutlives: false }, leaking: { givenOutlives: true } },
  // repeats
  { name: "made once", question: "repeats", cycle: "owner", kinds: STOPPED, removals: ["none"], clean: { made: "once" }, leaking: { made: "each round" } },
  { name: "few keys", question: "repeats", cycle: "request", kinds: KEYED, removals: ["none"], both: { made: "once" }, clean: { thing: { key: "kind" } }, leaking: { thing: { key: "id" } } },
  { name: "guarded", question: "repeats", cycle: "request", kinds: STOPPED, removals: ["none"], both: { made: "once" }, clean: { thing: { isGuarded: true } }, leaking: {} },
  { name: "bounded by its size", question: "repeats", cycle: "request", kinds: ["map", "set", "array"], removals: ["bound"], both: { made: "once" }, ...aim("missing") },
  { name: "a bound that only warns", question: "repeats", cycle: "request", kinds: ["map", "set", "array"], removals: ["bound"], both: { made: "once" }, ...aim("only warns") },
  // unmeant
  { name: "registered at the start", question: "unmeant", cycle: "request", kinds: [...NAMED, "array", "listener"], removals: ["none"], both: { made: "once", registers: true }, clean: { atStart: true }, leaking: { atStart: false } },
  // reachable
  { name: "work that never fails", question: "reachable", cycle: "request", kinds: [...STOPPED, ...ENTRIES], removals: ["after"], both: { middle: "load" }, clean: { workFails: false }, leaking: { workFails: true } },
  { name: "a check that never fails", question: "reachable", cycle: "request", kinds: [...STOPPED, ...ENTRIES], removals: ["after", "method"], both: { ended: "maker" }, clean: { middle: "safe check" }, leaking: { middle: "check" } },
  { name: "a return that is never taken", question: "reachable", cycle: "request", kinds: [...STOPPED, ...ENTRIES], removals: ["after"], clean: { middle: "impossible return" }, leaking: { middle: "return" } },
  { name: "an event that comes every time", question: "reachable", cycle: "request", kinds: [...STOPPED, ...ENTRIES], removals: ["event"], ...aim("finish instead of close") },
];

/** Whether a kind of thing can be removed in a way. */
export function canBeRemoved(kind: ThingKind, removal: Removal, cycle: Cycle): boolean {
  if (removal === "signal") return kind === "page listener";
  if (isElement(kind) && cycle === "owner") return removal === "end";
  return kind !== "rearmed timeout" || removal !== "method";
}
