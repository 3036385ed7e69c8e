import type { Refilled } from "../../candidates/kept-field.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { lookBefore } from "../../subjects/handle/field-looks.ts";
import { isInTest } from "../../syntax/arms.ts";
import { guardsOf } from "../../syntax/guards.ts";
import { findWithin, isWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const guardedRefill: Evidence<Refilled, "looks" | "flag" | "no"> = {
  id: "repeats/guarded-refill",
  asks: "Does the method first look at the field, or at a flag that it sets itself?",
  levels: {
    looks: ["the method releases or tests the field first", "no leak"],
    flag: ["the method leaves early on a flag that it sets itself", "no leak"],
    no: ["the method fills the field without a look at it", "leak"],
  },
  ask(file, field) {
    const look = lookBefore(file, field.uses(), field.method, field.store)?.node;
    const at = look ?? findFlag(file, field);
    return { level: look !== undefined ? "looks" : at !== undefined ? "flag" : "no", basis: "shown", at };
  },
};

/** `if (this.running) return; this.running = true;` */
function findFlag(file: FileFacts, { method, store }: Refilled): Refilled["node"] | undefined {
  const written = file.nodes.assignments.filter((assignment) => isWithin(assignment, method) && assignment !== store);
  const flags = new Set(written.flatMap((assignment) => file.places.writtenPlaceOf(assignment.left)?.key ?? []));
  const member = file.nodes.members.find((one) => {
    const place = isWithin(one, method) && one.range[0] < store.range[0] ? file.places.placeOf(one) : undefined;
    return place !== undefined && flags.has(place.key) && isInTest(one);
  });
  return member ?? guardsOf(store).find(({ test }) => findWithin(test, file.sourceCode.visitorKeys, (node) => node.type === "Identifier" && flags.has(file.places.placeOf(node)?.key ?? "")) !== undefined)?.test;
}
