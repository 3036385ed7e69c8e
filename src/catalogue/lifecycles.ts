/** By which names objects begin and end: the shipped ones, and the user's own. */
import { cleanupCalls, componentBases, componentDecorators, setupNames, teardownNames } from "./data/lifecycles.ts";
import { namesIn } from "./user-entries.ts";
import type { LifecycleSetting } from "./user-settings.ts";

export interface Lifecycles {
  /** Methods whose call ends the life of their object. */
  readonly teardownNames: ReadonlySet<string>;
  /** The teardowns that the user named: they end for good, whatever habit says of the name. */
  readonly ownTeardownNames: ReadonlySet<string>;
  readonly setupNames: ReadonlySet<string>;
  /** The hook that ends the objects of a base class, by the name of the class. */
  readonly componentBases: ReadonlyMap<string, string>;
  /** The hook that ends the objects of a decorated class, by the name of the decorator. */
  readonly componentDecorators: ReadonlyMap<string, string>;
  /** Whether a callback given to a call of this name runs when what surrounds it ends. */
  isCleanupCall(name: string): boolean;
}

/** The shipped lifecycles and the user's own. */
export function buildLifecycles(settings: readonly LifecycleSetting[]): Lifecycles {
  const all = (field: "teardown" | "setup" | "cleanupCalls"): string[] => settings.flatMap((setting) => namesIn(setting[field]));
  const hooks = (field: "extends" | "decorators"): (readonly [string, string])[] =>
    settings.flatMap((setting) => namesIn(setting[field]).map((name) => [name, namesIn(setting.teardown)[0] as string] as const));
  const ownCleanupCalls = new Set(all("cleanupCalls"));
  const ownTeardownNames = new Set(all("teardown"));
  return {
    teardownNames: settings.length === 0 ? teardownNames : new Set([...teardownNames, ...ownTeardownNames]),
    ownTeardownNames,
    setupNames: settings.length === 0 ? setupNames : new Set([...setupNames, ...all("setup")]),
    componentBases: new Map([...componentBases, ...hooks("extends")]),
    componentDecorators: new Map([...componentDecorators, ...hooks("decorators")]),
    isCleanupCall: (name) => ownCleanupCalls.has(name) || cleanupCalls.test(name),
  };
}
