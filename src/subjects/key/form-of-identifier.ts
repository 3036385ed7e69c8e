/** The form of a variable: what it holds where that is known, else the variable itself, in the version that is read. */
import type { TSESTree } from "@typescript-eslint/utils";

import { pathInPattern } from "../../facts/places.ts";
import { declaratorOf, functionOf, initializerOf, isSingleAssignment, writesOf, type Variable } from "../../facts/variables.ts";
import { enclosingFunction, isWithin } from "../../syntax/tree.ts";
import { isKnownToOthers, isUnchanged } from "./given-away.ts";
import { collectForms, isText, type InputForm, type KeyForm } from "./key-form.ts";
import type { Reading } from "./reading.ts";

/** Builds the form of a variable that is read. */
export function formOfIdentifier(node: TSESTree.Identifier, reading: Reading): KeyForm {
  const variable = reading.file.variables.variableOf(node);
  if (variable === undefined) return node.name === "undefined" ? { kind: "literal", value: undefined, node } : input(node, `global:${node.name}`, "kept", undefined);
  const bound = reading.bindings.get(variable);
  if (bound !== undefined && !isWrittenBefore(variable, node)) return bound;
  const id = reading.file.places.placeOfVariable(variable).key;
  if (!isSingleAssignment(variable)) return formOfVersion(node, variable, id, reading);
  const definition = variable.defs[0];
  if (definition?.type === "Parameter") return input(node, id, originOfParameter(variable, reading), variable);
  return formOfDeclared(node, variable, reading) ?? input(node, id, definition?.type === "Variable" && isLoopBinding(variable) ? "bound" : "kept", variable);
}

function input(node: TSESTree.Identifier, id: string, origin: InputForm["origin"], variable: Variable | undefined): InputForm {
  return { kind: "input", id, name: node.name, origin, variable, node };
}

/** A constant's value, unless that is an object all of the module shares. */
function formOfDeclared(node: TSESTree.Identifier, variable: Variable, reading: Reading): KeyForm | undefined {
  const declarator = declaratorOf(variable);
  const init = initializerOf(variable);
  if (init !== undefined) {
    const form = reading.build(init, reading);
    // A time or symbol that an outer function or the module keeps was read once, before this function runs.
    if (functionOf(variable) !== enclosingFunction(node) && collectForms(form).some(({ kind }) => kind === "changing")) return undefined;
    if (form.kind !== "fresh") return form;
    if (functionOf(variable) === undefined) return undefined;
    return { ...form, isInPlace: false, isShared: form.isShared || isKnownToOthers(reading.file, variable, node), isUnchanged: form.isUnchanged && isUnchanged(variable) };
  }
  const path = declarator?.init == null ? undefined : pathInPattern(declarator.id, variable);
  if (declarator?.init == null || path === undefined) return undefined;
  const source = reading.build(declarator.init, reading);
  return path.reduce<KeyForm>((of, name) => ({ kind: "member", of, name, node }), source);
}

function isLoopBinding(variable: Variable): boolean {
  const statement = declaratorOf(variable)?.parent.parent;
  return statement?.type === "ForOfStatement" || statement?.type === "ForInStatement";
}

/** Parameters of functions that are called by name mean by name what they mean; those of callbacks mean what the caller of the callback likes. */
function originOfParameter(variable: Variable, { file }: Reading): InputForm["origin"] {
  const owner = functionOf(variable);
  const role = owner === undefined ? undefined : file.functions.factOf(owner).role;
  return role === undefined || role === "callback" || role === "immediate" ? "bound" : "parameter";
}

/** Whether a parameter may have lost what it was given when it is read. */
function isWrittenBefore(variable: Variable, node: TSESTree.Identifier): boolean {
  return !isSingleAssignment(variable) && writesOf(variable).some((write) => write.init !== true && write.identifier.range[0] < node.range[0] && !(write.writeExpr != null && isWithin(node, write.writeExpr)));
}

/** A variable that is written again: which of its writes is the last before the read, in source order. */
function formOfVersion(node: TSESTree.Identifier, variable: Variable, id: string, reading: Reading): KeyForm {
  const home = enclosingFunction(node);
  const writes = writesOf(variable);
  if (writes.some((write) => enclosingFunction(write.identifier) !== home)) return { kind: "unknown", node };
  const before = writes.filter((write) => write.identifier.range[0] < node.range[0] && !(write.writeExpr != null && isWithin(node, write.writeExpr)));
  const last = before.at(-1);
  const value = last?.writeExpr;
  if (value != null && last !== undefined && isCertainlyWritten(last.identifier, node) && isWhole(last.identifier)) {
    if (!refersTo(value, variable)) return reading.build(value, reading);
    const extended = before.length === 1 && variable.defs[0]?.type === "Parameter" ? formOfExtended(node, value, variable, id, reading) : undefined;
    if (extended !== undefined) return extended;
  }
  // What a helper makes of the argument on some way is not known.
  if (reading.bindings.has(variable)) return { kind: "unknown", node };
  return { ...input(node, `${id}#${String(last?.identifier.range[0] ?? 0)}`, "version", variable) };
}

/** A parameter that is written from itself, as in `key = prefix + key`: the text around what callers gave. */
function formOfExtended(node: TSESTree.Identifier, value: TSESTree.Node, variable: Variable, id: string, reading: Reading): KeyForm | undefined {
  const bound = reading.bindings.get(variable);
  const given = bound ?? input(node, id, originOfParameter(variable, reading), variable);
  const form = reading.build(value, { ...reading, bindings: new Map([...reading.bindings, [variable, given]]) });
  return form.kind === "concat" || (bound !== undefined && isText(form)) ? { ...form, node } : undefined;
}

/** Whether the write stands in a statement list that the read stands in, too, so that no way leads past it. */
function isCertainlyWritten(write: TSESTree.Node, read: TSESTree.Node): boolean {
  let statement: TSESTree.Node = write;
  while (statement.parent != null && !/Statement$|Declaration$/.test(statement.type)) statement = statement.parent;
  const list = statement.parent;
  return (list?.type === "BlockStatement" || list?.type === "Program") && isWithin(read, list);
}

function isWhole(target: TSESTree.Node): boolean {
  const parent = target.parent;
  return (parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.left === target) || (parent?.type === "VariableDeclarator" && parent.id === target);
}

function refersTo(value: TSESTree.Node, variable: Variable): boolean {
  return variable.references.some((reference) => isWithin(reference.identifier, value));
}
