/** Draws applications: a difference, one side of it, and the rest as freely as it allows. */
import fc from "fast-check";

import { canBeRemoved, DIFFERENCES, type Difference } from "./differences.ts";
import { isElement, QUESTIONS, type Cycle, type Ended, type Made, type Middle, type OwnerForm, type Plan, type Question, type Removal, type Shape, type Target, type ThingKind, type ThingPlan } from "./plan.ts";

/** What is drawn: numbers that choose among what is possible. 0 is the simplest everywhere. */
export interface Drawn {
  readonly difference: number;
  readonly leaks: boolean;
  readonly files: number;
  readonly companions: number;
  readonly owner: number;
  readonly kind: number;
  readonly removal: number;
  readonly target: number;
  readonly container: number;
  readonly key: number;
  readonly handler: number;
  readonly made: number;
  readonly ended: number;
  readonly middle: number;
  readonly helper: number;
  readonly teardown: number;
}

const choice = fc.nat({ max: 59 });

/** A difference of a question: there are many ways to leave something unreleased, and the other questions are to be asked as well. */
const difference = fc
  .constantFrom<Question[]>(...QUESTIONS, "unreleased", "unreleased", "unreleased")
  .chain((question) => fc.constantFrom(...DIFFERENCES.flatMap((row, index) => (row.question === question ? [index] : []))));

/** All applications. */
export const drawn: fc.Arbitrary<Drawn> = fc.noBias(fc.record({
  difference, leaks: fc.boolean(), files: fc.nat({ max: 2 }), companions: fc.constantFrom(0, 0, 1, 2),
  owner: choice, kind: choice, removal: choice, target: choice, container: choice, key: choice, handler: choice, made: choice, ended: choice, middle: choice, helper: fc.nat({ max: 3 }), teardown: fc.nat({ max: 2 }),
}));

function chosenFrom<Value>(values: readonly Value[], number: number): Value {
  if (values.length === 0) throw new RangeError("nothing to choose from");
  return values[number % values.length] as Value;
}

/** The application that is drawn, and its twin if `leaks` is the other way round. */
export function drawnShape(numbers: Drawn): Shape {
  const difference = chosenFrom(DIFFERENCES, numbers.difference);
  const { name, question, cycle, both, clean, leaking } = difference;
  const removalsOf = (kind: ThingKind): readonly Removal[] => difference.removals.filter((candidate) => canBeRemoved(kind, candidate, cycle));
  const kind = chosenFrom(difference.kinds.filter((candidate) => removalsOf(candidate).length > 0), numbers.kind);
  const removal = chosenFrom(removalsOf(kind), numbers.removal);
  const owner = chosenFrom(ownersFor(difference, kind, removal), numbers.owner);
  const thing: ThingPlan = { ...simplest, kind, removal, ...placed(numbers, owner, cycle, kind, removal) };
  const made = chosenFrom(madeOf(owner, cycle), numbers.made);
  const middle = chosenFrom(middlesOf(cycle, removal), numbers.middle);
  const plan: Plan = {
    owner, cycle, made, middle, ended: chosenFrom(endsOf(owner, cycle, made), numbers.ended), givenOutlives: true,
    hasTeardown: numbers.teardown > 0 && cycle === "request" && owner !== "module", workFails: false, registers: false, atStart: false, files: numbers.files + 1, things: [],
  };
  const side = numbers.leaks ? leaking : clean;
  const things = [{ ...thing, ...both?.thing, ...side.thing }, ...(both?.registers === true ? [] : companionsOf(numbers, cycle))];
  return { plan: { ...plan, ...withoutThing(both), ...withoutThing(side), things }, difference: name, atStake: question, leaks: numbers.leaks };
}

const simplest: ThingPlan = { kind: "listener", target: "module", container: "module", key: "id", handler: "arrow", removal: "none", aim: "exact", byHelper: false, isGuarded: false, sourceKeeps: true };

function withoutThing(side: Difference["both"]): Partial<Plan> {
  return Object.fromEntries(Object.entries(side ?? {}).filter(([part]) => part !== "thing"));
}

/** The forms of an owner that can have it: an effect ends with its component, a module is there once and has nothing of its own for each, only objects put themselves in. */
function ownersFor({ cycle, both, clean, leaking }: Difference, kind: ThingKind, removal: Removal): readonly OwnerForm[] {
  const isBound = both?.thing?.handler === "bound";
  if (isBound || (isElement(kind) && cycle === "owner")) return ["class", "prototype"];
  const sides = [clean, leaking];
  const isGiven = both?.thing?.target === "given";
  const isOwn = clean.thing?.target === "own";
  const needsMaker = sides.some(({ made, ended, givenOutlives }) => made !== undefined || ended !== undefined || givenOutlives !== undefined);
  const module: OwnerForm[] = isGiven || (isOwn && cycle === "owner") || (cycle === "request" && sides.some(({ made }) => made !== undefined)) ? [] : ["module"];
  const effect: OwnerForm[] = cycle === "request" || needsMaker || removal === "bag" ? [] : ["effect"];
  return ["class", ...module, "factory", "prototype", ...effect];
}

function madeOf(owner: OwnerForm, cycle: Cycle): readonly Made[] {
  if (cycle === "request") return ["once"];
  return owner === "module" || owner === "effect" ? ["each round"] : ["each round", "each round", "in a loop"];
}

function endsOf(owner: OwnerForm, cycle: Cycle, made: Made): readonly Ended[] {
  if (made === "in a loop") return ["maker", "event"];
  return cycle === "request" || owner === "module" ? ["maker", "event", "other file"] : ["maker", "event", "sibling", "other file"];
}

function middlesOf(cycle: Cycle, removal: Removal): readonly Middle[] {
  if (cycle === "owner" || removal === "returned") return ["nothing"];
  // Whether work fails is a question of its own: where it would matter and is not asked, there is none.
  if (removal === "after") return ["nothing", "safe check"];
  return removal === "finally" ? ["load", "safe check"] : ["nothing", "load", "safe check"];
}

function placed(numbers: Drawn, owner: OwnerForm, cycle: Cycle, kind: ThingKind, removal: Removal): Partial<ThingPlan> {
  const isObject = owner === "class" || owner === "prototype";
  // Nobody speaks on the emitter of a module for a component.
  const isHeard = kind === "listener" && !(owner === "effect" && removal === "once");
  const targets: Target[] = isHeard ? ["module", "platform"] : ["platform"];
  if (owner !== "module") targets.push("given");
  const isPlain = cycle === "owner" || removal === "other file" || owner === "module";
  return {
    target: chosenFrom(targets, numbers.target),
    container: isPlain ? "module" : chosenFrom(["owner", "module"] as const, numbers.container),
    key: chosenFrom(["id", "id", "joined"] as const, numbers.key),
    handler: chosenFrom(["arrow", "arrow", ...(isObject ? (["bound"] as const) : []), ...(kind === "listener" ? (["function"] as const) : [])], numbers.handler),
    byHelper: numbers.helper === 3,
  };
}

const COMPANIONS: Readonly<Record<Cycle, readonly Partial<ThingPlan>[]>> = {
  owner: [{ kind: "interval", removal: "end" }, { kind: "listener", removal: "end" }, { kind: "page listener", target: "platform", removal: "end" }],
  request: [{ kind: "map", removal: "event" }, { kind: "interval", removal: "event" }, { kind: "listener", removal: "event" }, { kind: "set", container: "local", removal: "none" }],
};

function companionsOf({ companions, key, middle }: Drawn, cycle: Cycle): readonly ThingPlan[] {
  return [key, key + middle + 1].slice(0, companions).map((number) => ({ ...simplest, ...chosenFrom(COMPANIONS[cycle], number) }));
}
