/** Stores of whatever make that a function looks into under what a call makes of a value, and empties under the value itself. */
import type { TSESTree } from "@typescript-eslint/utils";

import { keyedOperations } from "../catalogue/words/keyed-stores.ts";
import { normalizers } from "../catalogue/words/key-texts.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf } from "../facts/variables.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { findClass } from "../subjects/key/class-text.ts";
import { compareParts } from "../subjects/key/compare-parts.ts";
import { inputsOf } from "../subjects/key/key-habit.ts";
import type { KeyDifference } from "../subjects/key/key-difference.ts";
import { collectForms, isPlainValue, type KeyForm } from "../subjects/key/key-form.ts";
import type { KeyUse } from "../subjects/key/key-use.ts";
import { dottedName } from "../subjects/key/reading.ts";
import { storeKind } from "../subjects/key/stores-of.ts";
import type { FormedUse } from "../subjects/key/uses-by-store.ts";
import { lazy } from "../syntax/lazy.ts";
import { bySource, calleeName, receiverOf, unwrap, wrapped, type CallNode } from "../syntax/tree.ts";
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

/** What a peer makes of the value that the delete is given, by name; undefined where it may take the value itself, or makes something of another one. */
function makerGiven(file: FileFacts, { use, form }: FormedUse, asked: KeyForm): string | undefined {
  const isAsked = (part: KeyForm): boolean => compareParts(file, part, asked, false).kind === "same";
  if (form.kind === "call" && !isMethodOfValue(form.receiver, asked) && form.parts.some(isAsked)) return form.callee;
  const helper = helperOf(file, use.key);
  return helper?.arguments.some((argument) => isAsked(buildKeyForm(file, argument))) === true && !isOwnHabit(use.kind, form) ? dottedName(helper.callee) : undefined;
}

/** Whether the call is a method of the value itself. */
function isMethodOfValue(receiver: KeyForm | undefined, value: KeyForm): boolean {
  const inputs = new Set(inputsOf(value).flatMap(({ id, variable }) => (variable === undefined ? [] : [id])));
  return receiver !== undefined && inputsOf(receiver).some(({ id }) => inputs.has(id));
}

/** Whether all that is done to the value is what a store of unknown make may do to its keys itself, as headers do. */
function isOwnHabit(kind: KeyUse["kind"], form: KeyForm): boolean {
  return kind === "other" && form.kind === "call" && normalizers.has(form.callee) && isPlainValue(form.receiver ?? form.parts[0] ?? form);
}

/** The call of a function of the file that a key is made by, in place or through a constant. */
function helperOf(file: FileFacts, key: TSESTree.Node): TSESTree.CallExpression | undefined {
  const node = unwrap(key);
  const variable = file.variables.variableOf(node);
  const made = variable === undefined ? node : unwrap(initializerOf(variable) ?? node);
  return made.type === "CallExpression" && file.functions.calledFunction(made) !== undefined ? made : undefined;
}

/** What all other uses apply, where one of them applies it to the very value that the delete is given. */
function differenceFromPeers(file: FileFacts, use: KeyUse, peers: readonly FormedUse[]): KeyDifference | undefined {
  const asked = buildKeyForm(file, use.key);
  const inputs = new Set(inputsOf(asked).flatMap(({ id, variable }) => (variable === undefined ? [] : [id])));
  const sharing = peers.filter(({ form }) => inputsOf(form).some(({ id }) => inputs.has(id)));
  const methods = new Set(peers.flatMap((peer) => (peer.use.node.type === "CallExpression" ? (calleeName(peer.use.node) ?? []) : [])));
  const confidence = methods.size > 1 ? "certain" : "likely";
  for (const near of sharing) {
    const insert = (peers.find((peer) => peer.use.operation === "insert") ?? near).use;
    const maker = makerGiven(file, near, asked);
    if (maker === undefined || (use.kind === "other" && normalizers.has(maker))) continue;
    const isMade = (peer: FormedUse): boolean => dottedName(helperOf(file, peer.use.key)?.callee ?? peer.use.node) === maker || collectForms(peer.form).some((part) => part.kind === "call" && part.callee === maker);
    return peers.every(isMade) ? { insert, difference: { kind: "normalized", by: maker.replace(/^\./, ""), on: "filled" }, confidence } : undefined;
  }
  return undefined;
}
