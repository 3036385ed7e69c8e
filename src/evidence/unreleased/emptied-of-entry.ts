import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { collectDeletePaths } from "../../subjects/collection/delete-paths.ts";
import type { Evidence } from "../evidence.ts";

export const emptiedOfEntry: Evidence<StayingEntry, "while-it-lives" | "in-the-end" | "no"> = {
  id: "unreleased/emptied-of-entry",
  asks: "Is the whole collection emptied while its owner lives?",
  levels: {
    "while-it-lives": ["its whole collection is emptied while the owner lives", "no leak"],
    "in-the-end": ["its whole collection is emptied only with its owner, or never", "open"],
    "no": ["nothing empties its collection", "leak"],
  },
  ask(file, { kept: { collection, operations } }) {
    const emptied = operations.filter(({ kind }) => kind === "empty");
    if (emptied.length === 0) return { level: "no", basis: "shown" };
    const { useless } = collectDeletePaths(file, collection, operations);
    const living = emptied.find((operation) => !useless.some((one) => one.operation === operation));
    return { level: living === undefined ? "in-the-end" : "while-it-lives", basis: "named", at: (living ?? emptied[0])?.node };
  },
};
