/** Objects as keys by identity that are made for the look-up: no entry has them, however alike they are. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace } from "../facts/places.ts";
import { functionOf } from "../facts/variables.ts";
import { enclosingFunction, isFunction, isLoop, unwrap, wrapped } from "../syntax/tree.ts";
import type { FreshForm } from "../subjects/key/key-form.ts";
import { printsKeys } from "../subjects/key/key-use.ts";
import { findListEvidence, findInlineCallers } from "./list-keys.ts";
import type { FormedUse, UsedStore } from "../subjects/key/uses-by-store.ts";
import type { UnstableKey } from "./verdicts.ts";

/** Collects the look-ups and deletes of a store that can find no entry, because the object is new. */
export function collectNewIdentities(file: FileFacts, store: UsedStore): UnstableKey[] {
  if (printsKeys(store.kind)) return [];
  const verdicts = [...store.lookups, ...store.deletes].flatMap((asked) => findNewIdentity(file, store, asked) ?? []);
  return verdicts.filter((verdict, index) => verdict.confidence === "certain" || index === verdicts.findIndex((other) => other.clauses[0] === verdict.clauses[0]));
}

function findNewIdentity(file: FileFacts, store: UsedStore, asked: FormedUse): UnstableKey | undefined {
  const { use, form } = asked;
  const insert = store.inserts[0]?.use;
  const verdict = (clause: string, confidence: Confidence): UnstableKey => ({
    reason: "identity", subject: use.key, store, holder: describePlace(store.place), sites: [use.node], insert: insert?.node, clauses: [clause], confidence,
  });
  if (form.kind === "fresh") {
    const kept = store.inserts.filter((other) => other.form.kind === "fresh" && other.form.at === form.at);
    // One that comes through a variable may have been given away before.
    const isNew = insert !== undefined && (form.isInPlace || isMadeForCall(file, asked));
    if (kept.length === 0) return !isNew ? undefined : verdict(`it is ${form.what}, made anew each time`, confidenceOf(file, form));
    // An object that is made, asked for and only then inserted, all in one call, was never there before.
    // An entry of a WeakMap goes with its key.
    const isAskedFirst = store.kind !== "weak" && isLongLived(store) && isMadeForCall(file, asked) && kept.every((other) => isAfterInCall(asked, other));
    return isAskedFirst ? verdict(`it is ${form.what}, which the call makes before it asks for it`, isBuiltIn(file, form) ? "certain" : "likely") : undefined;
  }
  if ((store.kind !== "map" && store.kind !== "cache") || insert === undefined || !isLongLived(store)) return undefined;
  const callers = findInlineCallers(file, form);
  if (callers !== undefined) return verdict(callers.clause, callers.confidence);
  const list = findListEvidence(file, form);
  return list === undefined ? undefined : verdict(list, "likely");
}

/** Whether the store outlives a call: a memory of what one walk has visited is rightly keyed by identity. */
function isLongLived({ place }: UsedStore): boolean {
  return place.root.kind !== "variable" || functionOf(place.root.variable) === undefined;
}

/** Whether the key is a variable of the function that asks, which has done nothing yet that lets others have the object. */
function isMadeForCall(file: FileFacts, { use }: FormedUse): boolean {
  const key = unwrap(use.key);
  const variable = key.type === "Identifier" ? file.variables.variableOf(key) : undefined;
  const declaration = variable?.identifiers[0];
  if (variable === undefined || declaration === undefined || functionOf(variable) !== enclosingFunction(use.node)) return false;
  if (isInLoopWithout(use.node, declaration)) return false;
  return variable.references.every(({ identifier, init }) => init === true || identifier.range[0] >= use.node.range[0] || isHarmless(identifier as TSESTree.Node));
}

/** A member that is read, written or called: the object stays where it is. */
function isHarmless(identifier: TSESTree.Node): boolean {
  const node = wrapped(identifier);
  return node.parent?.type === "MemberExpression" && node.parent.object === node;
}

function isInLoopWithout(node: TSESTree.Node, declaration: TSESTree.Node): boolean {
  for (let at = node.parent; at != null && !isFunction(at); at = at.parent) {
    if (isLoop(at)) return declaration.range[0] < at.range[0] || declaration.range[1] > at.range[1];
  }
  return false;
}

function isAfterInCall(asked: FormedUse, insert: FormedUse): boolean {
  return enclosingFunction(insert.use.node) === enclosingFunction(asked.use.node) && insert.use.node.range[0] > asked.use.node.range[1];
}

/** An object that is written in place is seen by nobody else; one that comes through a variable or a method of unknown make is less sure. */
function confidenceOf(file: FileFacts, form: FreshForm): Confidence {
  return form.isInPlace && isBuiltIn(file, form) ? "certain" : "likely";
}

/** Whether the language makes the object: a literal, `new`, a built-in, or an array's method by its receiver or its callback. */
function isBuiltIn(file: FileFacts, form: FreshForm): boolean {
  const node = unwrap(form.node);
  if (node.type !== "CallExpression" || !form.what.startsWith("the result of `.")) return true;
  const callee = unwrap(node.callee);
  if (callee.type !== "MemberExpression") return false;
  if (form.what.includes(".bind(")) return true;
  const isArray = file.types.ancestryOf(callee.object)?.some(({ name, module }) => module === "lib" && /^(?:Readonly)?Array$/.test(name));
  return isArray === true || (file.types.ancestryOf(callee.object) === undefined && isFunction(node.arguments[0]));
}
