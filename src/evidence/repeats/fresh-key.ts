import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { hasNewValue } from "../../subjects/collection/endless-keys.ts";
import { isFreshKey } from "../../subjects/collection/key-kind.ts";
import type { Evidence } from "../evidence.ts";

export const freshKey: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/fresh-key",
  asks: "Is the key made anew for each insert, so that it never comes again?",
  levels: { yes: ["its key is made anew for each insert", "leak"] },
  ask(file, { insert: { key } }) {
    if (key === undefined || !isFreshKey(file, key)) return { level: "unknown", basis: "named" };
    return { level: "yes", basis: hasNewValue(file, key) ? "shown" : "named", at: key };
  },
};
