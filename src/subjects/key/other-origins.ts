/** Keys whose forms prove nothing, but which the code itself takes from two different things. */
import { contentNames, locationNames, readingCalls } from "../../catalogue/words/contents.ts";
import { endsInKey } from "../../catalogue/words/key-makers.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { declaratorOf, initializerOf, isSingleAssignment } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isWithin, unwrap } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import type { CallForm, KeyForm } from "./key-form.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";

export interface OtherOrigin {
  readonly difference: { readonly kind: "otherObject" } | { readonly kind: "value" } | { readonly kind: "otherSource" } | { readonly kind: "contents"; readonly on: "filled" | "asked" };
  readonly confidence: Confidence;
}

/** Finds by where the two keys come from that they are not the same thing; undefined where they may be. */
export function findOtherOrigin(file: FileFacts, store: UsedStore, insert: FormedUse, asked: FormedUse): OtherOrigin | undefined {
  if (isStoredValue(file, insert, asked) && isMadeHere(insert.use.value, file)) return { difference: { kind: "value" }, confidence: "certain" };
  const contents = findContents(insert.form, asked.form);
  if (contents !== undefined) return contents;
  if (asked.use.operation === "lookup" && isMemberOfResult(insert.form, asked.form, asked.use.node)) return { difference: { kind: "otherObject" }, confidence: "likely" };
  return asked.use.operation === "delete" && isFromOtherSource(store, insert, asked) ? { difference: { kind: "otherSource" }, confidence: "likely" } : undefined;
}

/** `map.set(id, socket)`, then `map.delete(socket)`: the same variable, once as value and once as key. */
function isStoredValue(file: FileFacts, insert: FormedUse, asked: FormedUse): boolean {
  const [stored, key, filled] = [insert.use.value, asked.use.key, insert.use.key].map((node) => (node === undefined ? undefined : file.variables.variableOf(unwrap(node))));
  return stored !== undefined && stored === key && stored !== filled && insert.form.kind === "input" && isSingleAssignment(stored);
}

/** An object that is made beside the insert is nothing that could be its own key. */
function isMadeHere(value: TSESTree.Node | undefined, file: FileFacts): boolean {
  const variable = value === undefined ? undefined : file.variables.variableOf(unwrap(value));
  const made = variable === undefined ? undefined : initializerOf(variable);
  return made !== undefined && ["ObjectExpression", "NewExpression"].includes(unwrap(made).type);
}

/** The contents of a file on one side, its path or address on the other. */
function findContents(filled: KeyForm, asked: KeyForm): OtherOrigin | undefined {
  if (isContents(filled) && isLocation(asked)) return { difference: { kind: "contents", on: "filled" }, confidence: "certain" };
  return isLocation(filled) && isContents(asked) ? { difference: { kind: "contents", on: "asked" }, confidence: "certain" } : undefined;
}

function isContents(form: KeyForm): boolean {
  const name = form.kind === "call" ? nameOfCall(form) : undefined;
  return name !== undefined && readingCalls.test(name) && nameGiven(form.node, contentNames);
}

/** A result or parameter that both its own name and the function's say to be a path, an address or an id. */
function isLocation(form: KeyForm): boolean {
  if (form.kind === "input") return form.origin !== "version" && locationNames.test(form.name);
  const name = form.kind === "call" ? nameOfCall(form) : undefined;
  return name !== undefined && locationNames.test(name) && nameGiven(form.node, locationNames);
}

function nameOfCall(form: CallForm): string | undefined {
  return form.node.type === "CallExpression" ? calleeName(form.node) : undefined;
}

/** Whether the value of an expression is kept in a variable of such a name. */
function nameGiven(node: TSESTree.Node, names: RegExp): boolean {
  let at: TSESTree.Node | undefined = node;
  while (at != null && at.type !== "VariableDeclarator" && (unwrap(at) === node || at.type === "AwaitExpression")) at = at.parent;
  return at?.type === "VariableDeclarator" && at.id.type === "Identifier" && names.test(at.id.name);
}

/** `get(schema.ast)`, then `set(made.ast)` where `made` is made from `schema` after the look-up: the same member of two objects. */
function isMemberOfResult(filled: KeyForm, asked: KeyForm, lookup: TSESTree.Node): boolean {
  if (filled.kind !== "member" || asked.kind !== "member" || filled.name !== asked.name) return false;
  if (asked.of.kind !== "input" || asked.of.origin === "kept" || filled.of.kind !== "call") return false;
  const made = filled.of.node;
  const { variable } = asked.of;
  if (variable === undefined || made.range[0] < lookup.range[1] || enclosingFunction(made) !== enclosingFunction(lookup)) return false;
  return declaratorOf(variable) === undefined && variable.references.some(({ identifier }) => isWithin(identifier, made));
}

/** Filled and looked up under one call's result, emptied under another call's, with names that have no word in common. */
function isFromOtherSource(store: UsedStore, insert: FormedUse, asked: FormedUse): boolean {
  const [filled, emptied] = [unwrap(insert.use.key), unwrap(asked.use.key)];
  if (filled.type !== "Identifier" || emptied.type !== "Identifier" || insert.form.kind !== "call" || asked.form.kind !== "call") return false;
  if (insert.form.callee === asked.form.callee || store.lookups.length === 0) return false;
  const words = new Set(wordsOf(filled.name));
  return !wordsOf(emptied.name).some((word) => words.has(word)) && !endsInKey.test(filled.name) && !endsInKey.test(emptied.name);
}

function wordsOf(name: string): string[] {
  return name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase());
}

