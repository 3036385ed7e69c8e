import { anyCollectionMakers } from "../catalogue/words/language.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import type { Candidate } from "../candidates/candidate.ts";
import { isFilledFromOutside } from "../subjects/key/key-use.ts";
import type { UsedStore } from "../subjects/key/uses-by-store.ts";
import { unwrap } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** The file gives the store nothing but new and empty ones, so that all its entries come from the inserts. */
export const storeStartsEmpty: Proof<Candidate & { readonly store: UsedStore }> = {
  id: "proof/store-starts-empty",
  says: "all entries of the store come from the inserts of the file",
  find(file, { store: { place, kind } }) {
    if (isFilledFromOutside(kind)) return true;
    const values = file.stores.storesTo(place);
    return values.length > 0 && values.every(({ value }) => value !== undefined && isEmptyStore(unwrap(value))) && (values[0]?.value ?? true);
  },
};

function isEmptyStore(value: TSESTree.Node): boolean {
  switch (value.type) {
    case "NewExpression": {
      const isCollection = value.callee.type === "Identifier" && anyCollectionMakers.test(value.callee.name);
      return !isCollection || value.arguments.length === 0;
    }
    case "ObjectExpression":
      return value.properties.length === 0;
    case "CallExpression":
      return value.arguments.length === 1;
    case "Literal":
      return value.value === null;
    case "Identifier":
      return value.name === "undefined";
    default:
      return false;
  }
}
