import type { MemoizedArgument } from "../candidates/memoized-key.ts";
import type { Proof } from "./proof.ts";

/** What is written down in the call is another object each time, and the memoizer compares by identity. */
export const newForTheCall: Proof<MemoizedArgument> = {
  id: "proof/new-for-the-call",
  says: "the object is made anew for each call, so that the memoizer keeps no result for it",
  find: (_file, { node, made }) => made !== undefined && node,
};
