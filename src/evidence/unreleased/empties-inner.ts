import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const emptiesInner: Evidence<GrowingCollection, "yes" | "no"> = {
  id: "unreleased/empties-inner",
  asks: "Does a removal take something out of the collection inside an entry? Then it is judged as an entry that stays.",
  levels: {
    yes: ["what removes only empties the collection inside an entry, which is judged by itself", "no leak"],
    no: ["no removal is about the collections inside", "open"],
  },
  ask: (_file, { deletePaths: { useless } }) => shownAt(useless.find(({ reason }) => reason === "element-only")?.operation.node),
};
