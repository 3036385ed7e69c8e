import type { AskedObject } from "../candidates/asked-key.ts";
import type { Proof } from "./proof.ts";

/** The language makes the object for the look-up, or a function that only this file calls is given a new one by each call. */
export const newForTheLookUp: Proof<AskedObject> = {
  id: "proof/new-for-the-look-up",
  says: "the object is made for the look-up, so that no entry has it",
  find: (_file, { node, newness }) => newness()?.confidence === "certain" && node,
};
