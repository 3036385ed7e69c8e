import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { isCacheName } from "../../catalogue/words/meant-to-stay.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const cacheByName: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/cache-by-name",
  asks: "Is it by its name a cache?",
  levels: { yes: ["it is by its name a cache, and nothing bounds it", "leak"] },
  ask: (_file, { collection }) => yesOrUnknown(isCacheName(nameOfCollection(collection)), "named"),
};
