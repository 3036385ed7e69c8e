import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { ValueLifetime } from "../../facts/value-lifetime.ts";
import { listenersBeside, targetLifetimeOf } from "../../subjects/listener/listeners.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import type { Evidence } from "../evidence.ts";

/** From so many listeners on, a function that removes none of them is a table of handlers. */
const TABLE_SIZE = 4;

export const handlerTable: Evidence<StayingListener, "of-process" | "of-stranger" | "no"> = {
  id: "unmeant/handler-table",
  asks: "Is it one of four or more listeners that one function puts on what lives as long?",
  levels: {
    "of-process": ["it is one of a table of handlers for the whole program", "no leak"],
    "of-stranger": ["it is one of a table of handlers for one object", "no leak"],
    "no": ["it is no part of a table of handlers", "open"],
  },
  ask(file, { resource, all }) {
    if (countBeside(file, resource, all, "process") >= TABLE_SIZE) return { level: "of-process", basis: "shown" };
    return { level: countBeside(file, resource, all, "outside") >= TABLE_SIZE - 1 ? "of-stranger" : "no", basis: "shown" };
  },
};

const lifetimes = new WeakMap<readonly Resource[], readonly ValueLifetime[]>();

/** How many listeners the same function puts on what lives as long. */
function countBeside(file: FileFacts, resource: Resource, all: readonly Resource[], lifetime: ValueLifetime): number {
  const beside = listenersBeside(resource, all);
  const known = lifetimes.get(beside) ?? beside.map((other) => targetLifetimeOf(file, other));
  lifetimes.set(beside, known);
  return known.filter((one) => one === lifetime).length;
}
