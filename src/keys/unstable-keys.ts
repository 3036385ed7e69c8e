/** Finds keys that cannot do their job, whatever they are compared with. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace } from "../facts/places.ts";
import type { ChangingForm, KeyForm } from "../subjects/key/key-form.ts";
import { printsKeys, type KeyUse } from "../subjects/key/key-use.ts";
import { collectMadeKeys } from "./made-keys.ts";
import { collectNamedCacheKeys } from "./named-caches.ts";
import { collectNewIdentities } from "./new-identities.ts";
import { collectUsedStores, type FormedUse, type UsedStore } from "../subjects/key/uses-by-store.ts";
import type { UnstableKey } from "./verdicts.ts";
import { findVolatility, nameOf, type Volatility } from "./volatility.ts";

/** Collects the keys that cannot do their job. */
export function collectUnstableKeys(file: FileFacts): readonly UnstableKey[] {
  if (file.kind === "test") return [];
  return collectUsedStores(file).flatMap((store) => [
    ...collectVolatileTexts(file, store),
    ...collectNewIdentities(file, store),
    ...collectReadAgain(file, store),
  ]).concat(collectNamedCacheKeys(file), collectMadeKeys(file));
}

function allUses(store: UsedStore): FormedUse[] {
  return [...store.inserts, ...store.lookups, ...store.deletes].sort((a, b) => a.use.node.range[0] - b.use.node.range[0]);
}

/** One verdict for each store and text: its other uses are named in it. */
function collectVolatileTexts(file: FileFacts, store: UsedStore): UnstableKey[] {
  const isPrinted = printsKeys(store.kind);
  const found = new Map<string, { readonly volatility: Volatility; readonly uses: KeyUse[]; readonly subjects: Set<TSESTree.Node> }>();
  for (const { use, form } of allUses(store)) {
    const volatility = findVolatility(file, form, isPrinted, use.key);
    if (volatility === undefined) continue;
    const text = `${volatility.kind} ${file.sourceCode.getText(volatility.subject)}`;
    const known = found.get(text);
    known?.uses.push(use);
    known?.subjects.add(volatility.subject);
    if (known === undefined) found.set(text, { volatility, uses: [use], subjects: new Set([volatility.subject]) });
  }
  // A record of what was seen, under a text that nobody asks for again, is no cache.
  const isAskedFor = store.lookups.length > 0 || store.deletes.length > 0;
  return [...found.values()].flatMap(({ volatility, uses, subjects }): UnstableKey[] => {
    if (!isAskedFor && volatility.kind !== "shared") return [];
    const { kind, subject, reasons, confidence } = volatility;
    return [{ reason: kind, subject, subjects: [...subjects], store, holder: describePlace(store.place), sites: uses.map(({ node }) => node), insert: undefined, clauses: reasons, confidence }];
  });
}

/** The clock, randomness or a new symbol, read for the insert and once more for the look-up. */
function collectReadAgain(file: FileFacts, store: UsedStore): UnstableKey[] {
  const written = store.inserts.flatMap(({ use, form }) => changingParts(form).map((part) => ({ use, part })));
  return [...store.lookups, ...store.deletes].flatMap(({ use, form }): UnstableKey[] => {
    const [part] = changingParts(form).filter(({ at }) => !written.some((other) => other.part.at === at));
    if (part === undefined || part.what === "counter") return [];
    const insert = written.find((other) => other.part.what === part.what)?.use ?? (part.what === "symbol" ? store.inserts[0]?.use : undefined);
    if (insert === undefined) return [];
    const clauses = [`${nameOf(file, part.node)} gives another value at each call`];
    return [{ reason: "recomputed", subject: part.node, store, holder: describePlace(store.place), sites: [use.node], insert: insert?.node, clauses, confidence: "certain" }];
  });
}

/** The parts that change by themselves, as long as nothing rounds or cuts them. */
function changingParts(form: KeyForm): ChangingForm[] {
  switch (form.kind) {
    case "changing":
      return [form];
    case "text":
      return changingParts(form.of);
    case "concat":
      return form.parts.flatMap(changingParts);
    case "call":
      return form.callee === "+" ? form.parts.flatMap(changingParts) : [];
    default:
      return [];
  }
}

