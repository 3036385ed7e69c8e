import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const deleteMayMatch: Evidence<CollectionInsert, "yes" | "no"> = {
  id: "unreleased/delete-may-match",
  asks: "Is there a removal that cannot be told apart from one of what the inserts put in?",
  levels: {
    yes: ["a removal of the file may take the entries out", "no leak"],
    no: ["no removal of the file can take an entry out", "leak"],
  },
  ask: (_file, { deletePaths }) => yesOrNo(deletePaths.canMatch),
};
