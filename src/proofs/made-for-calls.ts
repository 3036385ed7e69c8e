import type { CollectionInsert } from "../candidates/growing-collection.ts";
import type { Proof } from "./proof.ts";

export const madeForCalls: Proof<CollectionInsert> = {
  id: "proof/made-for-calls",
  says: "the file makes what holds it for single calls, in variables that nothing hands out",
  find: (_file, { lifetime }) => lifetime.passing === "calls",
};
