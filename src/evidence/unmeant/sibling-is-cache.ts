import type { SiblingEntry } from "../../candidates/forgotten-sibling.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import { isCacheName } from "../../catalogue/words/meant-to-stay.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const siblingIsCache: Evidence<SiblingEntry, "yes"> = {
  id: "unmeant/sibling-is-cache",
  asks: "Is the sibling by its name a cache, whose entries go while their ids stay?",
  levels: { yes: ["its sibling is by its name a cache, whose entries go while their ids stay", "no leak"] },
  ask: (_file, { sibling }) => yesOrUnknown(isCacheName(nameOfCollection(sibling.collection)), "named"),
};
