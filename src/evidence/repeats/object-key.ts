import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { isObjectByUse } from "../../subjects/collection/key-kind.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const objectKey: Evidence<GrowingCollection, "yes" | "no"> = {
  id: "repeats/object-key",
  asks: "Is the key an object, of which there are as many as the program makes?",
  levels: {
    yes: ["its key is an object, of which there are as many as the program makes", "leak"],
    no: ["its key is not used as an object", "open"],
  },
  ask: (file, { insert: { key } }) => shownAt(key !== undefined && isObjectByUse(file, key) ? key : undefined),
};
