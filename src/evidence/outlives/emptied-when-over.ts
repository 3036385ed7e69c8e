import type { EmptiedHandle } from "../../candidates/emptied-handle.ts";
import { reachedFrom } from "../../facts/reach.ts";
import { isWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** `setTimeout(() => { this.timer = null; work(); }, delay)`: a timer that has run holds nothing. */
export const emptiedWhenOver: Evidence<EmptiedHandle, "yes" | "no"> = {
  id: "outlives/emptied-when-over",
  asks: "Is it the callback of the timer itself that empties the field?",
  levels: {
    yes: ["the callback of the timer empties the field, and it has run", "no leak"],
    no: ["the field is emptied apart from the callback of the timer", "leak"],
  },
  ask(file, { fillings, host, node }) {
    const callbacks = fillings.map((filling) => filling.arguments.map((argument) => file.functions.functionValueOf(argument)).find((value) => value !== undefined));
    const known = callbacks.filter((callback) => callback !== undefined);
    const over = known.find((callback) => isWithin(node, callback) || reachedFrom(file, [callback]).has(host));
    if (over !== undefined) return { level: "yes", basis: "shown", at: over };
    return known.length < callbacks.length ? { level: "unknown", basis: "shown" } : { level: "no", basis: "shown", at: known[0] };
  },
};
