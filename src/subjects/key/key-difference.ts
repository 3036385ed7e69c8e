/** In what the key of a look-up or delete differs from the keys of all inserts. */
import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Difference } from "./compare-parts.ts";
import { compareKeys } from "./equality.ts";
import type { KeyUse } from "./key-use.ts";
import { findOtherOrigin, type OtherOrigin } from "./other-origins.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";

export interface KeyDifference {
  /** The first insert, and in what its key is another one. */
  readonly insert: KeyUse;
  readonly difference: Difference | OtherOrigin["difference"];
  /** How surely the key is that of no insert. */
  readonly confidence: Confidence;
}

/** Finds it; undefined where an insert may have used the key. */
export function differenceOf(file: FileFacts, store: UsedStore, asked: FormedUse): KeyDifference | undefined {
  let first: KeyDifference | undefined;
  let confidence: Confidence = "certain";
  for (const insert of store.inserts) {
    const equality = compareKeys(file, insert.form, asked.form, store.kind);
    const found = equality.kind === "never" ? equality : equality.kind === "same" ? undefined : findOtherOrigin(file, store, insert, asked);
    if (found === undefined) return undefined;
    confidence = weakest(confidence, found.confidence);
    first ??= { insert: insert.use, ...found };
  }
  return first && { insert: first.insert, difference: first.difference, confidence };
}
