/** The text of each kind of thing: how it starts and how it stops, whoever does it and wherever it is kept. */
import type { Draft } from "./draft.ts";
import { isElement, type KeyForm, type ThingPlan } from "./plan.ts";

/** How code at one place gets at what the removal needs. */
export type Storage = "local" | "field" | "keyed";

export interface Thing {
  readonly plan: ThingPlan;
  /** From 1; the thing at stake is the first. */
  readonly number: number;
  readonly storage: Storage;
}

export interface Snippet {
  readonly start: readonly string[];
  readonly stop: readonly string[];
}

/** A name of its own for each thing: `$timer`, `$timer2`. */
export function own({ number }: Thing, role: string): string {
  return `$${role}${number === 1 ? "" : String(number)}`;
}

/** The collection that a thing is an element of. */
export function containerOf(thing: Thing): string {
  return `${thing.plan.container === "owner" ? "@" : ""}${own(thing, "entries")}`;
}

/** A new collection of the kind, counted. */
export function newCollection(thing: Thing): string {
  const { kind, removal } = thing.plan;
  const made = kind === "map" ? (removal === "weak" ? "new WeakMap()" : "new Map()") : kind === "set" ? "new Set()" : kind === "record" ? "{}" : "[]";
  return `⟦${String(thing.number)}:${made}⟧`;
}

/** A mark that says which thing a line is about. */
export function about({ number }: Thing): string {
  return `‹${String(number)}›`;
}

/** A mark for the statement that acquires. */
export function acquires({ number }: Thing): string {
  return `«${String(number)}»`;
}

/** Where the handle of a thing is put, and where it is found again. */
function handleOf(thing: Thing, role: string): { readonly declared: string; readonly found: string } {
  const name = own(thing, role);
  return thing.storage === "field" ? { declared: `@${name}`, found: `@${name}` } : { declared: `const ${name}`, found: name };
}

/** What a handler does with what it is told. */
function reaction({ plan }: Draft): string {
  return plan.owner === "effect" ? "console.log($message);" : "@$last = $message;";
}

/** The event that is listened for: one that comes in each round. */
export function eventOf(thing: Thing, isMissed = false): string {
  const { kind, target } = thing.plan;
  if (kind === "page listener") return isMissed ? '"pagehide"' : '"resize"';
  if (target === "platform") return isMissed ? '"SIGUSR2"' : '"SIGHUP"';
  return isMissed ? '"$otherEvent"' : '"$event"';
}

/** What is listened to. */
export function targetOf(thing: Thing): string {
  const { kind, target } = thing.plan;
  const page = kind === "page listener";
  if (target === "own") return thing.storage === "field" ? `@${own(thing, "emitter")}` : own(thing, "emitter");
  if (target === "platform") return page ? "window" : "process";
  if (target === "module") return page ? "document.body" : "$bus";
  return page ? "@$element" : "@$source";
}

/** The handler as an expression, and what defines it before it is added. */
function handlerOf(draft: Draft, thing: Thing): { readonly defined: readonly string[]; readonly added: string } {
  const { handler, aim, removal } = thing.plan;
  const { declared, found } = handleOf(thing, "listener");
  if (aim === "fresh bind") return { defined: [], added: `@${own(thing, "receive")}.bind(this)` };
  if (handler === "bound") return { defined: [`${declared} = @${own(thing, "receive")}.bind(this);`], added: found };
  if (handler === "function" && thing.storage !== "keyed") return { defined: [], added: own(thing, "report") };
  const isUnkept = removal === "once" || removal === "signal" || removal === "none" || removal === "wholesale";
  const arrow = `($message) => { ${removal === "by itself" ? `${listeningCall(thing, "remove", found, aim === "event that never comes")} ` : ""}${reaction(draft)} }`;
  return isUnkept ? { defined: [], added: arrow } : { defined: [`${declared} = ${arrow};`], added: found };
}

function listeningCall(thing: Thing, verb: "add" | "remove", listener: string, isMissed = false): string {
  const page = thing.plan.kind === "page listener";
  const event = eventOf(thing, isMissed);
  if (verb === "remove") return `${about(thing)}${targetOf(thing)}.${page ? "removeEventListener" : "off"}(${event}, ${listener});`;
  const once = thing.plan.removal === "once";
  const signal = thing.plan.removal === "signal" ? `, { signal: ${handleOf(thing, "controller").found}.signal }` : page && once ? ", { once: true }" : "";
  return `${acquires(thing)}${about(thing)}${targetOf(thing)}.${page ? "addEventListener" : once ? "once" : "on"}(${event}, ${listener}${signal});`;
}

function listening(draft: Draft, thing: Thing): Snippet {
  const { aim, removal } = thing.plan;
  const { defined, added } = handlerOf(draft, thing);
  const controller = handleOf(thing, "controller");
  const start = [...defined, ...(removal === "signal" ? [`${controller.declared} = new AbortController();`] : []), listeningCall(thing, "add", added, aim === "event that never comes")];
  if (removal === "signal") return { start, stop: [`${about(thing)}${controller.found}.abort();`] };
  if (removal === "wholesale") return { start, stop: [`${about(thing)}${targetOf(thing)}.removeAllListeners(${eventOf(thing)});`] };
  const removed = aim === "other function" ? `($message) => { ${reaction(draft)} }` : added;
  return { start, stop: [listeningCall(thing, "remove", removed, aim === "other event")] };
}

function timing(draft: Draft, thing: Thing): Snippet {
  const timer = handleOf(thing, "timer");
  const number = acquires(thing);
  const react = reaction(draft).replace("$message", "Date.now()");
  const clear = (verb: string): readonly string[] => [`${about(thing)}${verb}(${thing.plan.aim === "other handle" ? "@$idle" : timer.found});`];
  switch (thing.plan.kind) {
    case "one-shot timeout":
      return { start: [`${number}${about(thing)}setTimeout(() => { ${react} }, 500);`], stop: [] };
    case "rearmed timeout": {
      const tick = own(thing, "tick");
      const declared = thing.storage === "field" ? [] : [`let ${timer.found};`];
      return { start: [...declared, `const ${tick} = () => {`, react, `${number}${about(thing)}${timer.found} = setTimeout(${tick}, 30_000);`, "};", `${about(thing)}${tick}();`], stop: clear("clearTimeout") };
    }
    default: {
      const isDropped = thing.plan.removal === "none" && !thing.plan.isGuarded;
      const declared = thing.plan.aim === "other handle" || isDropped ? "" : `${timer.declared} = `;
      return { start: [`${number}${about(thing)}${declared}setInterval(() => { ${react} }, 30_000);`], stop: clear("clearInterval") };
    }
  }
}

function subscribing(draft: Draft, thing: Thing): Snippet {
  const { declared, found } = handleOf(thing, "subscription");
  const isWatch = thing.plan.kind === "watch";
  const call = `${isWatch ? "$watch" : "$subscribe"}(($message) => { ${reaction(draft)} });`;
  const start = `${about(thing)}${thing.plan.removal === "none" ? "" : `${declared} = `}${call}`;
  return { start: [start], stop: [`${about(thing)}${found}${isWatch ? "" : ".$unsubscribe"}();`] };
}

const KEYS: Readonly<Record<KeyForm, string>> = {
  id: "$request.$id",
  kind: "$request.$kind",
  lowered: "$request.$id.toLowerCase()",
  joined: "`${$request.$kind}:${$request.$id}`",
  printed: "String($request.$context)",
  serialized: "JSON.stringify($request.$state)",
  object: "$request",
};

function keysOf(thing: Thing): { readonly defined: readonly string[]; readonly inserted: string; readonly removed: string } {
  const { key, aim, kind } = thing.plan;
  if (thing.storage === "field") return { defined: [], inserted: kind === "map" ? "@$id" : "this", removed: kind === "map" ? "@$id" : "this" };
  const inserted = kind === "array" ? "$request" : KEYS[key];
  if (aim === "other key") return { defined: [], inserted, removed: "$request.$title" };
  if (aim === "normalized on one side") return { defined: [], inserted, removed: "$request.$id" };
  const isKept = (key === "printed" || key === "serialized") && aim !== "printed again";
  return isKept ? { defined: [`const $key = ${inserted};`], inserted: "$key", removed: "$key" } : { defined: [], inserted, removed: inserted };
}

function keeping(thing: Thing): Snippet {
  const container = containerOf(thing);
  const { defined, inserted, removed } = keysOf(thing);
  const value = thing.storage === "field" ? "this" : "{ $title: $request.$title }";
  const aimed = thing.plan.aim === "other handle" ? "@$others" : container;
  const insert = { map: `${container}.set(${inserted}, ${value});`, set: `${container}.add(${inserted});`, record: `${container}[${inserted}] = ${value};`, array: `${container}.push(${inserted});` };
  const remove = { map: `${aimed}.delete(${removed});`, set: `${aimed}.delete(${removed});`, record: `delete ${aimed}[${removed}];`, array: `${aimed}.splice(${aimed}.indexOf(${removed}), 1);` };
  const kind = thing.plan.kind as keyof typeof insert;
  return { start: [...defined, `${about(thing)}${insert[kind]}`], stop: [`${about(thing)}${remove[kind]}`] };
}

/** How the thing starts and stops. */
export function snippetOf(draft: Draft, thing: Thing): Snippet {
  const { kind } = thing.plan;
  if (isElement(kind)) return keeping(thing);
  if (kind === "listener" || kind === "page listener") return listening(draft, thing);
  return kind === "subscription" || kind === "watch" ? subscribing(draft, thing) : timing(draft, thing);
}
