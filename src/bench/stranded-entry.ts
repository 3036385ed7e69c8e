/** What is said of a collection whose entries have a way out that does not take all of them. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../facts/confidence.ts";
import type { Collection } from "../subjects/collection/collection.ts";

/** Why an entry stays. `other` and `cause` of the verdict are what is meant by the words in quotes. */
export type StrandedReason =
  /** "other" removes it, unless "cause" fails first. */
  | "failure"
  /** "other" removes it, unless the function returns at "cause" first. */
  | "early-exit"
  /** "other" stands in a callback that runs on success only. */
  | "success-only"
  /** "other" removes it in an effect, which a render that is dropped never runs. */
  | "render-only"
  /** "other" removes it when an answer comes. */
  | "answer-only"
  /** "other" ends the entry of the sibling under the same id, and this one's stays. */
  | "forgotten-sibling"
  /** "other" empties the sibling, and this collection keeps its entries. */
  | "forgotten-clear"
  /** "other" writes null or undefined under the key, which stays. */
  | "blanked"
  /** "other" counts down, and the key stays at zero. */
  | "zero-count"
  /** "other" empties the collection that is the entry, and the entry stays. */
  | "inner-only"
  /** "other" ends what the entry stands for, and the entry stays. */
  | "kept-by-end"
  /** "other" is all that the end of the entry does, which marks it for who goes through the collection. */
  | "marked"
  /** "other" is the filter that should take it out, and keeps it alone. */
  | "kept-alone"
  /** "other" looks for a promise that another one was derived from, and that other one was stored. */
  | "never-stored"
  /** "other" makes a smaller copy, which nobody takes. */
  | "result-dropped";

export interface StrandedEntry {
  readonly reason: StrandedReason;
  readonly confidence: Confidence;
  readonly collection: Collection;
  /** Where to report: the insert, or the removal that does nothing. */
  readonly node: TSESTree.Node;
  readonly other: TSESTree.Node;
  readonly cause?: TSESTree.Node;
  /** The function around `other`, where it has a name. */
  readonly within?: string | undefined;
  readonly sibling?: Collection;
}

