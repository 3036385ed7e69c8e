/** A table of what is called by name: filled by whoever calls `register`, when the program starts or for each request. */
import type { Draft } from "./draft.ts";
import type { ThingPlan } from "./plan.ts";
import { about, acquires, containerOf, type Thing } from "./things.ts";

/** Writes the registration of a thing, and what calls what is registered; answers the thing. */
export function addRegistration(draft: Draft, plan: ThingPlan, number: number): Thing {
  const thing: Thing = { plan, number, storage: "local" };
  const [register, dispatch] = textsOf(thing);
  draft.methods.set("$register", ["$key, $callback", `${about(thing)}${register}`]);
  draft.methods.set("$dispatch", ["$request", dispatch]);
  return thing;
}

function textsOf(thing: Thing): readonly [string, string] {
  const container = containerOf(thing);
  switch (thing.plan.kind) {
    case "map":
      return [`${container}.set($key, $callback);`, `${container}.get($request.$kind)?.();`];
    case "record":
      return [`${container}[$key] = $callback;`, `${container}[$request.$kind]?.();`];
    case "array":
      return [`${container}.push({ $key, $callback });`, `for (const { $callback } of ${container}) $callback($request);`];
    default:
      return [`${acquires(thing)}$bus.on($key, $callback);`, "$bus.emit($request.$kind);"];
  }
}
