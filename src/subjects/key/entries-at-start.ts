/** The entries that a store is made with, where they are stores themselves: `{ north: {}, south: {} }`, `new Map([["north", new Map()]])`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { storeKind } from "./stores-of.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";

const MAXIMUM_ENTRIES = 50;

interface Entry {
  readonly key: TSESTree.Node;
  readonly value: TSESTree.Node;
  readonly node: TSESTree.Node;
}

/** Collects them as inserts; none where the file gives the store anything else. */
export function collectEntriesAtStart(file: FileFacts, { place, kind }: UsedStore): readonly FormedUse[] {
  const [made, ...others] = file.stores.storesTo(place);
  const entries = made?.value === undefined || others.length > 0 ? undefined : entriesOf(unwrap(made.value));
  if (entries === undefined || entries.length === 0 || entries.length > MAXIMUM_ENTRIES || !entries.every(({ value }) => storeKind(file, value) !== undefined)) return [];
  return entries.map(({ key, value, node }) => ({ use: { operation: "insert", kind, store: place, key, value, node }, form: formOfName(file, key) }));
}

/** The name of a property is a text, however it is written. */
function formOfName(file: FileFacts, key: TSESTree.Node): FormedUse["form"] {
  return key.type === "Identifier" && key.parent.type === "Property" ? { kind: "literal", value: key.name, node: key } : buildKeyForm(file, key);
}

function entriesOf(made: TSESTree.Node): readonly Entry[] | undefined {
  if (made.type === "ObjectExpression") return wholeOf(made.properties.map((property) => (property.type === "Property" && memberName(property) !== undefined ? { key: property.key, value: property.value, node: property } : undefined)));
  const list = made.type === "NewExpression" && made.arguments.length === 1 ? made.arguments[0] : undefined;
  return list?.type !== "ArrayExpression" ? undefined : wholeOf(list.elements.map(entryOfPair));
}

function entryOfPair(pair: TSESTree.Node | null): Entry | undefined {
  const [key, value] = pair?.type === "ArrayExpression" ? pair.elements : [];
  return pair == null || key == null || value == null ? undefined : { key, value, node: pair };
}

function wholeOf(entries: readonly (Entry | undefined)[]): readonly Entry[] | undefined {
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}
