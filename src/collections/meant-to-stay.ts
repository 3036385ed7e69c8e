/** Entries that are kept on purpose: by a setting, or as the data of a store. */
import { isFunction, memberName } from "../syntax/tree.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { nameOfOwner } from "../subjects/collection/container-lifetime.ts";
import { wordsOf } from "../subjects/collection/name-evidence.ts";
import type { Operation } from "../subjects/collection/operations.ts";

/** `if (this.keepResults) this.results[id] = result`: whoever has no use for the entries turns them off. */
export function isKeptByChoice({ node }: Operation): boolean {
  for (let at = node; at.parent != null && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type !== "IfStatement" || parent.consequent !== at) continue;
    const name = parent.test.type === "MemberExpression" ? memberName(parent.test) : parent.test.type === "Identifier" ? parent.test.name : undefined;
    if (/^(?:keep|retain|record|remember|store|save|collect)$/.test(wordsOf(name ?? "")[0] ?? "")) return true;
  }
  return false;
}

/** A `MemoryStore` holds the data themselves, which nobody removes as long as they are wanted. */
export function isDataStore({ place }: Collection): boolean {
  const owner = "owner" in place.root ? nameOfOwner(place.root.owner) : undefined;
  return /^(?:In)?Memory[A-Z]/.test(owner ?? "");
}
