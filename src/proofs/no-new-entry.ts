import type { GrowingCollection } from "../candidates/growing-collection.ts";
import { isBlanking, isUpdate } from "../subjects/collection/growing-inserts.ts";
import type { Proof } from "./proof.ts";

export const noNewEntry: Proof<GrowingCollection> = {
  id: "proof/no-new-entry",
  says: "the insert only writes an entry that is there, or blanks one",
  find: (file, { insert, collection }) => (isBlanking(insert) || isUpdate(file, insert, collection)) && insert.node,
};
