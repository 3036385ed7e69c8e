import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Collection } from "../../subjects/collection/collection.ts";
import { isEntryOf } from "../../subjects/entry/entry-values.ts";
import { settlerIn } from "../../subjects/settler/kept-settlers.ts";
import { memberName } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const settledOnce: Evidence<CollectionInsert, "yes"> = {
  id: "outlives/settled-once",
  asks: "Does what is put in settle a promise that somebody waits for, which is over once it is settled?",
  levels: { yes: ["it settles a promise, which happens once, and stays afterwards", "leak"] },
  ask(file, { collection, insert: { node, value } }) {
    const settler = value === undefined ? undefined : settlerIn(file, value, node);
    return yesAt(settler === undefined || handsOutAgain(file, collection) ? undefined : settler);
  },
};

/** `return loads.get(url).promise;`: who asks later is given the same promise, so that the entry is an answer that is kept. */
function handsOutAgain(file: FileFacts, collection: Collection): boolean {
  return file.nodes.members.some((member) => memberName(member) === "promise" && isEntryOf(file, member.object, collection));
}
