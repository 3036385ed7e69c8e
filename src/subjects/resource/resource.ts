/** Resources: the acquisitions of a file, each with the pair that says how it is released. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../../catalogue/entry.ts";
import { apiNamesBehind } from "../../facts/api-alias.ts";
import type { Confidence } from "../../facts/confidence.ts";
import { hasTags } from "../../facts/declared-tags.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { calleeName, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";
import { boundednessAt } from "./bounds.ts";
import { cursorPairOf, hasCursors } from "./cursor.ts";
import { declaredEndPairOf } from "./declared-end.ts";
import { disposablePairOf } from "./disposable.ts";
import { handedOutPairOf, isEndedOtherwise } from "./released-by-argument.ts";
import { evidencePairOf, hasEvidence } from "./released-by-name.ts";
import { isShownByUse } from "./shown-by-use.ts";
import { isDeclaredBorrowed, ownedPairOf } from "./tagged.ts";
import { collectHandedOn } from "./through-function.ts";

export interface Resource {
  readonly acquisition: CallNode;
  readonly pair: Pair;
  /** How sure it is that the call acquires what the pair describes. */
  readonly confidence: Confidence;
}

const collected = new WeakMap<FileFacts, readonly Resource[]>();

/** Collects the calls of the file that acquire something nothing at the call itself bounds; once a file, since several analyses ask. */
export function collectResources(file: FileFacts): readonly Resource[] {
  const known = collected.get(file);
  if (known !== undefined) return known;
  const found = findResources(file);
  const resources = [...found, ...collectHandedOn(file, found)];
  collected.set(file, resources);
  return resources;
}

function findResources(file: FileFacts): readonly Resource[] {
  const resources: Resource[] = [];
  const isDeclared = file.types.available || hasTags(file);
  const isEvident = hasEvidence(file);
  const makesCursors = hasCursors(file);
  for (const call of file.nodes.calls) {
    const declared = isDeclared ? findDeclared(file, call) : undefined;
    const resource = declared ?? findCatalogued(file, call) ?? findDisposable(file, call) ?? (isEvident ? findByEvidence(file, call) : undefined) ?? findHandedOut(file, call) ?? (makesCursors ? findCursor(file, call) : undefined) ?? findDeclaredEnd(file, call);
    if (resource === undefined || (isDeclared && isDeclaredBorrowed(file, call))) continue;
    const bounded = boundednessAt(file, call, resource.pair);
    if (bounded !== "yes") resources.push(bounded === "perhaps" ? { ...resource, confidence: "likely" } : resource);
  }
  return resources;
}

/** What the catalogue says of a call. A name that no entry has costs one look-up, and no origin is asked for. */
function findCatalogued(file: FileFacts, call: CallNode): Resource | undefined {
  const callee = unwrap(call.callee);
  let best: Resource | undefined;
  for (const pair of candidatesFor(file, call, callee)) {
    if ((pair.acquire.form === "new") !== (call.type === "NewExpression") || (pair.tier === "tests" && file.kind !== "test")) continue;
    if (isKnownByNameOnly(pair) && isOwnMethod(file, call)) continue;
    if (pair.needsEvent === true && !namesEvent(call)) continue;
    const match = matchOrigin(file, callee, pair.acquire.callee) ?? (isShownByUse(file, call, pair) ? "certain" : undefined);
    if (match === undefined) continue;
    const found: Resource = { acquisition: call, pair, confidence: pair.confidence ?? match };
    if (best === undefined || isBetter(file, found, best)) best = found;
  }
  return best;
}

function isKnownByNameOnly({ acquire: { callee } }: Pair): boolean {
  return callee.kind === "member" && callee.of.kind === "anything";
}

/** Whether it calls a method that the class around it has: what that does is in the file. */
function isOwnMethod(file: FileFacts, call: CallNode): boolean {
  return call.type === "CallExpression" && receiverOf(call)?.type === "ThisExpression" && file.functions.calledFunction(call) !== undefined;
}

/** Whether something stands before the listener, or may: `on("open", show)`, `on({ open: show })`, `on(...given)`. */
function namesEvent({ arguments: given }: CallNode): boolean {
  const [first] = given;
  return given.length > 1 || (first !== undefined && (first.type === "SpreadElement" || unwrap(first).type === "ObjectExpression"));
}

/** The surer one; of two that are as sure, as where one type has a form with a promise and one with a callback, the one that the call is written in. */
function isBetter(file: FileFacts, one: Resource, other: Resource): boolean {
  if (one.confidence !== other.confidence) return one.confidence === "certain";
  return isGivenCallback(file, one) && other.pair.handle.from === "awaited";
}

function isGivenCallback(file: FileFacts, { acquisition, pair: { handle } }: Resource): boolean {
  const callback = handle.from === "callback" ? acquisition.arguments.at(handle.index) : undefined;
  return callback !== undefined && file.functions.functionValueOf(callback) !== undefined;
}

/** The entries that a call may mean by the name it is called by, or by the export that its local name stands for. */
function candidatesFor(file: FileFacts, call: CallNode, callee: TSESTree.Node): readonly Pair[] {
  const name = calleeName(call);
  if (name === undefined) return [];
  const named = file.catalogue.pairsForName(name);
  const behind = apiNamesBehind(file, name);
  // Almost no name has another behind it.
  if (behind.size > 0) {
    const aliased = [...behind].flatMap((other) => file.catalogue.pairsForName(other));
    if (aliased.length > 0) return [...named, ...aliased];
  }
  const imported = callee.type === "Identifier" ? file.imports.importedValueOf(callee) : undefined;
  if (imported === undefined || imported.path.at(-1) === name) return named;
  return [...named, ...file.catalogue.pairsForExport(imported.module, imported.path)];
}

function findDisposable(file: FileFacts, call: CallNode): Resource | undefined {
  if (!file.types.available) return undefined;
  const pair = disposablePairOf(file, call);
  return pair === undefined ? undefined : { acquisition: call, pair, confidence: "certain" };
}

/** What the function or class that is called says of itself. */
function findDeclared(file: FileFacts, call: CallNode): Resource | undefined {
  const pair = ownedPairOf(file, call);
  return pair === undefined ? undefined : { acquisition: call, pair, confidence: "certain" };
}

/** A cursor may hold less than its class shows. */
function findCursor(file: FileFacts, call: CallNode): Resource | undefined {
  const pair = cursorPairOf(file, call);
  return pair === undefined ? undefined : { acquisition: call, pair, confidence: "likely" };
}

/** What the declared type of a call ends by a function among what it gives. */
function findDeclaredEnd(file: FileFacts, call: CallNode): Resource | undefined {
  const pair = declaredEndPairOf(file, call);
  return pair === undefined ? undefined : { acquisition: call, pair, confidence: "certain" };
}

/** What the same function gives back to the object that handed it out. */
function findHandedOut(file: FileFacts, call: CallNode): Resource | undefined {
  const pair = handedOutPairOf(file, call);
  return pair === undefined ? undefined : { acquisition: call, pair, confidence: isEndedOtherwise(file, call, pair) ? "likely" : "certain" };
}

function findByEvidence(file: FileFacts, call: CallNode): Resource | undefined {
  const found = evidencePairOf(file, call);
  return found && { acquisition: call, ...found };
}
