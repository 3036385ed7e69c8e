import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { findWeakDeclaration } from "../../subjects/collection/declared-kind.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const declaredWeak: Evidence<CollectionInsert, "yes"> = {
  id: "unmeant/declared-weak",
  asks: "Is it declared as a weak collection, which lets go of an entry with its key, while what is made is none?",
  levels: { yes: ["it is declared as a weak collection, and made as one that holds on to its keys", "leak"] },
  ask: (file, { collection: { kind, creation } }) => yesAt(kind === "map" || kind === "set" ? findWeakDeclaration(file, creation) : undefined, "typed"),
};
