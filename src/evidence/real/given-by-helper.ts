import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const givenByHelper: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "real/given-by-helper",
  asks: "Is it declared as a Map, Set or array, while a function of another file gives what is put there?",
  levels: {
    yes: ["a function of another file makes it, which may bound it or share it with others", "no leak"],
    no: ["the file makes it itself", "open"],
  },
  ask: (_file, { collection }) => yesOrNo(collection.isGiven),
};
