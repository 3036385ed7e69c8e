import type { ReleaseByHand } from "../candidates/release-by-hand.ts";
import { isPlainDisposal } from "../subjects/resource/disposal.ts";
import type { Proof } from "./proof.ts";

export const sameAsDisposal: Proof<ReleaseByHand> = {
  id: "proof/same-as-disposal",
  says: "the release does what the disposal of its type does, and nothing more",
  find: (file, { call, name, pair }) => isPlainDisposal(file, call, name, pair),
};
