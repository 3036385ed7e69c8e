/** Entries that are, or have, a promise derived from another one, and that its own callback takes out. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { derivesPromise } from "../subjects/entry/promise-chain.ts";
import { enclosingFunction, memberName, receiverOf, unwrap, wrapped, type FunctionNode } from "../syntax/tree.ts";
import { stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface DerivedEntry extends StayingEntry {
  readonly callback: FunctionNode;
  /** The call that derives the promise, `source.finally(callback)`. */
  readonly derived: TSESTree.CallExpression;
  readonly source: TSESTree.Node;
  /** The field of the entry that has the derived promise; undefined where the entry is that promise. */
  readonly field: string | undefined;
}

/** Collects the removals in callbacks of calls whose result is what was put in, or a field of it. */
export function collectDerived(file: FileFacts, kept: KeptCollection): DerivedEntry[] {
  const { collection, operations } = kept;
  const insert = operations.find(({ kind }) => kind === "insert");
  if (insert === undefined) return [];
  return operations.flatMap((removal) => {
    const callback = removal.kind === "remove" ? enclosingFunction(removal.node) : undefined;
    const derived = callback?.parent;
    const source = derived?.type === "CallExpression" ? receiverOf(derived) : undefined;
    if (callback === undefined || derived?.type !== "CallExpression" || source === undefined || !derivesPromise(derived) || !isStored(file, derived, insert.value, collection)) return [];
    return [{ ...stayingEntry(kept, insert, removal), callback, derived, source, field: fieldOf(derived) }];
  });
}

/** Whether the derived promise is what was put in, or a field of it. */
function isStored(file: FileFacts, derived: TSESTree.CallExpression, value: TSESTree.Node | undefined, collection: Collection): boolean {
  if (value === undefined || collection.kind === "map") return false;
  if (unwrap(value) === derived) return true;
  const place = file.places.placeOf(value);
  const { parent } = wrapped(derived);
  if (place === undefined) return false;
  if (parent?.type === "VariableDeclarator") return file.places.placeOf(parent.id)?.key === place.key;
  return parent?.type === "AssignmentExpression" && parent.left.type === "MemberExpression" && file.places.placeOf(parent.left.object)?.key === place.key;
}

function fieldOf(derived: TSESTree.CallExpression): string | undefined {
  const { parent } = wrapped(derived);
  return parent?.type === "AssignmentExpression" && parent.left.type === "MemberExpression" ? memberName(parent.left) : undefined;
}
