/** The form of a proof: where it holds, it alone decides. It rests on the language, types, the catalogue or the flow, never on a name. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Candidate } from "../candidates/candidate.ts";
import type { FileFacts } from "../facts/file-facts.ts";

export interface Proof<Of extends Candidate = Candidate> {
  /** `proof/` and the name of the file. */
  readonly id: `proof/${string}`;
  /** What it proves: as the end of "It is (not) reported: …". */
  readonly says: string;
  /** The place that proves it; `true` where no place of its own does. */
  find(file: FileFacts, candidate: Of): TSESTree.Node | boolean;
}
