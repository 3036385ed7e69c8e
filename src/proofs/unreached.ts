import type { LostHandle } from "../candidates/lost-handle.ts";
import { flowOwnerOf } from "../subjects/way/graphs.ts";
import type { Proof } from "./proof.ts";

export const unreached: Proof<LostHandle> = {
  id: "proof/unreached",
  says: "no way leads to the call",
  find(file, { node, graphs }) {
    const graph = graphs.graphOf(flowOwnerOf(file, node));
    return graph?.positionsOf(node).length === 0;
  },
};
