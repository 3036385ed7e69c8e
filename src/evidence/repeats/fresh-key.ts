import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { isFreshKey } from "../../subjects/collection/key-kind.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const freshKey: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/fresh-key",
  asks: "Is the key made anew for each insert, so that it never comes again?",
  levels: { yes: ["its key is made anew for each insert", "leak"] },
  ask: (file, { insert: { key } }) => yesAt(key !== undefined && isFreshKey(file, key) ? key : undefined, "named"),
};
