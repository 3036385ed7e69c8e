/** Where all that a file does with a store is known, so that a suggestion can give it keys of another make. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { opennessOf } from "../subjects/key/store-mentions.ts";
import type { KeyUse } from "../subjects/key/key-use.ts";
import type { UsedStore } from "../subjects/key/uses-by-store.ts";
import { memberName, receiverOf, unwrap, wrapped } from "../syntax/tree.ts";

/** Collects the uses of a store, in no order. */
export function usesOf({ inserts, lookups, deletes }: UsedStore): readonly KeyUse[] {
  return [...inserts, ...lookups, ...deletes].map(({ use }) => use);
}

/** The `new` that makes the store, if the file makes it once, keeps it to itself and reaches it by its keys only. `allowed` are further members it may have. */
export function findOnlyMaking(file: FileFacts, store: UsedStore, allowed: readonly string[]): TSESTree.NewExpression | undefined {
  const stores = file.stores.storesTo(store.place);
  const made = stores.length === 1 && stores[0]?.value !== undefined ? unwrap(stores[0].value) : undefined;
  if (made?.type !== "NewExpression" || file.stores.annotationOf(store.place) !== undefined || opennessOf(file, store.place) !== "closed") return undefined;
  const receivers = new Set(usesOf(store).map(({ node }) => receiverAt(node)));
  const isKnown = (mention: TSESTree.Node): boolean => {
    const { parent } = wrapped(mention);
    if (receivers.has(unwrap(mention))) return true;
    if (parent?.type === "AssignmentExpression") return parent.left === mention;
    return parent?.type === "MemberExpression" && parent.object === wrapped(mention) && allowed.includes(memberName(parent) ?? "");
  };
  return file.mentions.of(store.place).every(isKnown) ? made : undefined;
}

function receiverAt(operation: TSESTree.Node): TSESTree.Node | undefined {
  const call = unwrap(operation);
  const receiver = call.type === "CallExpression" ? receiverOf(call) : undefined;
  return receiver === undefined ? undefined : unwrap(receiver);
}
