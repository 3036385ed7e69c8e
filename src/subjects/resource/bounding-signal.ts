/** Signals that are to end a listener, and that nothing aborts but another abort. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { accessibilityOf } from "../../syntax/annotations.ts";
import { calleeName, isClass, isFunction, memberName, unwrap, wrapped } from "../../syntax/tree.ts";

/**
 * `outer.addEventListener("abort", () => own.abort(), { signal: own.signal })`: where the call is over without an abort,
 * nobody aborts `own`, and the listener stays. Only for a controller of the function that is never given to others.
 */
export function isAbortedByAbortOnly(file: FileFacts, signal: TSESTree.Node): boolean {
  const node = unwrap(signal);
  const place = file.places.placeOf(node);
  const variable = place?.root.kind === "variable" && place.path.join(".") === "signal" ? place.root.variable : undefined;
  const made = variable === undefined ? undefined : initializerOf(variable);
  if (variable === undefined || functionOf(variable) === undefined || made?.type !== "NewExpression" || calleeName(made) !== "AbortController") return false;
  return usesOf(variable).every((use) => readsSignal(use) || isAbortOfAbort(use));
}

/**
 * Whether it is the signal of a controller that nothing can abort: one that nobody has, or a variable or private field of which the file
 * only ever reads the signal.
 */
export function isNeverAborted(file: FileFacts, signal: TSESTree.Node): boolean {
  const node = unwrap(signal);
  const holder = node.type === "MemberExpression" && memberName(node) === "signal" ? unwrap(node.object) : undefined;
  if (holder === undefined || isNewController(holder)) return holder !== undefined;
  const variable = file.variables.variableOf(holder);
  if (variable === undefined) return isFieldOfUnaborted(file, file.places.placeOf(holder));
  return isNewController(initializerOf(variable)) && usesOf(variable).every(readsSignal) && !isExportedName(variable);
}

function isNewController(value: TSESTree.Node | undefined): boolean {
  return value?.type === "NewExpression" && calleeName(value) === "AbortController";
}

/** A field that no other file can reach, given nothing but new controllers, and asked for nothing but their signals. */
function isFieldOfUnaborted(file: FileFacts, place: Place | undefined): boolean {
  const name = place?.root.kind === "instance" && place.path.length === 1 ? place.path[0] : undefined;
  if (place?.root.kind !== "instance" || name === undefined || !(name.startsWith("#") || isDeclaredPrivate(place.root.owner, name))) return false;
  const stores = file.stores.storesTo(place);
  const isGiven = (mention: TSESTree.Node): boolean => stores.some(({ site }) => site.type === "AssignmentExpression" && unwrap(site.left) === mention);
  return stores.length > 0 && stores.every(({ value }) => value !== undefined && isNewController(unwrap(value))) && file.mentions.of(place).every((mention) => readsSignal(mention) || isGiven(mention));
}

function isDeclaredPrivate(owner: InstanceOwner, name: string): boolean {
  return isClass(owner) && owner.body.body.some((member) => member.type === "PropertyDefinition" && memberName(member) === name && accessibilityOf(member) === "private");
}

function isExportedName(variable: Variable): boolean {
  return variable.defs.some(({ node }) => node.parent?.parent?.type === "ExportNamedDeclaration");
}

function usesOf(variable: Variable): readonly TSESTree.Node[] {
  return variable.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier);
}

function readsSignal(use: TSESTree.Node): boolean {
  const { parent } = use;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "ObjectPattern") return parent.id.properties.every((property) => property.type === "Property" && memberName(property) === "signal");
  return parent?.type === "MemberExpression" && parent.object === use && memberName(parent) === "signal";
}

/** Whether `own.abort()` runs only when another signal aborts, or is aborted already. */
function isAbortOfAbort(use: TSESTree.Node): boolean {
  const member = use.parent;
  if (member?.type !== "MemberExpression" || member.object !== use || memberName(member) !== "abort") return false;
  for (let at: TSESTree.Node | undefined = member; at?.parent != null; at = at.parent) {
    const { parent }: { parent?: TSESTree.Node | undefined } = at;
    if (parent?.type === "IfStatement" && parent.consequent === at && readsAborted(parent.test)) return true;
    if (isFunction(at)) return isHeardOnAbort(at);
  }
  return false;
}

/** Whether a test asks whether a signal has been aborted. */
export function readsAborted(test: TSESTree.Node): boolean {
  const node = unwrap(test);
  if (node.type === "LogicalExpression") return readsAborted(node.left) || readsAborted(node.right);
  return node.type === "MemberExpression" && memberName(node) === "aborted";
}

function isHeardOnAbort(listener: TSESTree.Node): boolean {
  const call = wrapped(listener).parent;
  const [event] = call?.type === "CallExpression" ? call.arguments : [];
  return event?.type === "Literal" && event.value === "abort";
}
