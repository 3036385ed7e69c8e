import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { knowsRemovalOfInserted } from "../../subjects/collection/known-removal.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const removalKnown: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/removal-known",
  asks: "Does the file speak of the removal of such things?",
  levels: { yes: ["the file speaks of the removal of such things", "leak"] },
  ask: (file, { insert }) => yesOrUnknown(knowsRemovalOfInserted(file, insert), "named"),
};
