import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { underWayWords } from "../../catalogue/words/waiting.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const underWay: Evidence<StayingEntry, "yes"> = {
  id: "unmeant/under-way",
  asks: "Is it by the name of its collection something under way, which is over one day?",
  levels: { yes: ["it is by the name of its collection under way until it is answered", "leak"] },
  ask: (_file, { kept }) => yesOrUnknown(wordsOf(nameOfCollection(kept.collection)).some((word) => underWayWords.test(word)), "named"),
};
