import type { RememberedKey } from "../candidates/remembered-key.ts";
import type { Proof } from "./proof.ts";

/** The call makes the object and gives it to nobody before it compares, so that what is kept is another one. */
export const newForTheComparison: Proof<RememberedKey> = {
  id: "proof/new-for-the-comparison",
  says: "the object is made for the call, so that none of an earlier call is the same",
  find: (_file, { key }) => key,
};
