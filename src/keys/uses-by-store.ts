import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { buildKeyForm } from "./build-key-form.ts";
import type { KeyForm } from "./key-form.ts";
import type { KeyUse, StoreKind } from "./key-use.ts";
import { collectKeyUses } from "./sinks.ts";

/** A use of a key with the key's form. */
export interface FormedUse {
  readonly use: KeyUse;
  readonly form: KeyForm;
}

/** All uses of one store in a file. */
export interface UsedStore {
  readonly place: Place;
  readonly kind: StoreKind;
  readonly inserts: readonly FormedUse[];
  readonly lookups: readonly FormedUse[];
  readonly deletes: readonly FormedUse[];
}

const stores = new WeakMap<FileFacts, readonly UsedStore[]>();

/** Collects the keyed stores of a file with their uses. */
export function collectUsedStores(file: FileFacts): readonly UsedStore[] {
  const known = stores.get(file);
  if (known !== undefined) return known;
  const groups = new Map<string, KeyUse[]>();
  for (const use of collectKeyUses(file)) groups.set(use.store.key, [...(groups.get(use.store.key) ?? []), use]);
  const used = [...groups.values()].flatMap((uses): UsedStore[] => {
    const [first] = uses;
    if (first === undefined) return [];
    const formed = uses.map((use): FormedUse => ({ use, form: buildKeyForm(file, use.key) }));
    const of = (operation: KeyUse["operation"]): FormedUse[] => formed.filter(({ use }) => use.operation === operation);
    return [{ place: first.store, kind: first.kind, inserts: of("insert"), lookups: of("lookup"), deletes: of("delete") }];
  });
  stores.set(file, used);
  return used;
}
