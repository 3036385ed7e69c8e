/** The suggestions of the rules about keys, in the order in which a reader prefers them. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { printsKeys } from "../subjects/key/key-use.ts";
import { usedStoreAt, type UsedStore } from "../subjects/key/uses-by-store.ts";
import type { MismatchedKey, UnmatchedKey } from "../bench/judge-keys.ts";
import type { UnstableKey } from "../bench/judge-unstable-keys.ts";
import { findVolatility } from "../subjects/key/volatility.ts";
import { usesOf } from "./keyed-store.ts";
import { fixByKeptKey } from "./suggest-kept-key.ts";
import { fixByInsertedKey, fixByLookedUpStore } from "./suggest-matching-key.ts";
import { fixByKnownId, fixByListedFields, fixBySerializedKey } from "./suggest-stable-key.ts";
import { fixByWeakMap } from "./suggest-weak-map.ts";
import type { Suggestion } from "./suggestion.ts";

export type StableKeyId = "keepKey" | "keyById" | "useWeakMap" | "listFields" | "serializeKey";
export type MatchingKeyId = "keepKey" | "keyById" | "useWeakMap" | "useInsertedKey" | "fillLookedUp";

type Fix = TSESLint.ReportFixFunction | undefined;

/** Collects what makes an unstable key stable. */
export function collectStableKeySuggestions(file: FileFacts, verdict: UnstableKey): Suggestion<StableKeyId>[] {
  const { reason, subject, store } = verdict;
  switch (reason) {
    case "shared":
    case "changes":
    case "lossy":
      return [...offerKnownId(file, verdict.subjects ?? [subject]), ...(reason === "lossy" || store === undefined ? [] : offer("useWeakMap", fixByWeakMap(file, store)))];
    case "order":
      return offer("listFields", fixByListedFields(file, subject));
    case "identity":
      return store === undefined ? [] : offer("serializeKey", fixBySerializedKey(file, store));
    case "recomputed":
      return offer("keepKey", fixOfReadAgain(file, verdict));
    case "source":
    case "contents":
    case "ignored":
      return [];
  }
}

/** The key of the insert and of the look-up, found again among the uses of the store. */
function fixOfReadAgain({ sourceCode }: FileFacts, { store, insert, sites }: UnstableKey): Fix {
  const keyAt = (node: TSESTree.Node | undefined): TSESTree.Node | undefined => (store === undefined ? undefined : usesOf(store).find((use) => use.node === node)?.key);
  const [filled, asked] = [keyAt(insert), keyAt(sites[0])];
  return filled === undefined || asked === undefined ? undefined : fixByKeptKey(sourceCode, filled, asked);
}

/** Collects what lets a look-up or delete meet its insert. */
export function collectMatchingKeySuggestions(file: FileFacts, verdict: MismatchedKey): Suggestion<MatchingKeyId>[] {
  if (verdict.kind === "wrongStore") return offer("fillLookedUp", fixByLookedUpStore(file.sourceCode, verdict.insert.node, verdict.lookup.node));
  const { insert, use, difference } = verdict;
  switch (difference.kind) {
    case "recomputed":
      return [...offer("keepKey", fixByKeptKey(file.sourceCode, insert.key, use.key)), ...offerOtherKeys(file, verdict)];
    case "overwritten":
      return offer("keepKey", fixByKeptKey(file.sourceCode, insert.key, use.key));
    case "literal":
    case "surplus":
    case "order":
    case "normalized":
    case "text":
      return offer("useInsertedKey", fixByInsertedKey(file.sourceCode, insert.key, use.key));
    default:
      return [];
  }
}

/** Where a text changes, the object itself or its id serve all uses of the store. */
function offerOtherKeys(file: FileFacts, { use }: UnmatchedKey): Suggestion<"keyById" | "useWeakMap">[] {
  const store = usedStoreAt(file, use.store);
  if (store === undefined) return [];
  const subjects = collectChangingSubjects(file, store);
  return [...(subjects === undefined ? [] : offerKnownId(file, subjects)), ...offer("useWeakMap", fixByWeakMap(file, store))];
}

/** The changing part of each use's key; undefined where one has none. */
function collectChangingSubjects(file: FileFacts, store: UsedStore): readonly TSESTree.Node[] | undefined {
  const found = usesOf(store).map(({ key }) => findVolatility(file, buildKeyForm(file, key), printsKeys(store.kind), key));
  const subjects = found.flatMap((volatility) => (volatility?.kind === "changes" ? [volatility.subject] : []));
  return subjects.length === found.length ? [...new Set(subjects)] : undefined;
}

function offerKnownId(file: FileFacts, subjects: readonly TSESTree.Node[]): Suggestion<"keyById">[] {
  const found = fixByKnownId(file, subjects);
  const [subject] = subjects;
  if (found === undefined || subject === undefined) return [];
  return [{ messageId: "keyById", data: { member: `${file.sourceCode.getText(subject)}.${found.id}` }, fix: found.fix }];
}

function offer<MessageId extends string>(messageId: MessageId, fix: Fix): Suggestion<MessageId>[] {
  return fix === undefined ? [] : [{ messageId, data: {}, fix }];
}
