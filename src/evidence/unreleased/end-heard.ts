import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { findHeardEnd, findToldEnd } from "../../subjects/collection/heard-end.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const endHeard: Evidence<CollectionInsert, "yes"> = {
  id: "unreleased/end-heard",
  asks: "Does what fills it, or one that asks it for what has ended, listen for the end of what is put in?",
  levels: { yes: ["the end of what is put in is heard, and removes nothing", "leak"] },
  ask: (file, { insert, operations }) => yesAt(findHeardEnd(file, insert) ?? findToldEnd(file, operations)),
};
