import type { EarlyRelease } from "../candidates/idle-release.ts";
import type { Proof } from "./proof.ts";

/** What an effect returns is called after it; a call that it returns has run before. */
export const undoneAtOnce: Proof<EarlyRelease> = {
  id: "proof/undone-at-once",
  says: "it undoes at once what the effect has just begun, and nothing is left for its end",
  find: (_file, { acquired }) => acquired,
};
