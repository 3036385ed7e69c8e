import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import { findWrittenKeys } from "../../subjects/collection/given-keys.ts";
import type { Evidence } from "../evidence.ts";

export const keysGiven: Evidence<CollectionInsert, "yes"> = {
  id: "repeats/keys-given",
  asks: "Does every call of the project that gives a key write it out?",
  levels: { yes: ["every call of the project that gives a key writes it out, so there are a few", "no leak"] },
  ask(file, { insert, collection: { kind } }) {
    // A list keeps each of them again.
    const found = insert.key === undefined || kind === "array" ? undefined : findWrittenKeys(file, insert.key);
    return { level: found === undefined ? "unknown" : "yes", basis: "project", ...(found !== undefined && (found.file === file ? { at: found.node } : { where: file.project.placeOf(found) })) };
  },
};
