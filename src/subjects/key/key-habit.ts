/** What the other uses of a store do with what they are given before they use it as a key, and one kind of use leaves out. */
import { keyLike } from "../../catalogue/words/key-makers.ts";
import { parsers } from "../../catalogue/words/key-texts.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { isFunction, unwrap, wrapped } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import { compareParts, type Difference } from "./compare-parts.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { collectForms, type CallForm, type FreshForm, type InputForm, type KeyForm } from "./key-form.ts";
import { dottedName } from "./reading.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";

export interface HabitMiss {
  readonly difference: Difference;
  readonly confidence: Confidence;
}

/** Finds that the key is what the inserts, and another kind of use, first hand to one and the same call: `get(digest(id))`, `delete(id)`. */
export function findHabitMiss(file: FileFacts, store: UsedStore, insert: FormedUse, asked: FormedUse): HabitMiss | undefined {
  const made = hasCall(asked.form) ? undefined : derivationOf(file, insert.form);
  const isGiven = made?.given.some((part) => compareParts(file, part, asked.form, false).kind === "same" || areNamedAlike(part, asked.form)) === true;
  if (made === undefined || !isGiven || !isHabit(store, asked, made.by)) return undefined;
  const confidence = isUnderived(store, asked.form, made.by) ? "certain" : "likely";
  return { difference: { kind: "normalized", by: made.name, on: "filled" }, confidence };
}

/** What makes a key of given values: a call, or a new object of which the key is a member, as in `new URL(address).origin`. */
interface Derivation {
  /** The same text for the same maker, and how the source calls it. */
  readonly by: string;
  readonly name: string;
  readonly given: readonly KeyForm[];
}

function derivationOf(file: FileFacts, form: KeyForm): Derivation | undefined {
  if (form.kind === "member") return form.of.kind === "fresh" ? derivationOfMaker(file, form.of) : derivationOf(file, form.of);
  return form.kind === "call" && form.callee !== "[]" && isDerivation(form) ? { by: form.callee, name: form.callee.replace(/^\./, ""), given: form.parts } : undefined;
}

function derivationOfMaker(file: FileFacts, { what, node }: FreshForm): Derivation | undefined {
  const made = unwrap(node);
  // A class of the program may hold just what it is given.
  const isParser = made.type === "NewExpression" && made.callee.type === "Identifier" && parsers.has(made.callee.name) && file.variables.isGlobal(made.callee);
  return isParser ? { by: what, name: `new ${dottedName(made.callee) ?? "…"}`, given: made.arguments.map((argument) => buildKeyForm(file, argument)) } : undefined;
}

/** What two handlers are given under one name, where that is no name of finished keys; a loop may go over what another has made. */
function areNamedAlike(one: KeyForm, other: KeyForm): boolean {
  return one.kind === "input" && other.kind === "input" && isOfHandler(one) && isOfHandler(other) && one.name === other.name && !keyLike.test(one.name);
}

function isOfHandler({ origin, variable }: InputForm): boolean {
  return origin === "bound" && variable?.defs[0]?.type === "Parameter";
}

/** How sure a key is to miss that lacks a call which all inserts, and all uses of another kind, apply. */
export function confidenceByHabit(file: FileFacts, store: UsedStore, asked: FormedUse, by: string): Confidence {
  const callee = [by, `.${by}`].find((name) => isHabit(store, asked, name));
  if (callee === undefined) return "likely";
  return isUnderived(store, asked.form, callee) || !handsOutKeys(file, store) ? "certain" : "likely";
}

/** A call that makes one value of another: not arithmetic, and no method of the value itself. */
function isDerivation({ node, parts }: CallForm): boolean {
  return node.type === "CallExpression" && parts.length > 0;
}

function hasCall(form: KeyForm): boolean {
  return collectForms(form).some(({ kind }) => kind === "call" || kind === "unknown");
}

/** Whether all inserts, and all uses of one more kind than that of the asked key, apply a call. */
function isHabit(store: UsedStore, { use }: FormedUse, callee: string): boolean {
  const others = use.operation === "delete" ? store.lookups : store.deletes;
  return others.length > 0 && [...store.inserts, ...others].every(({ form }) => appliesCall(form, callee));
}

function appliesCall(form: KeyForm, callee: string): boolean {
  return collectForms(form).some((part) => (part.kind === "call" && part.callee === callee) || (part.kind === "fresh" && part.what === callee));
}

/** Whether another use derives its key of the very variable that the asked key is, so that it holds no finished key. */
function isUnderived({ inserts, lookups, deletes }: UsedStore, asked: KeyForm, callee: string): boolean {
  const inputs = new Set(inputsOf(asked).map(({ id }) => id));
  return [...inserts, ...lookups, ...deletes].some(({ form }) => appliesCall(form, callee) && inputsOf(form).some(({ id, variable }) => variable !== undefined && inputs.has(id)));
}

/** The values from elsewhere that a form is made of. */
export function inputsOf(form: KeyForm): InputForm[] {
  return collectForms(form).filter((part) => part.kind === "input");
}

/** Whether finished keys leave the uses of the store: a variable that holds one is returned or handed on, or the store is walked for its keys. */
function handsOutKeys(file: FileFacts, { place, inserts }: UsedStore): boolean {
  return inserts.some(({ use }) => leavesItsUses(file, use.key)) || file.mentions.of(place).some(isWalkedForKeys);
}

function leavesItsUses(file: FileFacts, key: TSESTree.Node): boolean {
  const variable = file.variables.variableOf(unwrap(key));
  if (variable === undefined || initializerOf(variable) === undefined) return false;
  return variable.references.some(({ identifier }) => ["ReturnStatement", "Property", "ArrayExpression", "ArrowFunctionExpression", "AssignmentExpression"].includes(wrapped(identifier).parent?.type ?? ""));
}

/** `store.keys()`, `for (const [key] of store)`, `[...store]`, `Object.keys(store)`. */
function isWalkedForKeys(mention: TSESTree.Node): boolean {
  const { parent } = wrapped(mention);
  switch (parent?.type) {
    case "ForOfStatement":
    case "ForInStatement":
    case "SpreadElement":
      return true;
    case "CallExpression":
      return parent.arguments.includes(mention as TSESTree.CallExpressionArgument);
    case "MemberExpression": {
      const name = parent.object === mention && parent.property.type === "Identifier" && !parent.computed ? parent.property.name : "";
      const call = wrapped(parent).parent;
      const [callback] = call?.type === "CallExpression" ? call.arguments : [];
      return name === "keys" || name === "entries" || (name === "forEach" && !(isFunction(callback) && callback.params.length < 2));
    }
    default:
      return false;
  }
}
