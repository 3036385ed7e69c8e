/** Entries stay in a collection that outlives them. */
import { edit, swapFor, withoutStatement } from "../edits.mjs";
import { collectionsOf } from "../entries.mjs";
import { guardedReleases } from "../tries.mjs";
import { bare, wrapped } from "../syntax.mjs";
import { afterTheWork } from "./missed-releases.mjs";

/** Operators that leave entries behind. */
export const entriesLeft = [
  { id: "only-delete-gone", says: "The only delete of a collection is gone.", find: withoutDelete },
  { id: "delete-out-of-finally", says: "A delete that stood in a finally block stands after the work, so that a failure passes it by.", find: outOfFinally },
  { id: "entry-emptied-not-deleted", says: "The entry is set to undefined instead of deleted, so that its key stays.", find: emptied },
  { id: "sibling-collection-forgotten", says: "Of several collections with the same key one keeps its entry.", find: siblingForgotten },
];

function deleteStatements(file) {
  return collectionsOf(file).filter(({ removal }) => removal.statement !== undefined);
}

function* withoutDelete(file) {
  for (const { removal, subject } of deleteStatements(file)) yield edit(removal.statement, subject, withoutStatement(file, removal.statement));
}

function* outOfFinally(file) {
  for (const guarded of guardedReleases(file)) {
    if (guarded.isDelete) yield afterTheWork(file, guarded);
  }
}

function* emptied(file) {
  for (const { kind, removal, subject } of deleteStatements(file)) {
    if (kind === "Set" || removal.statement.expression !== wrapped(removal.node)) continue;
    if (kind === "record") yield edit(removal.node, subject, swapFor(removal.node, `${file.source(removal.node.argument)} = undefined`));
    else yield edit(removal.node, subject, swapFor(bare(removal.node.callee).property, "set"), { range: [removal.key.range[1], removal.key.range[1]], by: ", undefined" });
  }
}

function* siblingForgotten(file) {
  for (const { removal, siblings, subject } of deleteStatements(file)) {
    if (siblings.length > 0) yield edit(removal.statement, `${subject} beside ${siblings[0].subject}`, withoutStatement(file, removal.statement));
  }
}
