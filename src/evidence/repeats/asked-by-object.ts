import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const askedByObject: Evidence<GrowingCollection, "yes" | "no"> = {
  id: "repeats/asked-by-object",
  asks: "Is it only ever asked for the entry of one object, as a weak collection could be?",
  levels: {
    yes: ["it keeps something for each object, and a weak collection could do so", "leak"],
    no: ["it is not only asked for the entries of objects", "open"],
  },
  ask: (_file, { isWeakable }) => yesOrNo(isWeakable),
};
