/** Writes the application of a plan: files with marks, in which every name is still a role. */
import { assemble } from "./assemble.ts";
import { emptyDraft } from "./draft.ts";
import { addEntry } from "./entry.ts";
import type { SourceText } from "./link.ts";
import { surround } from "./needs.ts";
import { ownerUnit } from "./owners.ts";
import type { Plan } from "./plan.ts";
import { addRegistration } from "./registration.ts";
import { addThing } from "./removals.ts";

/** The files of an application. */
export function write(plan: Plan): readonly SourceText[] {
  const draft = emptyDraft(plan);
  const things = plan.things.map((thing, index) => (plan.registers && index === 0 ? addRegistration : addThing)(draft, thing, index + 1));
  surround(draft, things);
  draft.units.set("the owner", ownerUnit(draft));
  addEntry(draft);
  return assemble(draft);
}
