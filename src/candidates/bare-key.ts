/** Stores of whatever make that a function looks into under what a call makes of a value, and empties under the value itself. */
import { keyedOperations } from "../catalogue/words/keyed-stores.ts";
import { normalizers } from "../catalogue/words/key-texts.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { findClass } from "../subjects/key/class-text.ts";
import { compareParts } from "../subjects/key/compare-parts.ts";
import { inputsOf } from "../subjects/key/key-habit.ts";
import type { KeyDifference } from "../subjects/key/key-difference.ts";
import { collectForms, type KeyForm } from "../subjects/key/key-form.ts";
import type { KeyUse } from "../subjects/key/key-use.ts";
import { storeKind } from "../subjects/key/stores-of.ts";
import type { FormedUse } from "../subjects/key/uses-by-store.ts";
import { lazy } from "../syntax/lazy.ts";
import { bySource, calleeName, receiverOf, wrapped, type CallNode } from "../syntax/tree.ts";
import type { DifferingKey } from "./asked-key.ts";

/** A delete under a value of which the other uses of the store make their keys. */
export interface BareKey extends DifferingKey {
  readonly use: KeyUse;
  /** The other uses of the store in the file. */
  readonly peers: readonly FormedUse[];
}

const MAXIMUM_PEERS = 60;

/** Collects the deletes under a plain value. */
export function collectBareKeys(file: FileFacts): readonly BareKey[] {
  const calls = [...keyedOperations.keys()].flatMap((name) => file.calls.named(name));
  const deletes = calls.flatMap((call) => useIn(file, call, "delete") ?? []).filter(({ key }) => isPlainValue(buildKeyForm(file, key)));
  if (deletes.length === 0) return [];
  const uses = peersByStore(file, calls);
  return deletes.flatMap((use): BareKey[] => {
    const peers = uses.get(use.store.key) ?? [];
    return peers.length < 2 || peers.length > MAXIMUM_PEERS ? [] : [{ node: use.node, use, peers, difference: lazy(() => differenceFromPeers(file, use, peers)) }];
  });
}

/** The look-ups and inserts of each store, in source order. */
function peersByStore(file: FileFacts, calls: readonly CallNode[]): ReadonlyMap<string, readonly FormedUse[]> {
  const byStore = new Map<string, FormedUse[]>();
  const uses = calls.flatMap((call) => useIn(file, call, "lookup") ?? useIn(file, call, "insert") ?? []);
  for (const use of uses.sort((one, other) => bySource(one.node, other.node))) {
    const formed = { use, get form() { return buildKeyForm(file, use.key); } };
    const known = byStore.get(use.store.key);
    if (known === undefined) byStore.set(use.store.key, [formed]);
    else known.push(formed);
  }
  return byStore;
}

/** A use that a call is by its method and the number of its arguments. */
function useIn(file: FileFacts, call: CallNode, operation: KeyUse["operation"]): KeyUse | undefined {
  const receiver = call.type === "CallExpression" ? receiverOf(call) : undefined;
  const [key, value] = call.arguments;
  if (receiver === undefined || key === undefined || key.type === "SpreadElement" || keyedOperations.get(calleeName(call) ?? "") !== operation) return undefined;
  if ((operation === "insert") !== (value !== undefined)) return undefined;
  const store = file.places.placeOf(receiver);
  const kind = storeKind(file, receiver);
  // A class of the file may take a value here and a key there; what its methods do with it is theirs to show.
  const isOwn = kind === undefined && (receiver.type === "ThisExpression" || findClass(file, receiver) !== undefined);
  return store === undefined || store.root.kind === "global" || isOwn ? undefined : { operation, kind: kind ?? "other", store, key, value, node: wrapped(call) };
}

function isPlainValue(form: KeyForm): boolean {
  return form.kind === "input" || (form.kind === "member" && isPlainValue(form.of));
}

/** Whether the call is a method of the value itself. */
function isMethodOfValue(receiver: KeyForm | undefined, inputs: ReadonlySet<string>): boolean {
  return receiver !== undefined && inputsOf(receiver).some(({ id }) => inputs.has(id));
}

/** What all other uses apply, where one of them applies it to the very value that the delete is given. */
function differenceFromPeers(file: FileFacts, use: KeyUse, peers: readonly FormedUse[]): KeyDifference | undefined {
  const asked = buildKeyForm(file, use.key);
  const inputs = new Set(inputsOf(asked).flatMap(({ id, variable }) => (variable === undefined ? [] : [id])));
  const near = peers.filter(({ form }) => form.kind === "call" && !isMethodOfValue(form.receiver, inputs) && form.parts.some((part) => compareParts(file, part, asked, false).kind === "same") && inputsOf(form).some(({ id }) => inputs.has(id)));
  const [first] = near;
  if (first?.form.kind !== "call") return undefined;
  const { callee } = first.form;
  // A store that brings its keys into one form itself, as headers do, is asked for either.
  const isOwnForm = use.kind === "other" && normalizers.has(callee);
  if (isOwnForm || !peers.every(({ form }) => collectForms(form).some((part) => part.kind === "call" && part.callee === callee))) return undefined;
  const shown = peers.find((peer) => peer.use.operation === "insert") ?? first;
  const methods = new Set(peers.flatMap((peer) => (peer.use.node.type === "CallExpression" ? (calleeName(peer.use.node) ?? []) : [])));
  return { insert: shown.use, difference: { kind: "normalized", by: callee.replace(/^\./, ""), on: "filled" }, confidence: methods.size > 1 ? "certain" : "likely" };
}
