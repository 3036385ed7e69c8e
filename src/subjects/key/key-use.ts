/** Where a value is used as a key: the operations on keyed stores that a file contains. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { KeyOperation } from "../../catalogue/cache-entry.ts";
import type { Place } from "../../facts/places.ts";

/**
 * - `weak`: WeakMap and WeakSet;
 * - `record`: a plain object used as a map;
 * - `cache`: a catalogued cache that keeps its keys as they are;
 * - `textCache`: one that turns them into text;
 * - `outsideCache`: one that does so, and that other programs fill as well;
 * - `requestCache`: such a one whose keys are requests as well as texts;
 * - `other`: a store of unknown make, by its methods.
 */
export type StoreKind = "map" | "set" | "weak" | "record" | "cache" | "textCache" | "outsideCache" | "requestCache" | "other";

/** Answers whether a store turns its keys into text, so that a value and its text are one key. */
export function printsKeys(kind: StoreKind): boolean {
  return kind === "record" || kind === "textCache" || isFilledFromOutside(kind);
}

/** Answers whether other programs and other runs fill the store as well. */
export function isFilledFromOutside(kind: StoreKind): boolean {
  return kind === "outsideCache" || kind === "requestCache";
}

export interface KeyUse {
  readonly operation: KeyOperation;
  readonly kind: StoreKind;
  /**
   * The store the key is for. For a nested store (`outer.get(a).set(b, v)`, `const inner = outer.get(a) ?? …; inner.set(b, v)`)
   * it is the outer place with one more member `[element]`.
   */
  readonly store: Place;
  readonly key: TSESTree.Node;
  /** The value stored, for inserts into maps and records. */
  readonly value: TSESTree.Node | undefined;
  /** The whole operation: the call, the assignment, the `delete` or the member read. */
  readonly node: TSESTree.Node;
}
