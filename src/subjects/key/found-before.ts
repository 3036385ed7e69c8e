/** Deletes of what their function has just found, under a key that is made of the one by which it was found. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import type { Difference } from "./compare-parts.ts";
import { compareKeys } from "./equality.ts";
import { collectForms, isPlainValue, type KeyForm } from "./key-form.ts";
import type { KeyUse } from "./key-use.ts";
import { readByCalls } from "./uses-by-call.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";

export interface FoundBefore {
  /** The look-up by the plain value. */
  readonly found: KeyUse;
  readonly difference: Difference;
}

/**
 * Finds that a function looks for an entry by a plain value, as all others who ask or fill the store do, and deletes under a text that
 * it makes of the same value: `const entry = open.get(id); if (entry) open.delete("open:" + id)`. Undefined where any key that is put
 * in, also by a call of the file, is made of something.
 */
export function findFoundBefore(file: FileFacts, store: UsedStore, asked: FormedUse): FoundBefore | undefined {
  if (asked.use.operation !== "delete" || isPlainValue(asked.form)) return undefined;
  const home = enclosingFunction(asked.use.node);
  const inputs = new Set(collectForms(asked.form).flatMap((part) => idOf(part) ?? []));
  const isEarlier = ({ use }: FormedUse): boolean => enclosingFunction(use.node) === home && use.node.range[0] < asked.use.node.range[0];
  for (const lookup of home === undefined ? [] : store.lookups.filter(isEarlier)) {
    const id = idOf(lookup.form);
    const equality = id === undefined || !inputs.has(id) ? undefined : compareKeys(file, lookup.form, asked.form, store.kind);
    if (equality?.kind === "never" && isAdorned(equality.difference)) return isAlwaysPlain(file, store) ? { found: lookup.use, difference: equality.difference } : undefined;
  }
  return undefined;
}

/** The delete has more than the look-up, and not another version of it. */
function isAdorned(difference: Difference): boolean {
  return "on" in difference && difference.on === "asked";
}

function isAlwaysPlain(file: FileFacts, { inserts, lookups }: UsedStore): boolean {
  return [...inserts, ...lookups].every(({ form }) => isPlainValue(form)) && inserts.every((insert) => readByCalls(file, insert).every(({ form }) => isPlainValue(form)));
}

/** The same text for the same value; undefined for what is made of something. */
function idOf(form: KeyForm): string | undefined {
  if (form.kind === "input") return form.id;
  const owner = form.kind === "member" ? idOf(form.of) : undefined;
  return form.kind === "member" && owner !== undefined ? `${owner}.${form.name}` : undefined;
}
