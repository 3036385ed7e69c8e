/** The look-ups and deletes of a file whose keys no insert used. */
import { collectAskedKeys, collectWrongStores } from "../candidates/asked-key.ts";
import { collectBareKeys } from "../candidates/bare-key.ts";
import { collectHandedKeys } from "../candidates/handed-key.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { KeyDifference } from "../subjects/key/key-difference.ts";
import type { KeyUse } from "../subjects/key/key-use.ts";
import { hear, type HeardCandidate } from "./reason.ts";
import { keyHandedOn, keyInWrongStore, keyLeftBare, keyUnmatched } from "./reasons/key-unmatched.ts";
import { reportedOf } from "./reported.ts";

/** A store that is looked up while what belongs into it goes into another. */
interface WrongStoreVerdict {
  readonly kind: "wrongStore";
  readonly lookup: KeyUse;
  readonly insert: KeyUse;
  readonly confidence: Confidence;
}

/** A look-up or delete under a key that no insert of the file ever used. */
export interface UnmatchedKey extends KeyDifference {
  readonly kind: "unmatched";
  readonly use: KeyUse;
}

export type MismatchedKey = WrongStoreVerdict | UnmatchedKey;

export interface MismatchedKeyVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  readonly found: readonly MismatchedKey[];
}

/** Judges the keys that the stores of the file are asked for. */
export function judgeMismatchedKeys(file: FileFacts): MismatchedKeyVerdicts {
  if (file.kind === "test") return { heard: [], found: [] };
  const asked = collectAskedKeys(file).map((candidate) => hear(file, keyUnmatched, candidate));
  const handed = collectHandedKeys(file).map((candidate) => hear(file, keyHandedOn, candidate));
  const bare = collectBareKeys(file).map((candidate) => hear(file, keyLeftBare, candidate));
  const wrong = collectWrongStores(file).map((candidate) => hear(file, keyInWrongStore, candidate));
  const unmatched = reportedOf(asked).flatMap(({ use, difference, confidence }) => unmatchedAt(use, difference(), confidence));
  // What a call adds once more is wrong at the call; what the use leaves out is wrong there, whichever call leads to it.
  const ofCalls = reportedOf(handed).flatMap(({ use, call, difference, confidence }) => unmatchedAt(difference()?.difference.kind === "twice" ? { ...use, node: call } : use, difference(), confidence));
  const ofPeers = reportedOf(bare).flatMap(({ use, difference, confidence }) => unmatchedAt(use, difference(), confidence));
  const told = new Set(unmatched.map(({ use }) => use.node));
  for (const verdict of [...ofCalls, ...ofPeers]) {
    if (told.has(verdict.use.node)) continue;
    told.add(verdict.use.node);
    unmatched.push(verdict);
  }
  return {
    heard: [...asked, ...handed, ...bare, ...wrong],
    found: [...unmatched, ...reportedOf(wrong).map(({ use, insert, confidence }) => ({ kind: "wrongStore" as const, lookup: use, insert, confidence }))],
  };
}

function unmatchedAt(use: KeyUse, found: KeyDifference | undefined, confidence: Confidence): UnmatchedKey[] {
  return found === undefined ? [] : [{ kind: "unmatched", use, ...found, confidence }];
}
