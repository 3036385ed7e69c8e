import type { RemovalFromNewcomer } from "../../candidates/removal-from-newcomer.ts";
import { runWithin, standsIn } from "../../facts/reach.ts";
import { removalsFrom } from "../../subjects/listener/listened-slot.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const oldOneReleased: Evidence<RemovalFromNewcomer, "yes" | "no"> = {
  id: "unreleased/old-one-released",
  asks: "Does the function also take the listener off the object before?",
  levels: {
    yes: ["the function also takes the listener off the object before, or off all", "no leak"],
    no: ["the function does not ask the object before", "leak"],
  },
  ask(file, { added, slot, filling, calls: { removed, cleared } }) {
    const host = enclosingFunction(filling);
    if (host === undefined) return { level: "unknown", basis: "shown" };
    const comesBefore = (node: { readonly range: readonly [number, number] }): boolean => node.range[1] <= filling.range[0];
    const run = runWithin(file, host, comesBefore);
    const other = [...removalsFrom(file, slot, added, removed, true).map(({ call }) => call), ...cleared].find((call) => standsIn(call, run) || (enclosingFunction(call) === host && comesBefore(call)));
    return shownAt(other);
  },
};
