import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { isInStartUp } from "../../subjects/collection/insert-frequency.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const startsUp: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "repeats/starts-up",
  asks: "Is the function around the insert by its name one that runs while the program starts?",
  levels: {
    yes: ["what fills it by its name runs while the program starts", "no leak"],
    no: ["nothing says that what fills it runs while the program starts", "open"],
  },
  ask: (file, { insert: { node } }) => yesOrNo(isInStartUp(file, node), "named"),
};
