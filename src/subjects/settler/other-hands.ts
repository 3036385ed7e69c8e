/** Who else releases what was set up for a wait when a callback settles it: a helper outside of the wait, or who got the handle along with what settles. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { calledFrom, standsIn } from "../../facts/reach.ts";
import { initializerOf } from "../../facts/variables.ts";
import { isWithin, unwrap, wrapped } from "../../syntax/tree.ts";
import { canRemove } from "../listener/listeners.ts";
import { isSamePlace } from "../listener/listener-uses.ts";
import type { Resource } from "../resource/resource.ts";
import type { Settler } from "./settlers.ts";
import type { Wait } from "./waits.ts";

/**
 * The removals outside of the wait that may be of this listener: `this.take(id)` finds the record of the wait, and takes off
 * the listener that is kept in it.
 */
export function removalsElsewhere(file: FileFacts, resource: Resource, { home }: Wait): readonly TSESTree.Node[] {
  if (resource.pair.handle.from !== "identity") return [];
  return resource.pair.releases.flatMap((release) => (release.by !== "receiver-method" ? [] : file.calls.named(release.name).filter((call) => !isWithin(call, home) && canRemove(file, resource, call, release))));
}

/** Whether the settler calls a function that removes it, or who settles has it: `{ resolve, onAbort }`. */
export function isReleasedByOthers(file: FileFacts, resource: Resource, settler: Settler, elsewhere: readonly TSESTree.Node[]): boolean {
  if (elsewhere.length === 0) return false;
  if (settler.functions.size === 0) return isKeptWith(file, resource, settler.node);
  const run = calledFrom(file, settler.functions);
  return elsewhere.some((removal) => standsIn(removal, run));
}

/** Whether one record gets both what settles and the listener, in its literal or later: `request.onAbort = …`. */
function isKeptWith(file: FileFacts, { acquisition }: Resource, settling: TSESTree.Node): boolean {
  const property = wrapped(settling).parent;
  const record = property?.type === "Property" && property.parent.type === "ObjectExpression" ? property.parent : undefined;
  const listener = acquisition.arguments[1] === undefined ? undefined : unwrap(acquisition.arguments[1]);
  if (record === undefined || listener === undefined) return false;
  if (record.properties.some((other) => other.type === "Property" && isSamePlace(file, other.value, listener))) return true;
  const kept = listener.type === "MemberExpression" ? unwrap(listener.object) : undefined;
  const variable = kept?.type === "Identifier" ? file.variables.variableOf(kept) : undefined;
  const value = variable === undefined ? undefined : initializerOf(variable);
  return value !== undefined && unwrap(value) === record;
}
