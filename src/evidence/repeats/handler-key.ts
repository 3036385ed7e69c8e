import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { isHandlerName } from "../../catalogue/words/callbacks.ts";
import { isGivenHandler, nameOfKey } from "../../subjects/collection/key-kind.ts";
import type { Evidence } from "../evidence.ts";

export const handlerKey: Evidence<CollectionInsert, "given" | "held"> = {
  id: "repeats/handler-key",
  asks: "Is what is put in by its name a function to call when something happens?",
  levels: {
    given: ["a handler that the caller gives is put in", "leak"],
    held: ["what is put in is by its name a handler, which comes and goes", "leak"],
  },
  ask(file, { insert: { key } }) {
    if (key === undefined || !isHandlerName(nameOfKey(key))) return { level: "unknown", basis: "named" };
    return { level: isGivenHandler(file, key) ? "given" : "held", basis: "named", at: key };
  },
};
