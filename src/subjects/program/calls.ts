/** The calls of a function in the whole project. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { isClass, memberName, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";

export interface ProjectCalls {
  /** Calls of it, or for a method of whatever is named like it; undefined stands for a use that is no call. */
  readonly calls: Iterable<Located<CallNode> | undefined>;
  /** Whether those are all calls, asked when they were gone through. */
  isComplete(): boolean;
  /** A method is found by its name alone: some of the calls may be those of another. */
  readonly isByName: boolean;
}

/** Finds the calls of a function, or the constructions of a class by its constructor; undefined where nobody can. */
export function projectCallsOf(file: FileFacts, host: FunctionNode): ProjectCalls | undefined {
  const outer = wrapped(host);
  const { parent } = outer;
  if (parent?.type === "MethodDefinition" || parent?.type === "PropertyDefinition") {
    const owner = parent.parent.parent;
    if (parent.type === "MethodDefinition" && parent.kind === "constructor") return isClass(owner) && owner.id !== null ? namedCallsOf(file, owner.id) : undefined;
    const name = memberName(parent);
    const members = name === undefined ? undefined : file.project.membersNamed(name);
    return members === undefined ? undefined : { calls: members.map(callAt), isComplete: () => true, isByName: true };
  }
  const name = host.type === "FunctionDeclaration" ? host.id : parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : null;
  return name === null ? undefined : namedCallsOf(file, name);
}

function namedCallsOf(file: FileFacts, name: TSESTree.Identifier): ProjectCalls | undefined {
  const outside = file.project.usesOf(name);
  if (outside === undefined || outside.isPublished()) return undefined;
  return { calls: callsAmong(ownUsesOf(file, name), outside.at), isComplete: () => outside.isComplete(), isByName: false };
}

function* callsAmong(...uses: readonly Iterable<Located>[]): Iterable<Located<CallNode> | undefined> {
  for (const some of uses) for (const use of some) yield callAt(use);
}

/** The uses of a declared name as a value in its own file; exports are none. */
export function ownUsesOf(file: FileFacts, name: TSESTree.Identifier): readonly Located[] {
  const references = file.variables.variableOf(name)?.references ?? [];
  return references.filter(({ init, identifier, isValueReference }) => init !== true && isValueReference && !isExport(identifier)).map(({ identifier }) => ({ file, node: identifier }));
}

function callAt({ file, node }: Located): Located<CallNode> | undefined {
  const callee = wrapped(node);
  const { parent } = callee;
  return (parent?.type === "CallExpression" || parent?.type === "NewExpression") && parent.callee === callee ? { file, node: parent } : undefined;
}

/** `export { run }`, `export default run`, `module.exports = run`, `exports.run = run`, `module.exports = { run }`. */
function isExport(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration") return true;
  const outer = parent?.type === "Property" && parent.parent.type === "ObjectExpression" ? parent.parent : node;
  const target = outer.parent?.type === "AssignmentExpression" && outer.parent.right === outer ? outer.parent.left : undefined;
  const base = target?.type === "MemberExpression" ? target.object : undefined;
  const named = base?.type === "MemberExpression" ? base.object : base;
  return named?.type === "Identifier" && (named.name === "module" || named.name === "exports");
}
