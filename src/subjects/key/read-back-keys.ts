/** Keys that are read back from the values of the store: what each insert has put there tells what they are. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { enclosingFunction, isClass, isFunction, memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { findClass } from "./class-text.ts";
import type { Difference } from "./compare-parts.ts";
import { findEntryPart } from "./entry-values.ts";
import { compareKeys } from "./equality.ts";
import type { KeyForm } from "./key-form.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";
import { sortOf } from "./value-types.ts";

export type ReadBackDifference = Difference | { readonly kind: "value" } | { readonly kind: "absent"; readonly name: string };

export interface ReadBackMiss {
  readonly difference: ReadBackDifference;
  readonly confidence: Confidence;
}

/** Finds that what is read back from a value is not the key that the insert used; "may-match" where it may be, undefined where the key is not read back or nothing is known of the value. */
export function findReadBackMiss(file: FileFacts, store: UsedStore, insert: FormedUse, asked: FormedUse): ReadBackMiss | "may-match" | undefined {
  const part = findEntryPart(file, store.place, asked.use.key);
  if (part === undefined) return undefined;
  if (part.half === "key") return part.path.length === 0 ? "may-match" : undefined;
  const [name] = part.path;
  if (name === undefined) return isForeignValue(file, insert, asked) ? { difference: { kind: "value" }, confidence: "certain" } : undefined;
  return part.path.length === 1 ? compareProperty(file, store, insert, name) : undefined;
}

/** Whether the value of an insert is surely another thing than its key: made there, or an object that the key is a member or a text of. */
function isForeignValue(file: FileFacts, { use, form }: FormedUse, asked: FormedUse): boolean {
  if (use.value === undefined) return false;
  const value = buildKeyForm(file, use.value);
  if (value.kind === "fresh") return form.kind !== "unknown" && form.kind !== "choice" && !(form.kind === "fresh" && form.at === value.at) && !isSameVariable(file, use.key, use.value);
  if (form.kind === "member" && value.kind === "input" && form.of.kind === "input" && form.of.id === value.id) return true;
  const sort = sortOf(file, form);
  return (sort === "text" || sort === "number") && isUsedAsObject(file, asked.use.key);
}

function isSameVariable(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): boolean {
  const variable = file.variables.variableOf(unwrap(one));
  return variable !== undefined && variable === file.variables.variableOf(unwrap(other));
}

/** Whether the file reads members of a variable that no text and no number has. */
function isUsedAsObject(file: FileFacts, key: TSESTree.Node): boolean {
  return file.variables.variableOf(unwrap(key))?.references.some(({ identifier }) => {
    const node = wrapped(identifier);
    const member = node.parent?.type === "MemberExpression" && node.parent.object === node ? memberName(node.parent) : undefined;
    return member !== undefined && !(member in String.prototype) && !(member in Number.prototype);
  }) === true;
}

/** A property of the value, as the insert gives it: absent, or of another form than the key. */
function compareProperty(file: FileFacts, store: UsedStore, insert: FormedUse, name: string): ReadBackMiss | "may-match" | undefined {
  const value = insert.use.value === undefined ? undefined : buildKeyForm(file, insert.use.value);
  if (value?.kind !== "fresh" || isWrittenAnywhere(file, name)) return undefined;
  const node = unwrap(value.node);
  if (node.type === "NewExpression") return lacksMember(file, node, name) ? { difference: { kind: "absent", name }, confidence: "certain" } : undefined;
  if (node.type !== "ObjectExpression" || !node.properties.every((property) => property.type === "Property" && memberName(property) !== undefined)) return undefined;
  const property = node.properties.find((candidate) => candidate.type === "Property" && memberName(candidate) === name);
  if (property === undefined) return isHandedToBeFilled(file, insert) ? undefined : { difference: { kind: "absent", name }, confidence: "certain" };
  // What a helper of its own puts there is read from the helper's parameters.
  if (property.type !== "Property" || enclosingFunction(node) !== enclosingFunction(insert.use.node)) return undefined;
  return compareStoredForm(file, store, insert, buildKeyForm(file, property.value));
}

function compareStoredForm(file: FileFacts, store: UsedStore, insert: FormedUse, stored: KeyForm): ReadBackMiss | "may-match" | undefined {
  const equality = compareKeys(file, insert.form, stored, store.kind);
  if (equality.kind === "same") return "may-match";
  return equality.kind === "never" ? equality : undefined;
}

/** Whether the file writes a member of that name on any object: it may be the entry's. */
function isWrittenAnywhere(file: FileFacts, name: string): boolean {
  return file.mentions.membersNamed(name).some((member) => {
    const { parent } = wrapped(member);
    return (parent?.type === "AssignmentExpression" && unwrap(parent.left) === member) || parent?.type === "UpdateExpression";
  });
}

/** `Object.assign(entry, more)`, `stamp(entry)`, `entry[name] = value`: any call but the insert that is given the entry may add to it, and so may a name that is computed. */
function isHandedToBeFilled(file: FileFacts, insert: FormedUse): boolean {
  const variable = insert.use.value === undefined ? undefined : file.variables.variableOf(unwrap(insert.use.value));
  if (variable === undefined || initializerOf(variable) === undefined) return false;
  return variable.references.some(({ identifier }) => {
    const node = wrapped(identifier);
    const { parent } = node;
    if (parent?.type === "MemberExpression") return parent.object === node && memberName(parent) === undefined;
    return parent?.type === "CallExpression" && parent !== unwrap(insert.use.node) && parent.arguments.includes(node as TSESTree.CallExpressionArgument);
  });
}

/** Whether instances of a class of the file, which extends none, have no such member. */
function lacksMember(file: FileFacts, made: TSESTree.NewExpression, name: string): boolean {
  const owner = findClass(file, made);
  if (!isClass(owner) || owner.superClass !== null) return false;
  const isDeclared = owner.body.body.some((member) => !("key" in member) || memberName(member) === undefined || memberName(member) === name);
  return !isDeclared && !hasParameterProperty(owner, name) && file.stores.storesTo(file.places.memberOf(file.places.placeOfOwner(owner, false), name)).length === 0;
}

function hasParameterProperty(owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression, name: string): boolean {
  return owner.body.body.some((member) => member.type === "MethodDefinition" && isFunction(member.value) && member.value.params.some((parameter) => parameter.type === "TSParameterProperty" && (parameter.parameter.type !== "Identifier" || parameter.parameter.name === name)));
}
