/** Finds keys that cannot do their job, whatever they are compared with. */
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace } from "../facts/places.ts";
import { functionOf } from "../facts/variables.ts";
import { unwrap } from "../syntax/tree.ts";
import type { ChangingForm, FreshForm, KeyForm } from "./key-form.ts";
import { printsKeys, type KeyUse } from "./key-use.ts";
import { findListEvidence } from "./list-keys.ts";
import { collectMadeKeys } from "./made-keys.ts";
import { collectNamedCacheKeys } from "./named-caches.ts";
import { collectUsedStores, type FormedUse, type UsedStore } from "./uses-by-store.ts";
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
  const found = new Map<string, { readonly volatility: Volatility; readonly uses: KeyUse[] }>();
  for (const { use, form } of allUses(store)) {
    const volatility = findVolatility(file, form, isPrinted, use.key);
    if (volatility === undefined) continue;
    const text = `${volatility.kind} ${file.sourceCode.getText(volatility.subject)}`;
    const known = found.get(text);
    if (known === undefined) found.set(text, { volatility, uses: [use] });
    else known.uses.push(use);
  }
  // A record of what was seen, under a text that nobody asks for again, is no cache.
  const isAskedFor = store.lookups.length > 0 || store.deletes.length > 0;
  return [...found.values()].flatMap(({ volatility, uses }): UnstableKey[] => {
    if (!isAskedFor && volatility.kind !== "shared") return [];
    const { kind, subject, reasons, confidence } = volatility;
    return [{ reason: kind, subject, holder: describePlace(store.place), sites: uses.map(({ node }) => node), insert: undefined, clauses: reasons, confidence }];
  });
}

/** Objects that are made for the look-up or the delete: no entry has them. */
function collectNewIdentities(file: FileFacts, store: UsedStore): UnstableKey[] {
  if (printsKeys(store.kind)) return [];
  const kept = new Set(store.inserts.flatMap(({ form }) => (form.kind === "fresh" ? [form.at] : [])));
  const verdicts = [...store.lookups, ...store.deletes].flatMap(({ use, form }): UnstableKey[] => {
    const insert = store.inserts[0]?.use;
    if (form.kind === "fresh" && !kept.has(form.at)) {
      const confidence = confidenceOf(file, form);
      const clauses = [`it is ${form.what}, made anew each time`];
      return [{ reason: "identity", subject: use.key, holder: describePlace(store.place), sites: [use.node], insert: insert?.node, clauses, confidence }];
    }
    const list = store.kind !== "map" || insert === undefined || !isLongLived(store) ? undefined : findListEvidence(file, form);
    if (list === undefined) return [];
    return [{ reason: "identity", subject: use.key, holder: describePlace(store.place), sites: [use.node], insert: insert?.node, clauses: [list], confidence: "likely" }];
  });
  return verdicts.filter((verdict, index) => verdict.confidence === "certain" || index === verdicts.findIndex((other) => other.clauses[0] === verdict.clauses[0]));
}

/** Whether the store outlives a call: a memory of what one walk has visited is rightly keyed by identity. */
function isLongLived({ place }: UsedStore): boolean {
  return place.root.kind !== "variable" || functionOf(place.root.variable) === undefined;
}

/** An object that is written in place is seen by nobody else; one that comes through a variable or a method of unknown make is less sure. */
function confidenceOf(file: FileFacts, form: FreshForm): Confidence {
  if (!form.isInPlace) return "likely";
  const node = unwrap(form.node);
  if (node.type !== "CallExpression" || !form.what.startsWith("the result of `.")) return "certain";
  const receiver = unwrap(node.callee);
  if (receiver.type !== "MemberExpression") return "likely";
  const isArray = file.types.ancestryOf(receiver.object)?.some(({ name, module }) => module === "lib" && /^(?:Readonly)?Array$/.test(name));
  return isArray === true || form.what.includes(".bind(") ? "certain" : "likely";
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
    return [{ reason: "recomputed", subject: part.node, holder: describePlace(store.place), sites: [use.node], insert: insert?.node, clauses, confidence: "certain" }];
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

