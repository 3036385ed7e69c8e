/** In what the key of a look-up or delete differs from the keys of all inserts. */
import type { TSESTree } from "@typescript-eslint/utils";

import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Difference } from "./compare-parts.ts";
import { compareKeys } from "./equality.ts";
import { findFoundBefore } from "./found-before.ts";
import { confidenceByHabit, findHabitMiss } from "./key-habit.ts";
import type { KeyUse } from "./key-use.ts";
import { findOtherLevel, type OtherLevel } from "./other-level.ts";
import { findOtherOrigin, type OtherOrigin } from "./other-origins.ts";
import { findOtherRender, type OtherRender } from "./other-render.ts";
import { findReadBackMiss, type ReadBackDifference } from "./read-back-keys.ts";
import { findStateBetween, type ChangedState } from "./state-between.ts";
import { isHandedKeyOf } from "./uses-by-call.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";

/** A call that hands over a finished key, to which the use adds a part of it once more. */
interface AddedTwice {
  readonly kind: "twice";
  /** The expression that is added, or its text. */
  readonly part: TSESTree.Node | string;
  /** The use that adds it. */
  readonly use: TSESTree.Node;
}

export interface KeyDifference {
  /** The first insert, or the look-up that has found the entry, and in what its key is another one. */
  readonly insert: KeyUse;
  readonly difference: ReadBackDifference | OtherOrigin["difference"] | OtherLevel["difference"] | ChangedState["difference"] | OtherRender["difference"] | AddedTwice;
  /** How surely the key is that of no insert. */
  readonly confidence: Confidence;
  /** Whether this use shows it alone, whatever the others of the store ask for. */
  readonly isAlone?: boolean;
}

/** Finds it; undefined where an insert may have used the key. */
export function differenceOf(file: FileFacts, store: UsedStore, asked: FormedUse): KeyDifference | undefined {
  const fromInserts = differenceFromInserts(file, store, asked);
  const before = fromInserts === undefined ? findFoundBefore(file, store, asked) : undefined;
  return before === undefined ? fromInserts : { insert: before.found, difference: before.difference, confidence: "likely", isAlone: true };
}

function differenceFromInserts(file: FileFacts, store: UsedStore, asked: FormedUse): KeyDifference | undefined {
  let first: KeyDifference | undefined;
  let confidence: Confidence = "certain";
  for (const insert of store.inserts) {
    const found = missOf(file, store, insert, asked);
    if (found === undefined) return undefined;
    confidence = weakest(confidence, found.confidence);
    first ??= { insert: insert.use, ...found };
  }
  return first === undefined || isHandedKeyOf(file, store, asked) ? undefined : { ...first, confidence };
}

type Miss = Omit<KeyDifference, "insert">;

/** In what the key differs from that of one insert. */
function missOf(file: FileFacts, store: UsedStore, insert: FormedUse, asked: FormedUse): Miss | undefined {
  const readBack = findReadBackMiss(file, store, insert, asked);
  if (readBack !== undefined) return readBack === "may-match" ? undefined : { ...readBack, isAlone: true };
  const equality = compareKeys(file, insert.form, asked.form, store.kind);
  // Who looks up a and b under b and a may ask for the way back.
  if (equality.kind === "never" && equality.difference.kind === "order" && equality.difference.areNamed === true && asked.use.operation !== "delete") return undefined;
  if (equality.kind === "never" && equality.difference.kind === "order" && isFoundByOthers(file, store)) return { ...equality, confidence: "certain" };
  if (equality.kind === "never") return isNormalizedInsert(equality.difference) ? { ...equality, confidence: confidenceByHabit(file, store, asked, equality.difference.by) } : equality;
  if (equality.kind === "same") return findStateBetween(file, insert, asked) ?? findOtherRender(file, insert, asked);
  const level = findOtherLevel(file, store, insert, asked);
  if (level !== undefined) return { ...level, isAlone: true };
  return findOtherRender(file, insert, asked) ?? (findOtherOrigin(file, store, insert, asked) ?? findHabitMiss(file, store, insert, asked));
}

function isNormalizedInsert(difference: Difference): difference is Difference & { readonly kind: "normalized" } {
  return difference.kind === "normalized" && difference.on === "filled";
}

/** Whether all look-ups find what some insert puts in, so that only the deletes go another way. */
function isFoundByOthers(file: FileFacts, { inserts, lookups, kind }: UsedStore): boolean {
  return lookups.length > 0 && lookups.every((lookup) => inserts.some((insert) => compareKeys(file, insert.form, lookup.form, kind).kind === "same"));
}
