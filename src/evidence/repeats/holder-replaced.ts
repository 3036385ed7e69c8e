import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { isRenewal, type Collection } from "../../subjects/collection/collection.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const holderReplaced: Evidence<GrowingCollection, "yes" | "no"> = {
  id: "repeats/holder-replaced",
  asks: "Is what holds it put in place anew, so that the old one goes with its holder?",
  levels: {
    yes: ["what holds it is put in place anew", "no leak"],
    no: ["what holds it stays", "open"],
  },
  ask: (file, { collection }) => shownAt(findReplacement(file, collection)),
};

/** `pending = { list: [] }` in a function: what holds the collection is put in place anew, and the old list goes with the old holder. */
function findReplacement(file: FileFacts, { place }: Collection): TSESTree.Node | undefined {
  if (place.path.length === 0) return undefined;
  const references = place.root.kind === "variable" ? place.root.variable.references : [];
  const assigned = references.find((reference) => reference.isWrite() && reference.init !== true && enclosingFunction(reference.identifier) !== undefined);
  return assigned?.identifier ?? holdersOf(file, place).flatMap((holder) => file.stores.storesTo(holder)).find((store) => isRenewal(file, store))?.site;
}

/** `this.state` and `this.state.lists` of `this.state.lists.open`. */
function holdersOf(file: FileFacts, place: Place): readonly Place[] {
  if (place.root.kind !== "instance" && place.root.kind !== "static") return [];
  const holders: Place[] = [];
  let holder = file.places.placeOfOwner(place.root.owner, place.root.kind === "static");
  for (const name of place.path.slice(0, -1)) {
    holder = file.places.memberOf(holder, name);
    holders.push(holder);
  }
  return holders;
}
