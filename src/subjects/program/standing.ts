/** What a function, or a name of one, goes by where it stands: that is how the rest of the program comes to it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { pageGlobals } from "../../catalogue/data/global-objects.ts";
import { handlersForOnce } from "../../catalogue/words/project-files.ts";
import { isClass, isFunction, memberName, unwrap, wrapped, type CallNode, type ClassNode } from "../../syntax/tree.ts";

/**
 * - `argument`: it is given to a call, or called where it stands;
 * - `constructor`, `method`: of a class;
 * - `member`: of an object or a prototype, reached by that name on whatever is that object;
 * - `handler`: of an event that comes once to the page, from where that is assigned;
 * - `declared`: reached by its own name, or as an export: `exported` is what the file's exports know it by.
 */
export type Standing =
  | { readonly by: "argument"; readonly call: CallNode; readonly value: TSESTree.Node }
  | { readonly by: "constructor"; readonly owner: ClassNode }
  | { readonly by: "method"; readonly name: string; readonly isPrivate: boolean }
  | { readonly by: "member"; readonly name: string }
  | { readonly by: "handler"; readonly assignment: TSESTree.Node }
  | { readonly by: "declared"; readonly exported: TSESTree.Node };

/** Tells what a value goes by; undefined where it is used in some other way. */
export function standingOf(value: TSESTree.Node): Standing | undefined {
  const outer = wrapped(value);
  const { parent } = outer;
  switch (parent?.type) {
    case "CallExpression":
    case "NewExpression":
      return { by: "argument", call: parent, value: outer };
    case "MethodDefinition":
    case "PropertyDefinition":
      return standingInClass(parent);
    case "VariableDeclarator":
      return isFunction(outer) && parent.id.type === "Identifier" ? { by: "declared", exported: parent.id } : undefined;
    case "ExportDefaultDeclaration":
      return isFunction(outer) ? { by: "declared", exported: knownAs(outer) } : undefined;
    case "AssignmentExpression":
      return parent.right === outer && parent.operator === "=" ? standingAssigned(unwrap(parent.left), outer) : undefined;
    case "Property":
      return parent.parent.type === "ObjectExpression" && parent.value === outer ? standingInObject(parent, outer) : undefined;
    default:
      return isFunction(outer) && outer.type === "FunctionDeclaration" && outer.id !== null ? { by: "declared", exported: outer.id } : undefined;
  }
}

function standingInClass(member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition): Standing | undefined {
  const owner = member.parent.parent;
  const name = memberName(member);
  if (name === undefined || !isClass(owner)) return undefined;
  if (member.type === "MethodDefinition" && member.kind === "constructor") return { by: "constructor", owner };
  // A getter or setter is no call wherever it is named.
  if (member.type === "MethodDefinition" && member.kind !== "method") return undefined;
  return { by: "method", name, isPrivate: name.startsWith("#") || member.accessibility === "private" };
}

/** `exports.run = …`, `module.exports = …`, `Job.prototype.run = …`, `this.run = …`. */
function standingAssigned(target: TSESTree.Node, value: TSESTree.Node): Standing | undefined {
  const name = target.type === "MemberExpression" ? memberName(target) : undefined;
  if (target.type !== "MemberExpression" || name === undefined) return undefined;
  // One page loads once, whatever its images do.
  if (handlersForOnce.has(name) && target.object.type === "Identifier" && pageGlobals.has(target.object.name)) return { by: "handler", assignment: target };
  return isExportsOf(target) || isExportsOf(target.object) ? { by: "declared", exported: knownAs(value) } : { by: "member", name };
}

/** An object that is given to a call right away is known to whoever has that, by names of its own. */
function standingInObject(property: TSESTree.Property, value: TSESTree.Node): Standing | undefined {
  const name = memberName(property);
  const object = wrapped(property.parent);
  const { parent } = object;
  if (name === undefined || property.kind !== "init") return undefined;
  if (parent?.type === "AssignmentExpression" && parent.right === object && isExportsOf(unwrap(parent.left))) return { by: "declared", exported: knownAs(value) };
  const isKept = parent?.type === "VariableDeclarator" || parent?.type === "ReturnStatement" || parent?.type === "ExportDefaultDeclaration" || parent?.type === "AssignmentExpression" || parent?.type === "ArrowFunctionExpression";
  return isKept ? { by: "member", name } : undefined;
}

/** What the exports of a file know a value by: the name that a function or class has of its own. */
function knownAs(value: TSESTree.Node): TSESTree.Node {
  return isFunction(value) && value.id != null ? value.id : value;
}

/** `exports`, or `module.exports`. */
export function isExportsOf(node: TSESTree.Node): boolean {
  if (node.type === "Identifier") return node.name === "exports";
  return node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === "module" && memberName(node) === "exports";
}
