import type { LostHandle } from "../candidates/lost-handle.ts";
import type { Proof } from "./proof.ts";

export const neverLeftHeld: Proof<LostHandle> = {
  id: "proof/never-left-held",
  says: "no way out of the function leaves it behind",
  find: (_file, { trace }) => trace?.heldPaths?.length === 0,
};
