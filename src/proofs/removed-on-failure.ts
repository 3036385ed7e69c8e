import type { InterruptedEntry } from "../candidates/interrupted-entry.ts";
import { runsOnFailure } from "../subjects/entry/promise-chain.ts";
import type { Proof } from "./proof.ts";

export const removedOnFailure: Proof<InterruptedEntry> = {
  id: "proof/removed-on-failure",
  says: "its removal stands where failures end: in `catch` or `finally`",
  find: (_file, { end: { node }, around }) => runsOnFailure(node, around) && node,
};
