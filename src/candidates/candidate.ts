/** What may be wrong in a file, found by its structure alone: no name and no doubt has a say in what becomes a candidate. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FunctionNode } from "../syntax/tree.ts";

/** A candidate of one reason; each reason adds what its questions need. */
export interface Candidate {
  /** What is held, and where a report would stand. */
  readonly node: TSESTree.Node;
}

/** What ends in a callback, which may be that of a promise. */
export interface OnFulfilment extends Candidate {
  readonly callback: FunctionNode;
}
