import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { isIdentityKey } from "../../subjects/collection/key-kind.ts";
import { unwrap } from "../../syntax/tree.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const identityKey: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/identity-key",
  asks: "Is the key the id of one of many things?",
  levels: { yes: ["its key is the id of one of many things", "leak"] },
  ask: (file, { insert: { key } }) => yesAt(key !== undefined && isIdentityKey(key) && namesThing(file, key) ? key : undefined, "named"),
};

/** Whether a key says what it is the id of; a bare `id` does where it is declared as `item.id`. */
function namesThing(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  if (node.type !== "Identifier" || wordsOf(node.name).length > 1) return true;
  const variable = file.variables.variableOf(node);
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init !== undefined && unwrap(init).type === "MemberExpression";
}
