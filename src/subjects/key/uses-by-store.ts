import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { buildKeyForm } from "./build-key-form.ts";
import type { KeyForm } from "./key-form.ts";
import type { KeyUse, StoreKind } from "./key-use.ts";
import { collectKeyUses } from "./sinks.ts";

/** A use of a key with the key's form. */
export interface FormedUse {
  readonly use: KeyUse;
  /** Built when it is first read: most stores show by their operations alone that there is nothing to compare. */
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
  for (const use of collectKeyUses(file)) {
    const group = groups.get(use.store.key);
    if (group === undefined) groups.set(use.store.key, [use]);
    else group.push(use);
  }
  const used = [...groups.values()].flatMap((uses): UsedStore[] => {
    const [first] = uses;
    if (first === undefined) return [];
    const of = (operation: KeyUse["operation"]): FormedUse[] => uses.filter((use) => use.operation === operation).map((use) => formed(file, use));
    return [{ place: first.store, kind: first.kind, inserts: of("insert"), lookups: of("lookup"), deletes: of("delete") }];
  });
  stores.set(file, used);
  return used;
}

/** The store at a place, with its uses. */
export function usedStoreAt(file: FileFacts, place: Place): UsedStore | undefined {
  return collectUsedStores(file).find((store) => store.place.key === place.key);
}

function formed(file: FileFacts, use: KeyUse): FormedUse {
  return {
    use,
    get form() {
      return buildKeyForm(file, use.key);
    },
  };
}
