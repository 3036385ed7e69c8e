import type { CollectionInsert } from "../candidates/growing-collection.ts";
import { hasTag } from "../facts/declared-tags.ts";
import type { Proof } from "./proof.ts";

export const declaredBounded: Proof<CollectionInsert> = {
  id: "proof/declared-bounded",
  says: "its declaration says that it is bounded",
  find: (file, { collection: { creation } }) => hasTag(file, creation.site, "bounded") && creation.site,
};
