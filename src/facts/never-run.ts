/** Functions of a file that nothing runs: neither a call here nor, as far as their place tells, one from elsewhere. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "./file-facts.ts";
import type { FunctionFact } from "./functions.ts";
import type { InstanceOwner } from "./this-owner.ts";
import { enclosingFunction, memberName, wrapped, type FunctionNode } from "../syntax/tree.ts";
import { collectCallers } from "./callers.ts";

const MAXIMUM_DEPTH = 4;

/** Answers whether a function is never run; false wherever another file may come by. */
export function isNeverRun(file: FileFacts, node: FunctionNode, depth = 0): boolean {
  const fact = file.functions.factOf(node);
  if (fact.role === "callback" || fact.role === "immediate") {
    const outer = enclosingFunction(node);
    return outer !== undefined && depth < MAXIMUM_DEPTH && isNeverRun(file, outer, depth + 1);
  }
  if (fact.owner !== undefined) return isUnusedMember(file, fact, fact.owner);
  const callers = collectCallers(file, fact);
  return callers !== "anybody" && callers.length === 0;
}

/** A method that nothing in the file names, of a class whose instances do not leave the file; a `#method` needs only the first. */
function isUnusedMember(file: FileFacts, { name, role }: FunctionFact, owner: InstanceOwner): boolean {
  if (name === undefined || role !== "method" || name.startsWith("[") || file.mentions.membersNamed(name).length > 0) return false;
  if (name.startsWith("#")) return true;
  return owner.type === "ClassDeclaration" && owner.superClass === null && owner.id !== null && staysHere(file, owner.id);
}

/** Whether a class is only ever constructed here, into variables or fields of which nothing but members are used. */
function staysHere(file: FileFacts, name: TSESTree.Identifier): boolean {
  const declaration = name.parent;
  if (declaration.parent?.type !== "Program") return false;
  const uses = (file.variables.variableOf(name)?.references ?? []).map(({ identifier }) => identifier).filter(({ parent }) => !parent.type.startsWith("TSType"));
  return uses.length > 0 && uses.every(({ parent }) => parent.type === "NewExpression" && isKeptHere(file, parent));
}

function isKeptHere(file: FileFacts, made: TSESTree.NewExpression): boolean {
  const { parent } = made;
  const target = parent.type === "VariableDeclarator" && parent.parent.parent?.type !== "ExportNamedDeclaration" ? parent.id : parent.type === "PropertyDefinition" && isPrivate(parent) ? parent : undefined;
  if (target === undefined) return false;
  if (target.type === "PropertyDefinition") return file.mentions.membersNamed(memberName(target) ?? "").every(isReceiver);
  const variable = target.type === "Identifier" ? file.variables.variableOf(target) : undefined;
  return variable?.references.every(({ identifier, init }) => init === true || isReceiver(identifier)) === true;
}

function isPrivate(property: TSESTree.PropertyDefinition): boolean {
  return property.accessibility === "private" || (memberName(property) ?? "").startsWith("#");
}

function isReceiver(node: TSESTree.Node): boolean {
  const outer = wrapped(node);
  return outer.parent?.type === "MemberExpression" && outer.parent.object === outer;
}
