import type { Settlement } from "../candidates/settlement.ts";
import { areAlternatives } from "../syntax/arms.ts";
import type { Proof } from "./proof.ts";

export const otherBranch: Proof<Settlement> = {
  id: "proof/other-branch",
  says: "the callback that settles the promise is put on where it is not set up",
  find: (_file, { node, settler }) => areAlternatives(settler.node, node) && settler.node,
};
