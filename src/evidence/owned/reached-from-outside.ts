import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { isReachableFromOutside } from "../../subjects/collection/visibility.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const reachedFromOutside: Evidence<GrowingCollection, "yes" | "no"> = {
  id: "owned/reached-from-outside",
  asks: "Can code of other files reach it by its name?",
  levels: {
    yes: ["code of other files can reach it, and may remove", "no leak"],
    no: ["no code of another file can reach it", "open"],
  },
  ask: (file, { collection }) => yesOrNo(isReachableFromOutside(file, collection)),
};
