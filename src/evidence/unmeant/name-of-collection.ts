import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { isCacheName } from "../../catalogue/words/meant-to-stay.ts";
import { rememberingWords } from "../../catalogue/words/waiting.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const nameOfItsCollection: Evidence<StayingEntry, "yes"> = {
  id: "unmeant/name-of-collection",
  asks: "Does the collection by its name remember what is gone, or cache it?",
  levels: { yes: ["its collection is by its name one that may keep what is gone", "open"] },
  ask(_file, { kept: { collection } }) {
    const name = nameOfCollection(collection);
    return yesOrUnknown(isCacheName(name) || wordsOf(name).some((word) => rememberingWords.test(word)), "named");
  },
};
