import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { isIdentityKey } from "../../subjects/collection/key-kind.ts";
import { isObjectByUse } from "../../subjects/collection/key-kind.ts";
import { unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const identityOfEntry: Evidence<StayingEntry, "object" | "id"> = {
  id: "repeats/identity-of-entry",
  asks: "Is its key one of many things that come and go, or the id of one?",
  levels: {
    object: ["its key is an object, which may come and go", "leak"],
    id: ["its key is the id of one of many things", "leak"],
  },
  ask(file, { insert: { key } }) {
    if (key !== undefined && isObjectByUse(file, key)) return { level: "object", basis: "shown", at: key };
    // What a member is called belongs to the object that it is of; a variable is called what its file likes.
    const basis = key !== undefined && unwrap(key).type === "MemberExpression" ? "shown" : "named";
    return { level: key !== undefined && isIdentityKey(key) ? "id" : "unknown", basis, at: key };
  },
};
