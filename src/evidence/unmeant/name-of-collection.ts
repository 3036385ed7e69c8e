import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { rememberingWords } from "../../catalogue/words/waiting.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import { isCacheName, isOnceGuard } from "../../catalogue/words/meant-to-stay.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import type { Evidence } from "../evidence.ts";

export const nameOfItsCollection: Evidence<StayingEntry, "says-once" | "remembers" | "cache"> = {
  id: "unmeant/name-of-collection",
  asks: "Are its entries meant to stay, by the name of the collection?",
  levels: {
    "says-once": ["its collection is by its name there to say something once", "no leak"],
    "remembers": ["its collection is by its name meant to remember what is gone", "no leak"],
    "cache": ["its collection is by its name a cache, which may keep what is gone", "open"],
  },
  ask(_file, { kept: { collection } }) {
    const name = nameOfCollection(collection);
    if (isOnceGuard(name)) return { level: "says-once", basis: "named" };
    if (wordsOf(name).some((word) => rememberingWords.test(word))) return { level: "remembers", basis: "named" };
    return { level: isCacheName(name) ? "cache" : "unknown", basis: "named" };
  },
};
