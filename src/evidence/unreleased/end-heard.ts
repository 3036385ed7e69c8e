import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { findHeardEnd } from "../../subjects/collection/heard-end.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const endHeard: Evidence<CollectionInsert, "yes"> = {
  id: "unreleased/end-heard",
  asks: "Does what fills it listen for the end of what it puts in?",
  levels: { yes: ["the end of what is put in is heard, and removes nothing", "leak"] },
  ask: (file, { insert }) => yesAt(findHeardEnd(file, insert)),
};
