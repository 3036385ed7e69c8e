import type { SiblingEntry } from "../../candidates/forgotten-sibling.ts";
import { waitingWords } from "../../catalogue/words/waiting.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const siblingWaits: Evidence<SiblingEntry, "yes"> = {
  id: "unmeant/sibling-waits",
  asks: "Is the sibling by its name a list of what waits, which an id leaves without being gone?",
  levels: { yes: ["its sibling is by its name a list of what waits", "open"] },
  ask: (_file, { sibling }) => yesOrUnknown(wordsOf(nameOfCollection(sibling.collection)).some((word) => waitingWords.test(word)), "named"),
};
