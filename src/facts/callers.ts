/** Who calls a function, where the file shows all of them. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "./file-facts.ts";
import type { FunctionFact } from "./functions.ts";
import { wrapped, type FunctionNode } from "../syntax/tree.ts";

/** Collects the calls of a function; "anybody" where other files, or whoever is handed the function, may call it too. */
export function collectCallers(file: FileFacts, { node, name, owner }: FunctionFact): readonly TSESTree.Node[] | "anybody" {
  if (owner !== undefined) {
    if (name === undefined || !isPrivateMember(node, name)) return "anybody";
    return callsAmong(file.mentions.membersNamed(name).filter((member) => !isDefinition(member, node)));
  }
  const identifier = nameNodeOf(node);
  const variable = identifier === undefined ? undefined : file.variables.variableOf(identifier);
  if (variable === undefined || isExportedDeclaration(node)) return "anybody";
  return callsAmong(variable.references.filter((reference) => reference.init !== true).map((reference) => reference.identifier));
}

function callsAmong(uses: readonly TSESTree.Node[]): readonly TSESTree.Node[] | "anybody" {
  const isCallee = (use: TSESTree.Node): boolean => {
    const outer = wrapped(use);
    const parent = outer.parent;
    return (parent?.type === "CallExpression" || parent?.type === "NewExpression") && parent.callee === outer;
  };
  return uses.every(isCallee) ? uses : "anybody";
}

function nameNodeOf(node: FunctionNode): TSESTree.Node | undefined {
  if (node.parent.type === "VariableDeclarator") return node.parent.id;
  return node.type === "FunctionDeclaration" && node.id !== null ? node.id : undefined;
}

/** Whether a member can only be reached from its own file, as its declaration says or as its name does by habit. */
function isPrivateMember(node: FunctionNode, name: string): boolean {
  if (name.startsWith("#") || name.startsWith("_")) return true;
  const parent = node.parent;
  return (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition") && parent.accessibility === "private";
}

function isDefinition(member: TSESTree.MemberExpression, node: FunctionNode): boolean {
  return member.parent.type === "AssignmentExpression" && member.parent.right === node;
}

function isExportedDeclaration(node: FunctionNode): boolean {
  const declaration = node.parent.type === "VariableDeclarator" ? node.parent.parent : node;
  return declaration.parent?.type === "ExportNamedDeclaration" || declaration.parent?.type === "ExportDefaultDeclaration";
}
