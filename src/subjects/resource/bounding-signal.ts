/** Signals that are to end a listener, and that nothing aborts but another abort. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { calleeName, isFunction, memberName, unwrap, wrapped } from "../../syntax/tree.ts";

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

/** Whether it is the signal of a controller that nothing can abort: one that nobody has, or of which the function only ever reads the signal. */
export function isNeverAborted(file: FileFacts, signal: TSESTree.Node): boolean {
  const node = unwrap(signal);
  const holder = node.type === "MemberExpression" && memberName(node) === "signal" ? unwrap(node.object) : undefined;
  if (holder?.type === "NewExpression") return calleeName(holder) === "AbortController";
  const variable = holder === undefined ? undefined : file.variables.variableOf(holder);
  const made = variable === undefined ? undefined : initializerOf(variable);
  return variable !== undefined && made?.type === "NewExpression" && calleeName(made) === "AbortController" && usesOf(variable).every(readsSignal) && !isExportedName(variable);
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

function readsAborted(test: TSESTree.Node): boolean {
  const node = unwrap(test);
  if (node.type === "LogicalExpression") return readsAborted(node.left) || readsAborted(node.right);
  return node.type === "MemberExpression" && memberName(node) === "aborted";
}

function isHeardOnAbort(listener: TSESTree.Node): boolean {
  const call = wrapped(listener).parent;
  const [event] = call?.type === "CallExpression" ? call.arguments : [];
  return event?.type === "Literal" && event.value === "abort";
}
