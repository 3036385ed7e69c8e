/** Entries stay in a collection that outlives them. */
import { edit, swapFor, withoutStatement } from "../edits.mjs";
import { collectionsOf } from "../entries.mjs";
import { guardedReleases } from "../tries.mjs";
import { bare, functionAround, isFunction, wrapped } from "../syntax.mjs";
import { afterTheWork } from "./missed-releases.mjs";

/** Operators that leave entries behind. */
export const entriesLeft = [
  { id: "only-delete-gone", says: "The only delete of a collection is gone.", find: withoutDelete },
  { id: "delete-out-of-finally", says: "A delete that stood in a finally block stands after the work, so that a failure passes it by.", find: outOfFinally },
  { id: "entry-emptied-not-deleted", says: "The entry is set to undefined instead of deleted, so that its key stays.", find: emptied },
  { id: "sibling-collection-forgotten", says: "Of several collections with the same key one keeps its entry.", find: siblingForgotten },
];

function* withoutDelete(file) {
  for (const { removal, subject } of collectionsOf(file)) yield edit(removal.statement, subject, withoutStatement(file, removal.statement));
}

function* outOfFinally(file) {
  for (const guarded of guardedReleases(file)) {
    if (guarded.isDelete) yield afterTheWork(file, guarded);
  }
}

function* emptied(file) {
  for (const { kind, removal, subject } of collectionsOf(file)) {
    if (kind === "Set" || removal.statement.expression !== wrapped(removal.node)) continue;
    if (kind === "record") yield edit(removal.node, subject, swapFor(removal.node, `${file.source(removal.node.argument)} = undefined`));
    else yield edit(removal.node, subject, swapFor(bare(removal.node.callee).property, "set"), { range: [removal.key.range[1], removal.key.range[1]], by: ", undefined" });
  }
}

function* siblingForgotten(file) {
  const all = collectionsOf(file);
  for (const one of all) {
    const siblings = all.filter((other) => other !== one && isSibling(file, one, other));
    if (siblings.length > 0) yield edit(one.removal.statement, `${one.subject} beside ${siblings[0].subject}`, withoutStatement(file, one.removal.statement));
  }
}

/** Deleted from under the same key in the same function, and filled under the same key. */
function isSibling(file, one, other) {
  const around = functionAround(one.removal.node);
  if (around !== functionAround(other.removal.node) || !isFunction(around)) return false;
  return file.source(one.removal.key) === file.source(other.removal.key) && one.inserts.some(({ key }) => other.inserts.some((insert) => file.source(insert.key) === file.source(key)));
}
