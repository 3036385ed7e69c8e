import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { domainOfName } from "../../catalogue/words/key-names.ts";
import type { Collection } from "../../subjects/collection/collection.ts";
import { registry } from "../../catalogue/words/meant-to-stay.ts";
import { nameOfHolder } from "../../subjects/collection/container-lifetime.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const registryOfSources: Evidence<GrowingCollection, "yes"> = {
  id: "unmeant/registry-of-sources",
  asks: "Is it by its name a registry, which has as many entries as the source declares?",
  levels: { yes: ["it is by its name a registry of what the source declares", "no leak"] },
  ask: (_file, { collection }) => yesOrUnknown(isRegistryOfSources(collection), "named"),
};

/** A `SchemaRegistry` has as many entries as the source has schemas, and what is called `registry` itself as many as it declares. */
function isRegistryOfSources(collection: Collection): boolean {
  if (wordsOf(nameOfCollection(collection)).at(-1) === registry) return true;
  const words = wordsOf(nameOfHolder(collection.place) ?? "");
  return words.at(-1) === registry && domainOfName(words.at(-2) ?? "") === "bounded";
}
