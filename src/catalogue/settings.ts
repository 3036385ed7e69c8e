/** The catalogue under the user's settings: the shipped entries and the user's own. */
import { catalogue, pairs } from "./catalogue.ts";
import { checkSettings, describeFault, SettingsError } from "./check-settings.ts";
import { buildLifecycles } from "./lifecycles.ts";
import { buildCatalogue, type Catalogue } from "./lookup.ts";
import { cacheOf, pairOf } from "./user-entries.ts";
import type { LeakproofSettings } from "./user-settings.ts";

const built = new WeakMap<object, Catalogue>();
/** The last text and its catalogue: some linters parse the settings anew for each file. */
let latest: { readonly text: string; readonly catalogue: Catalogue } | undefined;

/**
 * The catalogue under what stands at `settings.leakproof`; the shipped one where nothing stands there. Throws a
 * `SettingsError` where the settings are broken, once for each settings object: whoever asks after that gets the shipped
 * entries, so that one mistake is not told by every rule.
 */
export function catalogueUnder(settings: unknown): Catalogue {
  if (settings === undefined) return catalogue;
  const key = settings as LeakproofSettings;
  const known = typeof settings === "object" && settings !== null ? built.get(key) : undefined;
  if (known !== undefined) return known;
  if (typeof settings === "object" && settings !== null) built.set(key, catalogue);
  checkSettings(settings);
  const text = JSON.stringify(settings);
  const found = latest?.text === text ? latest.catalogue : build(key);
  latest = { text, catalogue: found };
  built.set(key, found);
  return found;
}

function build(own: LeakproofSettings): Catalogue {
  refuseTakenIds(own);
  // The user's own come first: of two that name a call alike, theirs is meant.
  return buildCatalogue([...(own.pairs ?? []).map(pairOf), ...pairs], { caches: (own.caches ?? []).map(cacheOf), lifecycles: buildLifecycles(own.lifecycles ?? []) });
}

/** Settings extend the catalogue and replace nothing in it. */
function refuseTakenIds(settings: LeakproofSettings): void {
  const shipped = new Set<string>(pairs.map(({ id }) => id));
  for (const field of ["pairs", "caches"] as const) {
    const seen = new Set<string>();
    (settings[field] ?? []).forEach(({ id }, index) => {
      const says = seen.has(id) ? "is the id of an earlier entry" : field === "pairs" && shipped.has(id) ? "is the id of a shipped entry, and settings replace none" : undefined;
      if (says !== undefined) throw new SettingsError(describeFault({ path: [field, index, "id"], says }, settings));
      seen.add(id);
    });
  }
}
