import type { ReadKey } from "../candidates/asked-key.ts";
import type { Proof } from "./proof.ts";

/** The clock, randomness and new symbols give another value at each reading. */
export const readAnew: Proof<ReadKey> = {
  id: "proof/read-anew",
  says: "the insert has read another value",
  find: (_file, { insert }) => insert?.node ?? false,
};
