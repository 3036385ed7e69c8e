import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { findListLimit } from "../../subjects/collection/size-guard.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const listLimited: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "repeats/list-limited",
  asks: "Is the size of the list compared with a limit where an element is put in?",
  levels: {
    yes: ["the size of the list is compared with a limit before", "no leak"],
    no: ["nothing compares the size of the list with a limit", "open"],
  },
  ask: (file, { insert }) => shownAt(findListLimit(file, insert.node)),
};
