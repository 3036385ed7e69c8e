import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { findSizeGuard } from "../../subjects/collection/size-guard.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const sizeCompared: Evidence<GrowingCollection, "yes" | "no"> = {
  id: "repeats/size-compared",
  asks: "Is its size compared with a limit? Whoever asks that does something about it.",
  levels: {
    yes: ["its size is compared with a limit", "no leak"],
    no: ["nothing compares its size with a limit", "open"],
  },
  ask: (file, { collection, operations }) => shownAt(findSizeGuard(file, operations, collection)),
};
