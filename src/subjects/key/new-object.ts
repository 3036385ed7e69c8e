/** Objects as keys by identity that are made for the look-up: no entry has them, however alike they are. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf } from "../../facts/variables.ts";
import { enclosingFunction, isFunction, unwrap, wrapped } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { isMadeByCallOf, isReadOnceFor } from "./given-away.ts";
import { isLeftByEarlierCall } from "./kept-references.ts";
import type { FreshForm } from "./key-form.ts";
import { findListEvidence, findInlineCallers } from "./list-keys.ts";
import { opennessOf } from "./store-mentions.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";

/** Why an object that is asked for can be in no entry. */
export interface NewObject {
  /**
   * - `made-for-it`: it is made for the look-up;
   * - `made-before`: made, asked for, and only then inserted;
   * - `built-by-callers`, `list`: a parameter that callers build for the call.
   */
  readonly how: "made-for-it" | "made-before" | "built-by-callers" | "list";
  readonly clause: string;
  readonly confidence: Confidence;
  /** For `made-before`: the insert that the call comes to after it has found nothing. */
  readonly kept?: FormedUse["use"];
}

/** Finds why the object that a look-up or delete goes by is new; undefined where it may be the one of an entry. */
export function findNewObject(file: FileFacts, store: UsedStore, asked: FormedUse): NewObject | undefined {
  const { form } = asked;
  if (store.inserts.length === 0) return undefined;
  if (form.kind === "fresh") {
    const kept = store.inserts.filter((other) => other.form.kind === "fresh" && other.form.at === form.at);
    // One that comes through a variable may have been given away before.
    const isNew = form.isInPlace || isMadeForCall(asked, form);
    if (kept.length === 0) return isNew ? { how: "made-for-it", clause: `it is ${form.what}, made anew each time`, confidence: confidenceOf(file, form) } : undefined;
    // An object that is made, asked for and only then inserted, all in one call, was never there before.
    // An entry of a WeakMap goes with its key.
    const isAskedFirst = store.kind !== "weak" && isLeftByEarlierCall(store.place, asked.use.node) && kept.every((other) => isAfterInCall(asked, other)) && (isMadeForCall(asked, form) || isFilledByCallOnly(file, store, asked, kept));
    return isAskedFirst ? { how: "made-before", clause: `it is ${form.what}, which the call makes before it asks for it`, confidence: isBuiltIn(file, form) ? "certain" : "likely", ...(kept[0] === undefined ? {} : { kept: kept[0].use }) } : undefined;
  }
  if ((store.kind !== "map" && store.kind !== "cache") || !isLongLived(store)) return undefined;
  const callers = findInlineCallers(file, form);
  if (callers !== undefined) return { how: "built-by-callers", ...callers };
  const list = findListEvidence(file, form);
  return list === undefined ? undefined : { how: "list", clause: list, confidence: "likely" };
}

/** The object that is made for the call that an argument stands in, in words; undefined for anything that is kept. */
export function madeForCall(file: FileFacts, key: TSESTree.Node): string | undefined {
  const form = buildKeyForm(file, key);
  if (form.kind !== "fresh" || form.isShared || !isBuiltIn(file, form)) return undefined;
  return form.isInPlace || isKeyUsedOnce(file, key) ? form.what : undefined;
}

/** Whether a variable goes to no other call, which could be given the same object again. */
function isKeyUsedOnce(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  if (node.type !== "Identifier") return true;
  const variable = file.variables.variableOf(node);
  return variable?.references.every(({ identifier, init }) => init === true || identifier === node || wrapped(identifier).parent?.type === "MemberExpression") === true;
}

/** Whether the store outlives a call: a memory of what one walk has visited is rightly keyed by identity. */
function isLongLived({ place }: UsedStore): boolean {
  return place.root.kind !== "variable" || functionOf(place.root.variable) === undefined;
}

/** Whether the key is a variable or a result of the function that asks, and nobody else has had the object. */
function isMadeForCall({ use }: FormedUse, form: FreshForm): boolean {
  return !form.isShared && unwrap(use.key) !== form.node;
}

/** Whether nobody but the call that has made the object can put it into the store, whoever else has it. */
function isFilledByCallOnly(file: FileFacts, store: UsedStore, { use }: FormedUse, kept: readonly FormedUse[]): boolean {
  const key = unwrap(use.key);
  const variable = file.variables.variableOf(key);
  if (variable === undefined || kept.length !== store.inserts.length || !isMadeByCallOf(variable, key) || !isReadOnceFor(variable, key)) return false;
  return opennessOf(file, store.place) === "closed";
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
  if (form.what.includes(".bind(") || form.what.includes(".split(")) return true;
  const of = buildKeyForm(file, callee.object);
  if (of.kind === "fresh" && isBuiltIn(file, of)) return true;
  const isArray = file.types.ancestryOf(callee.object)?.some(({ name, module }) => module === "lib" && /^(?:Readonly)?Array$/.test(name));
  return isArray === true || (file.types.ancestryOf(callee.object) === undefined && isFunction(node.arguments[0]));
}
