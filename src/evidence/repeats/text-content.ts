import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { contentOfKey } from "../../subjects/collection/text-key.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const textContent: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/text-content",
  asks: "Is the key a text whose content is read or rewritten where it is kept, so that there is no end of them?",
  levels: { yes: ["its key is the content of a text, of which there is no end", "leak"] },
  ask: (file, { collection, insert }) => yesAt(collection.kind === "array" ? undefined : contentOfKey(file, collection, insert)),
};
