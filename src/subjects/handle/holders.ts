/** Objects of the function itself that hold a handle without taking it over: a stream of tracks, the element that plays it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { functionOf, isParameter, type Variable } from "../../facts/variables.ts";
import { calleeName, memberName, receiverOf, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import type { Resource } from "../resource/resource.ts";

/** What has the handle besides: a variable that is as good as it, or a property of one. */
export interface Holder {
  readonly variable: Variable;
  readonly property: string | undefined;
}

/** The holder that a use of the handle puts it into; undefined where it goes elsewhere, or into what others have. */
export function holderAt(file: FileFacts, { pair: { holders } }: Resource, use: TSESTree.Node, owner: FunctionNode | undefined): Holder | undefined {
  if (holders === undefined) return undefined;
  const value = wrapped(use);
  const { parent } = value;
  if (parent?.type === "AssignmentExpression" && parent.right === value) return elementAt(file, parent.left, holders.properties, owner);
  if (parent?.type === "CallExpression" && unwrap(parent.callee) !== value && holders.methods.includes(calleeName(parent) ?? "")) {
    const receiver = receiverOf(parent);
    const isMade = receiver !== undefined && matchOrigin(file, receiver, { kind: "instance", of: holders.makers }) !== undefined;
    return isMade ? ownVariable(file, receiver, owner, undefined) : undefined;
  }
  const made = parent?.type === "ArrayExpression" ? wrapped(parent).parent : parent;
  if (made?.type !== "NewExpression" || unwrap(made.callee) === value || matchOrigin(file, made.callee, holders.makers) === undefined) return undefined;
  const outer = wrapped(made).parent;
  if (outer?.type === "AssignmentExpression" && outer.right === wrapped(made) && outer.left.type !== "Identifier") return elementAt(file, outer.left, holders.properties, owner);
  return outer?.type === "VariableDeclarator" ? ownVariable(file, outer.id, owner, undefined) : undefined;
}

/** `video.srcObject = stream`, where the function has made the element. */
function elementAt(file: FileFacts, target: TSESTree.Node, { of, names }: { readonly of: Parameters<typeof matchOrigin>[2]; readonly names: readonly string[] }, owner: FunctionNode | undefined): Holder | undefined {
  const name = target.type === "MemberExpression" ? memberName(target) : undefined;
  if (target.type !== "MemberExpression" || name === undefined || !names.includes(name)) return undefined;
  return matchOrigin(file, target.object, of) === undefined ? undefined : ownVariable(file, target.object, owner, name);
}

function ownVariable(file: FileFacts, node: TSESTree.Node, owner: FunctionNode | undefined, property: string | undefined): Holder | undefined {
  const name = unwrap(node);
  const variable = name.type === "Identifier" && !isParameter(file.variables, name) ? file.variables.variableOf(name) : undefined;
  return variable !== undefined && functionOf(variable) === owner ? { variable, property } : undefined;
}

/** What a mention of a holder says of the handle: the node that stands for it, `nothing`, or `away` where the holder goes elsewhere. */
export function handleInHolder(identifier: TSESTree.Node, property: string): TSESTree.Node | "nothing" | "away" {
  const value = wrapped(identifier);
  const member = value.parent;
  if (member?.type === "VariableDeclarator" && member.id === value) return "nothing";
  if (member?.type !== "MemberExpression" || member.object !== value) return "away";
  const outer = wrapped(member).parent;
  const isWritten = outer?.type === "AssignmentExpression" && outer.left === member;
  return memberName(member) === property && !isWritten ? member : "nothing";
}
