/** Completes a draft with what its text names: state, parameters, methods and units that nobody has written yet. */
import type { Draft, Unit } from "./draft.ts";
import { MIDDLES } from "./middles.ts";
import { about, containerOf, newCollection, own, type Thing } from "./things.ts";
import { isElement } from "./plan.ts";

const UNITS: Readonly<Record<string, Omit<Unit, "declares">>> = {
  $bus: { home: "below", text: "⇑const $bus = new EventEmitter();" },
  $check: { home: "owner", text: '⇑function $check($request) {\nif ($request.$body === undefined) throw new Error("no body");\n}' },
  $look: { home: "owner", text: "⇑function $look($request) {\nconsole.log($request.$body);\n}" },
  $mode: { home: "owner", text: '⇑const $mode = "on";' },
};

/** A source that keeps its subscribers until they go, or tells them once and forgets them. What it keeps is counted, and is not its fault: the mark is no line of the thing. */
function subscriptionSource({ plan: { kind, sourceKeeps: keeps }, number }: Thing): string {
  const isWatch = kind === "watch";
  const name = isWatch ? "$watch" : "$subscribe";
  const stop = keeps ? "$subscribers.delete($callback);" : 'console.log("nothing to end");';
  const given = isWatch ? `return () => {\n${stop}\n};` : `return {\n$unsubscribe() {\n${stop}\n},\n};`;
  return `${keeps ? `const $subscribers = ⟦${String(number)}:new Set()⟧;\n` : ""}⇑function ${name}($callback) {\n${keeps ? "$subscribers.add($callback);" : '$callback("now");'}\n${given}\n}`;
}

/** Writes what the things need around them. */
export function surround(draft: Draft, things: readonly Thing[]): void {
  for (const thing of things) {
    if (isElement(thing.plan.kind)) placeContainer(draft, thing);
    else placeTarget(draft, thing);
  }
  const text = [draftText(draft), ...MIDDLES[draft.plan.middle]].join("\n");
  const names = (name: string): boolean => new RegExp(`\\${name}(?!\\w)`).test(text);
  for (const [name, unit] of Object.entries(UNITS)) if (names(name)) draft.units.set(name, { declares: [name], ...unit });
  for (const parameter of ["$source", "$element", "$id"]) if (text.includes(`@${parameter}`) && names(parameter)) draft.parameters.add(parameter);
  for (const [, method = ""] of text.matchAll(/@(\$receive\d*)/g)) draft.methods.set(method, ["$message"]);
  for (const [name = ""] of text.matchAll(/\$report\d*/g)) draft.units.set(name, { declares: [name], home: "owner", text: `⇑function ${name}($message) {\nconsole.log($message);\n}` });
  if (names("$last")) draft.fields.set("$last", "null");
  if (names("$idle")) draft.fields.set("$idle", "null");
  if (names("$others")) draft.fields.set("$others", draft.plan.things[0]?.kind === "array" ? "[]" : draft.plan.things[0]?.kind === "set" ? "new Set()" : "new Map()");
}

function draftText(draft: Draft): string {
  const { make, work, afterWork, lastly, finish, end, returned, methods, units } = draft;
  return [make, work, afterWork, lastly, finish, end, returned ?? [], [...methods.values()].flat(), [...units.values()].map(({ text }) => text)].flat().join("\n");
}

function placeContainer(draft: Draft, thing: Thing): void {
  const container = containerOf(thing);
  const made = newCollection(thing);
  if (thing.plan.container === "owner") draft.fields.set(container.slice(1), `${made}${about(thing)}`);
  else if (thing.plan.container === "local") draft.work.unshift(`${about(thing)}const ${container} = ${made};`);
  else draft.units.set(container, { declares: [container], home: "owner", text: `${about(thing)}⇑const ${container} = ${made};` });
  if (draft.plan.hasTeardown && thing.plan.container === "owner" && thing.plan.removal !== "weak") draft.end.push(emptied(thing, container));
}

function emptied({ plan: { kind } }: Thing, container: string): string {
  if (kind === "array") return `${container}.length = 0;`;
  return kind === "record" ? `${container} = {};` : `${container}.clear();`;
}

function placeTarget(draft: Draft, thing: Thing): void {
  const { kind, target } = thing.plan;
  if (kind === "subscription" || kind === "watch") {
    const name = kind === "watch" ? "$watch" : "$subscribe";
    draft.units.set(name, { declares: [name], home: "below", text: subscriptionSource(thing) });
    return;
  }
  if (target !== "own" || !(kind === "listener" || kind === "page listener")) return;
  const emitter = own(thing, "emitter");
  const made = kind === "listener" ? "new EventEmitter()" : 'document.createElement("div")';
  if (thing.storage === "field") draft.fields.set(emitter, made);
  else (draft.plan.cycle === "owner" ? draft.make : draft.work).unshift(`const ${emitter} = ${made};`);
}
