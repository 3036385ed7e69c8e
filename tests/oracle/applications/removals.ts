/** Where the removal of a thing stands, and what it needs there. */
import type { Draft } from "./draft.ts";
import { handedTo } from "./hand-over.ts";
import { isElement, type Removal, type ThingPlan } from "./plan.ts";
import { about, containerOf, newCollection, own, snippetOf, type Snippet, type Storage, type Thing } from "./things.ts";

type Placing = (draft: Draft, thing: Thing, snippet: Snippet) => void;

/** Of these nothing stands anywhere that removes. */
const STAYING: ReadonlySet<Removal> = new Set<Removal>(["none", "weak", "once", "by itself", "periodic", "bound"]);

/** Writes a thing into the draft, with its removal; answers the thing. */
export function addThing(draft: Draft, plan: ThingPlan, number: number): Thing {
  const thing: Thing = { plan, number, storage: storageOf(draft, plan) };
  const { start, stop } = snippetOf(draft, thing);
  const guarded = plan.isGuarded ? guard(draft, thing, start) : start;
  const stopped = plan.aim === "missing" || STAYING.has(plan.removal) ? [] : plan.byHelper ? stop.map((statement) => byHelper(draft, thing, statement)) : stop;
  PLACES[plan.removal](draft, thing, { start: guarded, stop: stopped });
  return thing;
}

function storageOf({ plan: { owner, cycle } }: Draft, { kind, removal, isGuarded }: ThingPlan): Storage {
  if (cycle === "owner") return owner === "effect" || removal === "bag" ? "local" : "field";
  if (removal === "before again" || isGuarded) return isElement(kind) ? "local" : "field";
  return removal === "method" && !isElement(kind) ? "keyed" : "local";
}

function guard(draft: Draft, thing: Thing, start: readonly string[]): readonly string[] {
  const flag = own(thing, "started");
  draft.fields.set(flag, "false");
  return [`if (!@${flag}) {`, `@${flag} = true;`, ...start, "}"];
}

function byHelper(draft: Draft, thing: Thing, statement: string): string {
  const name = own(thing, "release");
  const handed = handedTo(name, statement);
  if (handed === undefined) return statement;
  draft.units.set(name, handed.unit);
  return handed.call;
}

/** Where a thing begins: with its owner, or with a request. */
function begin(draft: Draft, start: readonly string[]): void {
  (draft.plan.cycle === "owner" ? draft.make : draft.work).push(...start);
}

// Each place has a statement of its own besides, so that without the removal the place is still there.
const ends: Placing = (draft, _, { start, stop }) => {
  begin(draft, start);
  if (draft.end.length === 0 && draft.plan.owner !== "effect") draft.end.push("@$last = null;");
  draft.end.unshift(...stop);
};

const endsInBag: Placing = (draft, thing, { start, stop }) => {
  const { aim } = thing.plan;
  draft.units.set("$Bag", { declares: ["$Bag"], home: "below", text: BAG });
  draft.fields.set("$bag", "new $Bag()");
  draft.make.push(...start, `${about(thing)}@$bag.$keep(() => {`, ...stop, "});");
  if (draft.end.length === 0) draft.end.push("@$last = null;");
  if (aim !== "never flushed") draft.end.unshift(`${about(thing)}@$bag.$flush();`);
};

const BAG = `⇑class $Bag {
  constructor() {
    this.$kept = [];
  }
  $keep($stop) {
    this.$kept.push($stop);
  }
  $flush() {
    for (const $stop of this.$kept.splice(0)) $stop();
  }
}`;

const staysOrGoes: Placing = (draft, _, { start }) => {
  begin(draft, start);
};

const goesAfter: Placing = (draft, _, { start, stop }) => {
  draft.work.push(...start);
  draft.afterWork.unshift(...stop);
};

const goesLastly: Placing = (draft, _, { start, stop }) => {
  draft.work.push(...start);
  if (draft.lastly.length === 0) draft.lastly.push("console.log($request.$kind);");
  draft.lastly.unshift(...stop);
};

const goesOnEvent: Placing = (draft, thing, { start, stop }) => {
  const event = thing.plan.aim === "finish instead of close" ? "finish" : "close";
  draft.work.push(...start, `${about(thing)}$request.once("${event}", () => {`, "console.log($request.$kind);", ...stop, "});");
};

const goesLater: Placing = (draft, thing, { start, stop }) => {
  draft.work.push(...start, `${about(thing)}setTimeout(() => {`, "console.log($request.$kind);", ...stop, "}, 5000);");
};

const goesByMethod: Placing = (draft, thing, { start, stop }) => {
  draft.finish.push("@$last = null;");
  if (thing.storage !== "keyed") {
    draft.work.push(...start);
    draft.finish.push(...stop);
    return;
  }
  const role = handleRole(thing);
  const [kept, one] = [own(thing, "kept"), own(thing, role)];
  draft.fields.set(kept, "new Map()");
  draft.work.push(...start, `@${kept}.set($request.$id, ${one});`);
  draft.finish.push(`const ${one} = @${kept}.get($request.$id);`, ...stop, `@${kept}.delete($request.$id);`);
};

function handleRole({ plan: { kind, removal } }: Thing): string {
  if (removal === "signal") return "controller";
  if (kind === "listener" || kind === "page listener") return "listener";
  return kind === "subscription" || kind === "watch" ? "subscription" : "timer";
}

const goesInOtherFile: Placing = (draft, _, { start, stop }) => {
  draft.work.push(...start);
  draft.units.set("$finish", { declares: ["$finish"], home: "above", text: ["⇑export function $finish($request) {", "console.log($request.$kind);", ...stop, "}"].join("\n") });
};

const isReturned: Placing = (draft, _, { start, stop }) => {
  draft.work.push(...start);
  draft.returned = stop;
};

const goesBeforeAgain: Placing = (draft, _, { start, stop }) => {
  draft.work.push(...stop, ...start);
};

const isEmptied: Placing = (draft, thing, { start }) => {
  begin(draft, start);
  if (thing.plan.aim === "missing") return;
  const container = thing.plan.aim === "other handle" ? "@$others" : containerOf(thing);
  const empties = thing.plan.kind === "array" ? `${container}.length = 0;` : thing.plan.kind === "record" ? `${container} = ${newCollection(thing)};` : `${container}.clear();`;
  draft.make.push("setInterval(() => {", `${about(thing)}${empties}`, "}, 5000);");
};

const isBounded: Placing = (draft, thing, { start }) => {
  const { kind, aim } = thing.plan;
  const container = containerOf(thing);
  draft.work.push(...start);
  if (aim === "missing") return;
  const size = kind === "array" ? "length" : "size";
  const evicts = kind === "array" ? `${container}.shift();` : `${container}.delete(${container}.keys().next().value);`;
  draft.work.push(`${about(thing)}if (${container}.${size} > 50) {`, aim === "only warns" ? `console.warn("many", ${container}.${size});` : `${about(thing)}${evicts}`, "}");
};

const PLACES: Readonly<Record<Removal, Placing>> = {
  "end": ends,
  "bag": endsInBag,
  "signal": (draft, thing, snippet) => (draft.plan.cycle === "owner" ? ends : goesOnEvent)(draft, thing, snippet),
  "wholesale": ends,
  "after": goesAfter,
  "finally": goesLastly,
  "event": goesOnEvent,
  "method": goesByMethod,
  "other file": goesInOtherFile,
  "expiry": goesLater,
  "periodic": isEmptied,
  "bound": isBounded,
  "returned": isReturned,
  "before again": goesBeforeAgain,
  "weak": staysOrGoes,
  "once": staysOrGoes,
  "by itself": staysOrGoes,
  "none": staysOrGoes,
};
