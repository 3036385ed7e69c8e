import type { OverwrittenField } from "../../candidates/overwritten-field.ts";
import { finalVerbs } from "../../catalogue/words/releases.ts";
import { collectFieldUses, namesReleasedByCalls } from "../../subjects/handle/field-uses.ts";
import { calleeName, enclosingFunction, isWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const lateRelease: Evidence<OverwrittenField, "misses" | "touched" | "refilled" | "none"> = {
  id: "unreleased/late-release",
  asks: "Does a release in the same run of statements come too late for what the field held?",
  levels: {
    misses: ["the release after it ends the new value and leaves the old one", "leak"],
    touched: ["something is done with the old value first, which may be its end", "no leak"],
    refilled: ["the field gets one more value before the release", "no leak"],
    none: ["no release comes after it", "open"],
  },
  ask(file, { node, place, block, host, calls }) {
    if (!namesReleasedByCalls(file).has(place.path.at(-1) ?? "")) return { level: "none", basis: "named" };
    const late = calls.find((call) => enclosingFunction(call) === host && call.range[0] > node.range[1] && finalVerbs.test(calleeName(call) ?? ""));
    if (late === undefined) return { level: "none", basis: "named" };
    const touch = collectFieldUses(file, place, undefined).find((use) => use.node.range[1] <= node.range[0] && isWithin(use.node, block) && use.kind !== "member");
    if (touch !== undefined) return { level: "touched", basis: "shown", at: touch.node };
    const refill = file.stores.storesTo(place).find(({ site }) => site !== node && isWithin(site, block) && site.range[1] <= late.range[0]);
    return { level: refill === undefined ? "misses" : "refilled", basis: "named", at: refill?.site ?? late };
  },
};
