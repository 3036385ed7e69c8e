/** What the analyses of keys answer. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../facts/confidence.ts";
import type { Difference } from "./compare-parts.ts";
import type { KeyUse } from "../subjects/key/key-use.ts";
import type { OtherOrigin } from "./other-origins.ts";
import type { UsedStore } from "../subjects/key/uses-by-store.ts";

/**
 * Why a key cannot do its job:
 * - `changes`, `shared`, `source`, `lossy`, `contents`, `order`: as text, see `VolatilityKind`;
 * - `ignored`: the key of a memoized function leaves out what its result depends on;
 * - `identity`: the object is made for the look-up, so that no entry has it;
 * - `recomputed`: the clock, randomness or a new symbol, read again for the look-up.
 */
export type UnstableReason = "changes" | "shared" | "source" | "lossy" | "contents" | "order" | "ignored" | "identity" | "recomputed";

export interface UnstableKey {
  readonly reason: UnstableReason;
  /** The part of the key that is to blame. */
  readonly subject: TSESTree.Node;
  /** All the places where the same part stands in a key of one store; none where the store is not seen. */
  readonly subjects?: readonly TSESTree.Node[];
  /** The store that the key is for, where the file shows it. */
  readonly store?: UsedStore;
  /** What the key is for, as the source writes it: the store, or the function that makes or takes keys. */
  readonly holder: string;
  /** Where the key is used, in source order. */
  readonly sites: readonly TSESTree.Node[];
  /** For `identity` and `recomputed`: the insert whose entry is not found. */
  readonly insert: TSESTree.Node | undefined;
  readonly clauses: readonly string[];
  readonly confidence: Confidence;
}

/** A store that is looked up while what belongs into it goes into another. */
export interface WrongStore {
  readonly kind: "wrongStore";
  readonly lookup: KeyUse;
  readonly insert: KeyUse;
  readonly confidence: Confidence;
}

/** A look-up or delete under a key that no insert of the file ever used. */
export interface UnmatchedKey {
  readonly kind: "unmatched";
  readonly insert: KeyUse;
  readonly use: KeyUse;
  readonly difference: Difference | OtherOrigin["difference"];
  readonly confidence: Confidence;
}

export type MismatchedKey = WrongStore | UnmatchedKey;
