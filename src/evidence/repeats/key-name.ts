import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { domainOfName, eventNamed } from "../../catalogue/words/key-names.ts";
import { nameOfKey } from "../../subjects/collection/key-kind.ts";
import type { Evidence } from "../evidence.ts";

export const keyName: Evidence<GrowingCollection, "fixed" | "event"> = {
  id: "repeats/key-name",
  asks: "Does what is put in go by a name of which the source has a few?",
  levels: {
    fixed: ["what is put in is by its name a part of the source", "no leak"],
    event: ["it is kept by the name of an event, of which there are a few", "open"],
  },
  ask(_file, { collection, insert: { key, value = key } }) {
    const part = collection.kind === "array" ? value : key;
    const name = part === undefined ? "" : nameOfKey(part);
    if (domainOfName(name) !== "bounded") return { level: "unknown", basis: "named" };
    // An event is one of a few as a key, and one of many as an element.
    return { level: eventNamed.test(name) ? "event" : "fixed", basis: "named", at: part };
  },
};
