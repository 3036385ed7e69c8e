/** What a handle is, told by what is done with it: nothing but a track has `applyConstraints`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair, ShownUse } from "../../catalogue/entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { memberName, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";

/** Whether a use of what the call gives tells that it is what the pair describes. */
export function isShownByUse(file: FileFacts, call: CallNode, { shownBy }: Pair): boolean {
  if (shownBy === undefined || call.type !== "CallExpression" || unwrap(call.callee).type !== "MemberExpression" || call.arguments.length > 0) return false;
  return usesOfResult(file, call).some((use) => shownBy.some((shown) => isShown(file, use, shown)));
}

/** The call itself, and each mention of the variable that gets what it gives. */
function usesOfResult(file: FileFacts, call: TSESTree.CallExpression): readonly TSESTree.Node[] {
  const { parent } = wrapped(call);
  const target = parent?.type === "VariableDeclarator" ? parent.id : parent?.type === "AssignmentExpression" ? parent.left : undefined;
  const variable = target?.type === "Identifier" ? file.variables.variableOf(target) : undefined;
  return [call, ...(variable?.references.map(({ identifier }) => identifier) ?? [])];
}

function isShown(file: FileFacts, use: TSESTree.Node, shown: ShownUse): boolean {
  const value = wrapped(use);
  const { parent } = value;
  if ("givenTo" in shown) {
    const maker = parent?.type === "ArrayExpression" ? wrapped(parent).parent : parent;
    return maker?.type === "NewExpression" && unwrap(maker.callee) !== use && matchOrigin(file, maker.callee, shown.givenTo) !== undefined;
  }
  if (parent?.type !== "MemberExpression" || parent.object !== value || memberName(parent) !== shown.method) return false;
  const call = wrapped(parent).parent;
  if (call?.type !== "CallExpression" || unwrap(call.callee) !== parent) return false;
  return shown.answers === undefined || takesOneOf(file, call, shown.answers);
}

/** `const { done } = await handle.read()`, `(await handle.read()).value`, `const answer = await handle.read(); answer.done`. */
function takesOneOf(file: FileFacts, call: TSESTree.CallExpression, members: readonly string[]): boolean {
  const awaited = wrapped(call).parent;
  const outer = awaited?.type === "AwaitExpression" ? wrapped(awaited).parent : undefined;
  const isOne = (name: string | undefined): boolean => name !== undefined && members.includes(name);
  if (outer?.type === "MemberExpression") return isOne(memberName(outer));
  const target = outer?.type === "VariableDeclarator" ? outer.id : outer?.type === "AssignmentExpression" ? outer.left : undefined;
  if (target?.type === "ObjectPattern") return target.properties.some((property) => property.type === "Property" && isOne(memberName(property)));
  const variable = target?.type === "Identifier" ? file.variables.variableOf(target) : undefined;
  return variable?.references.some(({ identifier: { parent } }) => parent.type === "MemberExpression" && isOne(memberName(parent))) === true;
}
