import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { isExportedCollection, isReachableFromOutside } from "../../subjects/collection/visibility.ts";
import { isClass } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const openToOthers: Evidence<StayingEntry, "exported" | "public" | "no"> = {
  id: "owned/open-to-others",
  asks: "Can other files reach the collection: an export, a public field of a class that marks its private ones?",
  levels: {
    exported: ["other files can remove it, as its collection is exported", "open"],
    public: ["other files can remove it, as its collection is a public field", "open"],
    no: ["no other file can remove it", "leak"],
  },
  ask(file, { kept: { collection } }) {
    const { root } = collection.place;
    if (isExportedCollection(collection)) return { level: "exported", basis: "shown" };
    return { level: "owner" in root && isClass(root.owner) && isReachableFromOutside(file, collection) ? "public" : "no", basis: "shown" };
  },
};
