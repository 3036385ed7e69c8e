/** Slots of signals: each function that the file connects to a signal can be taken off only with the same function. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../catalogue/entry.ts";
import { anything, memberOf } from "../catalogue/origin.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { enclosingFunction, receiverOf, type FunctionNode } from "../syntax/tree.ts";
import type { OfResource } from "./of-resource.ts";

export interface ConnectedSlot extends OfResource {
  /** The signal of `sender.changed.connect(slot)`. */
  readonly target: TSESTree.MemberExpression;
  readonly slot: FunctionNode;
  /** The function that connects; undefined at the top level. */
  readonly host: FunctionNode | undefined;
}

/** The sender keeps the slot until `disconnect` is given it again: https://lumino.readthedocs.io/en/latest/api/interfaces/signaling.ISignal.html */
const PAIR: Pair = {
  id: "language/signal-connection",
  noun: "a signal connection",
  acquire: { form: "call", callee: memberOf(anything, "connect") },
  handle: { from: "identity" },
  releases: [{ by: "receiver-method", name: "disconnect", same: [0, 1] }],
  heldBy: "receiver",
};

/** Collects the functions of the file that are connected; `known` are judged elsewhere. */
export function collectConnectedSlots(file: FileFacts, known: readonly Resource[]): readonly ConnectedSlot[] {
  const taken = new Set(known.map((resource) => resource.acquisition));
  return file.calls.named("connect").flatMap((call) => {
    const target = taken.has(call) || call.type !== "CallExpression" ? undefined : receiverOf(call);
    const [given] = call.arguments;
    const slot = given === undefined || target?.type !== "MemberExpression" ? undefined : file.functions.functionValueOf(given);
    if (slot === undefined || target?.type !== "MemberExpression") return [];
    return [{ node: call, resource: { acquisition: call, pair: PAIR, confidence: "likely" as const }, owner: ownerOf(file, call), target, slot, host: enclosingFunction(call) }];
  });
}
