/** All calls of a function that the program has, where the project shows that there are no others. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { enclosingFunction, isClass, wrapped, type CallNode, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";
import { ownUsesOf } from "./calls.ts";
import { standingOf } from "./standing.ts";

/**
 * Collects every call that may reach a function, calls of other methods of its name among them. Undefined where strangers may call it,
 * where it is used in another way than by calling it, and where no call is in sight: then whoever calls it does so by its name.
 */
export function allCallsOf(file: FileFacts, host: FunctionNode): readonly Located<CallNode>[] | undefined {
  const uses = usesOfHost(file, host);
  const calls = uses?.flatMap(({ file: place, node }) => {
    const callee = wrapped(node);
    const { parent } = callee;
    return (parent?.type === "CallExpression" || parent?.type === "NewExpression") && parent.callee === callee ? [{ file: place, node: parent }] : [];
  });
  return calls === undefined || calls.length === 0 || calls.length !== uses?.length ? undefined : calls;
}

function usesOfHost(file: FileFacts, host: FunctionNode): readonly Located[] | undefined {
  const standing = standingOf(host);
  switch (standing?.by) {
    case "declared":
      return usesOfDeclared(file, standing.exported);
    case "constructor":
      return standing.owner.id === null ? undefined : usesOfDeclared(file, standing.owner.id);
    case "method":
      return standing.isPrivate ? ownMembersNamed(file, standing.name) : usesOfMethod(file, host, standing.name);
    default:
      return undefined;
  }
}

function usesOfDeclared(file: FileFacts, name: TSESTree.Node): readonly Located[] | undefined {
  const outside = file.project.usesOf(name);
  if (outside === undefined || outside.isPublished()) return undefined;
  const uses = [...ownUsesOf(file, name), ...outside.at];
  return outside.isComplete() ? uses : undefined;
}

function ownMembersNamed(file: FileFacts, name: string): readonly Located[] {
  return file.mentions.membersNamed(name).map((node) => ({ file, node }));
}

/** The class of a method may be one that strangers make, or build theirs upon. */
function usesOfMethod(file: FileFacts, host: FunctionNode, name: string): readonly Located[] | undefined {
  const owner = ownerClass(host);
  if (owner?.id == null || file.project.usesOf(owner.id)?.isPublished() !== false || file.project.isDestructured(name) !== false) return undefined;
  return file.project.membersNamed(name);
}

function ownerClass(host: FunctionNode): ClassNode | undefined {
  const body = host.parent.parent;
  const owner = body?.parent;
  return owner != null && isClass(owner) ? owner : undefined;
}

/** The function that has the parameter, and which of its parameters it is; undefined where what is given is changed or taken apart before. */
export function parameterAt(file: FileFacts, identifier: TSESTree.Node): { readonly host: FunctionNode; readonly index: number } | undefined {
  const variable = file.variables.variableOf(identifier);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition?.type !== "Parameter" || variable.defs.length !== 1) return undefined;
  if (variable.references.some((reference) => reference.isWrite())) return undefined;
  const host = enclosingFunction(definition.name);
  const index = host?.params.findIndex((each) => each === definition.name) ?? -1;
  return host === undefined || index === -1 ? undefined : { host, index };
}
