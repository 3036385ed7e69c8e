import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import type { UselessReason } from "../../subjects/collection/delete-paths.ts";
import type { Evidence } from "../evidence.ts";

/** What ends the owner, the whole collection or a part of an entry was never there to take an entry out. */
const NO_REMOVALS: ReadonlySet<UselessReason> = new Set<UselessReason>(["owner-end", "switched-off", "element-only"]);

export const vainDelete: Evidence<CollectionInsert, "never-matches" | "undone" | "perhaps"> = {
  id: "unreleased/vain-delete",
  asks: "Is there a removal that can never do its job? Who removes in vain knows that entries end.",
  levels: {
    "never-matches": ["what removes uses a key that was never put in", "leak"],
    undone: ["what removes is undone by the insert after it", "leak"],
    perhaps: ["what removes seems to remove nothing", "leak"],
  },
  ask(_file, { deletePaths: { useless } }) {
    const vain = useless.filter(({ reason }) => !NO_REMOVALS.has(reason));
    const at = vain[0]?.operation.node;
    if (vain.length === 0) return { level: "unknown", basis: "shown" };
    if (vain.some(({ confidence }) => confidence === "likely")) return { level: "perhaps", basis: "shown", at };
    return { level: vain.some(({ reason }) => reason === "key-never-matches") ? "never-matches" : "undone", basis: "shown", at };
  },
};
