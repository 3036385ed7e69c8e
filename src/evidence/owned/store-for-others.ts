import type { WrongStore } from "../../candidates/asked-key.ts";
import { isUnmarkedMember } from "../../subjects/key/store-mentions.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** What others can name they can fill: an empty store in this file is none yet. */
export const storeForOthers: Evidence<WrongStore, "yes" | "no"> = {
  id: "owned/store-for-others",
  asks: "Is the store a field that nothing keeps for its own class?",
  levels: {
    yes: ["the store is a field that others may fill", "no leak"],
    no: ["the store is not there for others", "leak"],
  },
  ask: (_file, { store }) => yesOrNo(isUnmarkedMember(store.place)),
};
