import { removalsIn, type StayingEntry } from "../../candidates/staying-entry.ts";
import { collectDeletePaths } from "../../subjects/collection/delete-paths.ts";
import type { Evidence } from "../evidence.ts";

export const removalOfEntry: Evidence<StayingEntry, "may-match" | "cannot-match" | "of-no-use" | "none"> = {
  id: "unreleased/removal-of-entry",
  asks: "Is there a removal that cannot be told apart from one of this entry?",
  levels: {
    "may-match": ["a removal of the file may be one of this entry", "no leak"],
    "cannot-match": ["the removals under its key never take it out, which is another defect", "no leak"],
    "of-no-use": ["the removals there are take entries out only with their owner, or never run", "leak"],
    "none": ["nothing in the file removes entries", "leak"],
  },
  ask(file, { kept: { collection, operations } }) {
    const { canMatch, useless } = collectDeletePaths(file, collection, operations);
    const matching = removalsIn(operations).find((operation) => !useless.some((one) => one.operation === operation));
    if (canMatch) return { level: "may-match", basis: "shown", at: matching?.node };
    const vain = useless.find(({ reason }) => reason === "key-never-matches" || reason === "reinserted");
    if (vain !== undefined) return { level: "cannot-match", basis: "shown", at: vain.operation.node };
    const [removal] = useless;
    return { level: removal === undefined ? "none" : "of-no-use", basis: removal?.reason === "owner-end" ? "named" : "shown", at: removal?.operation.node };
  },
};
