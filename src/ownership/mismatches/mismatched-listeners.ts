/** Removals of listeners that remove nothing, each with the addition it was meant for. */
import type { TSESTree } from "@typescript-eslint/utils";

import { signalClearing } from "../../catalogue/data/listener-verbs.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isMadeAnew } from "../../facts/value-lifetime.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { calleeName, enclosingFunction, memberName, receiverOf, walk, wrapped } from "../../syntax/tree.ts";
import { mayHaveSignal } from "../../subjects/listener/capture-flag.ts";
import type { ListenerCall, ListenerCalls } from "../../subjects/listener/listener-calls.ts";
import { freshnessOf, originsOf, storedIn } from "../../subjects/listener/listener-identity.ts";
import { compareCalls, compareTargets, isExact, mayMatch, onlyDifferenceOf, type Comparison, type Part } from "../../subjects/listener/listener-match.ts";
import { isHandedOn, isSamePlace } from "../../subjects/listener/listener-uses.ts";

/** A removal and the addition it cannot undo. */
export interface MismatchedListener {
  readonly kind: "listener";
  readonly removed: ListenerCall;
  readonly added: ListenerCall;
  /** What differs, or what the removal lacks. */
  readonly difference: Part | "no-event" | "no-listener";
  readonly confidence: Confidence;
}

const MOST_PAIRS = 200_000;

/** Collects the removals that cannot match, at most one for each addition and each removal. */
export function collectMismatchedListeners(file: FileFacts, calls: ListenerCalls): readonly MismatchedListener[] {
  if (calls.removed.length === 0 || calls.added.length * calls.removed.length > MOST_PAIRS) return [];
  const added = calls.added.filter((call) => isListening(file, call));
  const removed = calls.removed.filter((call) => isListening(file, call));
  const malformed = new Map(removed.flatMap((removal) => malformationOf(file, removal, added)));
  const orphans = added.filter((addition) => !mayHaveSignal(file, addition) && !mayBeRemoved(file, calls, malformed, addition));

  const found: MismatchedListener[] = [];
  for (const removal of removed) {
    const gap = malformed.get(removal);
    if (gap !== undefined) {
      if (orphans.includes(gap.added)) found.push(gap);
      continue;
    }
    const isUseful = calls.added.some((addition) => mayMatch(compareCalls(file, addition, removal)));
    if (isUseful && !isSecond(file, removed, removal)) continue;
    const verdict = findIntended(file, isUseful ? orphans.filter((addition) => isBesideTwin(file, added, addition, removal)) : orphans, removal);
    if (verdict !== undefined) found.push(verdict);
  }
  return found;
}

/**
 * Whether the call is about listeners: `connect` and `subscribe` are also verbs of clients and brokers, which take a
 * callback of completion.
 */
function isListening(file: FileFacts, call: ListenerCall): boolean {
  if (call.isOpen) return true;
  switch (call.verbs.family) {
    case "channel":
      return call.event === undefined || file.imports.modules.has("diagnostics_channel");
    case "signal":
      return call.listener !== undefined && (call.third?.type === "ThisExpression" || (call.third === undefined && freshnessOf(file, call.listener) === undefined));
    default:
      return true;
  }
}

function mayBeRemoved(
  file: FileFacts,
  calls: ListenerCalls,
  malformed: ReadonlyMap<ListenerCall, unknown>,
  addition: ListenerCall,
): boolean {
  if (addition.isOpen || addition.listener === undefined) return true;
  if (calls.removed.some((removal) => !malformed.has(removal) && mayMatch(compareCalls(file, addition, removal)))) return true;
  return calls.cleared.some((call) => {
    if (signalClearing.has(calleeName(call) ?? "")) return addition.verbs.family === "signal";
    const object = receiverOf(call);
    if (object === undefined) return true;
    const likeness = compareTargets(file, addition.target, object);
    return likeness === "same" || likeness === "unknown";
  });
}

/** A removal without the event or without the listener that its verb needs. */
function malformationOf(file: FileFacts, removed: ListenerCall, added: readonly ListenerCall[]): [ListenerCall, MismatchedListener][] {
  if (removed.isOpen || (removed.event === undefined) === (removed.listener === undefined)) return [];
  const of = (addition: ListenerCall | undefined, difference: "no-event" | "no-listener", confidence: Confidence): [ListenerCall, MismatchedListener][] =>
    addition === undefined ? [] : [[removed, { kind: "listener", removed, added: addition, difference, confidence }]];

  if (removed.verbs.family === "emitter" && removed.listener !== undefined) {
    if (added.some((addition) => addition.event === undefined)) return [];
    const listened = added.find((addition) => {
      const comparison = compareCalls(file, addition, removed);
      return addition.event !== undefined && addition.verbs === removed.verbs && comparison.target === "same" && comparison.listener === "same";
    });
    return of(listened, "no-event", removed.verb === "removeListener" ? "certain" : "likely");
  }
  if (removed.verbs.family !== "dom" || removed.event === undefined) return [];
  const listened = added.find((addition) => {
    const comparison = compareCalls(file, addition, removed);
    return addition.verbs === removed.verbs && comparison.target === "same" && comparison.event === "same";
  });
  const isPage = removed.target === undefined || /^(?:window|document|self|globalThis)\b/.test(globalPathOf(file, removed.target)?.join(".") ?? "");
  return of(listened, "no-listener", isPage ? "certain" : "likely");
}

/** The addition that a removal was meant for: it agrees in all but one part, and nothing else removes it. */
function findIntended(file: FileFacts, orphans: readonly ListenerCall[], removed: ListenerCall): MismatchedListener | undefined {
  if (removed.isOpen || removed.listener === undefined) return undefined;
  let best: MismatchedListener | undefined;
  let bestRank = -Infinity;
  for (const added of orphans) {
    if (added.verbs !== removed.verbs || !hasContextOfSignal(added, removed)) continue;
    const comparison = compareCalls(file, added, removed);
    const difference = onlyDifferenceOf(comparison);
    if (difference === undefined || (difference === "third" && isPrecaution(added, removed)) || (difference === "listener" && takesOver(file, added, removed))) continue;
    // On an object that is made with the listener there is never a second one.
    const isOnNew = added.target !== undefined && isMadeAnew(file, added.target);
    const confidence = isOnNew ? "likely" : confidenceOf(file, added, removed, difference, comparison);
    const rank = (wraps(file, added, removed) ? 4 : 0) + (confidence === "certain" ? 2 : 0) + (added.call.range[0] < removed.call.range[0] ? 1 : 0);
    if (rank > bestRank) [best, bestRank] = [{ kind: "listener", removed, added, difference, confidence }, rank];
  }
  return best;
}

/** `off(f); on(f, true)`: the same function is not added twice anyway, and whoever wrote the removal wants no end of it. */
function isPrecaution(added: ListenerCall, removed: ListenerCall): boolean {
  const block = statementListOf(removed.call);
  return removed.verbs.family === "dom" && block !== undefined && block === statementListOf(added.call) && removed.call.range[0] < added.call.range[0];
}

/** Whether the function asks the emitter for the listeners it has, takes one off and puts its own there instead. */
function takesOver(file: FileFacts, added: ListenerCall, removed: ListenerCall): boolean {
  const host = enclosingFunction(removed.call);
  const asking = [...file.calls.named("listeners"), ...file.calls.named("rawListeners")];
  return host === enclosingFunction(added.call) && asking.some((call) => enclosingFunction(call) === host && call.range[0] < removed.call.range[0]);
}

/** Whether the same removal stands before it in the same function: one of the two is a copy that was not changed. */
function isSecond(file: FileFacts, removed: readonly ListenerCall[], removal: ListenerCall): boolean {
  const block = statementListOf(removal.call);
  return removed.some((other) => {
    if (other.verbs !== removal.verbs || other.isOpen || other.call.range[0] >= removal.call.range[0] || statementListOf(other.call) !== block) return false;
    return block !== undefined && isExact(compareCalls(file, other, removal));
  });
}

/** The block that a call is a statement of. */
function statementListOf(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const statement = wrapped(call).parent;
  return statement?.type === "ExpressionStatement" ? statement.parent : undefined;
}

/** Whether the addition stands in one block with the addition that the removal undoes. */
function isBesideTwin(file: FileFacts, added: readonly ListenerCall[], addition: ListenerCall, removal: ListenerCall): boolean {
  const block = statementListOf(addition.call);
  return block !== undefined && added.some((other) => statementListOf(other.call) === block && isExact(compareCalls(file, other, removal)));
}

/** `connect(slot, this)` is a signal's; without `this` it may be anybody's. */
function hasContextOfSignal(added: ListenerCall, removed: ListenerCall): boolean {
  return added.verbs.family !== "signal" || added.third?.type === "ThisExpression" || removed.third?.type === "ThisExpression";
}

function confidenceOf(file: FileFacts, added: ListenerCall, removed: ListenerCall, difference: Part, comparison: Comparison): Confidence {
  const [listener, given] = [added.listener, removed.listener];
  if (listener === undefined || given === undefined || comparison[difference] === "unlike") return "likely";
  // Signals drop all connections of a receiver that is disposed of, however they were made.
  if (difference === "third") return removed.verbs.family === "signal" && isAtEnd(file, removed.call) ? "likely" : "certain";
  if (difference === "target") return isHandedOn(file, given) ? "likely" : "certain";
  if (difference === "event") return isHandedOn(file, given) || originsOf(file, given) === undefined ? "likely" : "certain";
  const fresh = freshnessOf(file, given);
  // A function written into `unsubscribe` may be told when it is done.
  if (fresh !== undefined) return fresh === "function" && removed.verbs.family === "channel" ? "likely" : "certain";
  if (isSamePlace(file, listener, given)) return isHandedOn(file, given) ? "likely" : "certain";
  if (wraps(file, added, removed)) return "certain";
  const areKnown = freshnessOf(file, listener) === undefined && originsOf(file, given) !== undefined;
  return weakest(areKnown ? "certain" : "likely", isHandedOn(file, given) ? "likely" : "certain");
}

/** Whether the added function is made of the removed one: bound, wrapped or called by it. */
function wraps(file: FileFacts, added: ListenerCall, removed: ListenerCall): boolean {
  const { listener } = added;
  const given = removed.listener;
  if (listener === undefined || given === undefined) return false;
  const makers: TSESTree.Node[] = freshnessOf(file, listener) !== undefined ? [listener] : [...(originsOf(file, storedIn(listener)) ?? [])];
  const core = coreOf(file, given);
  return makers.some((maker) => mentions(file, maker, core));
}

/** What a bound or wrapped function is made of: `this.onMove` for `this.onMove.bind(this)`. */
function coreOf(file: FileFacts, expression: TSESTree.Node): TSESTree.Node {
  const fresh = freshnessOf(file, expression);
  if (expression.type !== "CallExpression" || fresh === undefined) return expression;
  if (fresh === "bind") return expression.callee.type === "MemberExpression" ? expression.callee.object : expression;
  return expression.arguments[0] ?? expression;
}

function mentions(file: FileFacts, maker: TSESTree.Node, core: TSESTree.Node): boolean {
  let isFound = false;
  walk(maker, file.visitorKeys, (node) => {
    isFound ||= node !== core && (node.type === "Identifier" || node.type === "MemberExpression") && isSamePlace(file, node, core);
    return !isFound;
  });
  return isFound;
}

/** Whether it runs when the receiver or the sender is disposed of: in a teardown, or in what `disposed` calls. */
function isAtEnd(file: FileFacts, call: TSESTree.Node): boolean {
  for (let at = enclosingFunction(call); at !== undefined; at = enclosingFunction(at)) {
    const connecting = wrapped(at).parent;
    const signal = connecting?.type === "CallExpression" ? receiverOf(connecting) : undefined;
    if (file.functions.factOf(at).role === "teardown" || (signal?.type === "MemberExpression" && memberName(signal) === "disposed")) return true;
  }
  return false;
}
