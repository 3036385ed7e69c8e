/** Listeners that a teardown adds a second time, where the set-up's mirror image would remove them. */
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, type FunctionNode } from "../../syntax/tree.ts";
import type { ListenerCall, ListenerCalls } from "../../subjects/listener/listener-calls.ts";
import { freshnessOf } from "../../subjects/listener/listener-identity.ts";
import { compareCalls, isExact, mayMatch } from "../../subjects/listener/listener-match.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";

/** An addition that repeats another one where a removal is expected. */
export interface AddedAgain {
  readonly kind: "added-again";
  /** The call in the teardown. */
  readonly repeated: ListenerCall;
  readonly added: ListenerCall;
  /** The verb that belongs there. */
  readonly removal: string;
  readonly confidence: Confidence;
}

const UNDOING = /^_?(?:un[a-z]*|off|remove|detach|before(?:Detach|Unmount|Destroy)|onBefore(?:Detach|Hide)|deactivate|disable|stop|destroy)[A-Z_]?/;
const MOST_PAIRS = 100_000;

/** Collects the additions that stand where the set-up's listeners are removed. */
export function collectAddedAgain(file: FileFacts, { added, removed }: ListenerCalls): readonly AddedAgain[] {
  if (removed.length === 0 || added.length < 2 || added.length * added.length > MOST_PAIRS) return [];
  // Only a function that removes as well can add in its place.
  const removing = new Set(removed.map(({ call }) => enclosingFunction(call)));
  const suspects = added.filter(({ call }) => removing.has(enclosingFunction(call)));
  return suspects.flatMap((repeated) => {
    const verdict = judge(file, added, removed, repeated);
    return verdict === undefined ? [] : [verdict];
  });
}

function judge(file: FileFacts, added: readonly ListenerCall[], removed: readonly ListenerCall[], repeated: ListenerCall): AddedAgain | undefined {
  const teardown = enclosingFunction(repeated.call);
  if (teardown === undefined || repeated.isOpen || repeated.listener === undefined || freshnessOf(file, repeated.listener) !== undefined) return undefined;
  const column = removed.filter((removal) => removal.verbs === repeated.verbs && enclosingFunction(removal.call) === teardown);
  const others = added.filter((addition) => addition.verbs === repeated.verbs && enclosingFunction(addition.call) === teardown);
  if (column.length < others.length) return undefined;

  const original = added.find((addition) => addition !== repeated && enclosingFunction(addition.call) !== teardown && addition.verb === repeated.verb && isTwin(file, addition, repeated));
  if (original === undefined || removed.some((removal) => canUndo(file, added, original, removal))) return undefined;
  const isMirror = column.some((removal) => added.some((addition) => enclosingFunction(addition.call) === enclosingFunction(original.call) && isExact(compareCalls(file, addition, removal))));
  const isTeardown = isUndoing(file, teardown) && !isUndoing(file, enclosingFunction(original.call));
  if (!isMirror || (!isTeardown && column.length < 3)) return undefined;
  return { kind: "added-again", repeated, added: original, removal: removalFor(repeated, column), confidence: isTeardown || column.length > 4 ? "certain" : "likely" };
}

/** Whether a removal may be for this addition; one that is exactly for another is not. */
function canUndo(file: FileFacts, added: readonly ListenerCall[], original: ListenerCall, removal: ListenerCall): boolean {
  const comparison = compareCalls(file, original, removal);
  return mayMatch(comparison) && (isExact(comparison) || !added.some((addition) => isExact(compareCalls(file, addition, removal))));
}

function isTwin(file: FileFacts, one: ListenerCall, other: ListenerCall): boolean {
  return !one.isOpen && one.listener !== undefined && one.verbs === other.verbs && isExact(compareCalls(file, one, other));
}

function isUndoing(file: FileFacts, node: FunctionNode | undefined): boolean {
  const name = node === undefined ? undefined : file.functions.factOf(node).name;
  return name !== undefined && (teardownRankOf(file, name) !== undefined || UNDOING.test(name));
}

/** The verb that the neighbours use, where it undoes this one. */
function removalFor(repeated: ListenerCall, column: readonly ListenerCall[]): string {
  return column[0]?.verb ?? repeated.verbs.undoneBy.get(repeated.verb) ?? "off";
}
