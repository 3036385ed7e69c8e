import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const emptiedAtEnd: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "unreleased/emptied-at-end",
  asks: "Is it only emptied when its owner ends?",
  levels: {
    yes: ["the end of its owner empties it", "open"],
    no: ["the end of its owner does not empty it", "open"],
  },
  ask: (_file, { deletePaths: { useless } }) => shownAt(useless.find(({ reason }) => reason === "owner-end")?.operation.node),
};
