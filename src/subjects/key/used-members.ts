/** Members of members that the file reads of a variable: what the value is shown to hold where nothing declares it. */
import type { FileFacts } from "../../facts/file-facts.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import { memberName, unwrap, wrapped } from "../../syntax/tree.ts";

/** A member of the value, and a member that is read of that one in turn. */
export interface UsedMember {
  readonly outer: string;
  readonly inner: string;
}

/** What texts, numbers, lists and collections have of their own, which shows no object of the author's. */
const builtIn: readonly object[] = [String.prototype, Number.prototype, Array.prototype, Date.prototype, Map.prototype, Set.prototype];

/** Collects `value.outer.inner`, where `inner` is no member that values of the language have. */
export function membersUsedOf(file: FileFacts, value: TSESTree.Node): readonly UsedMember[] {
  const node = unwrap(value);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }): UsedMember[] => {
    const outer = memberReadOn(identifier);
    const inner = outer === undefined ? undefined : memberReadOn(outer.node);
    return outer === undefined || inner === undefined || inner.isCalled || builtIn.some((prototype) => inner.name in prototype) ? [] : [{ outer: outer.name, inner: inner.name }];
  });
}

interface MemberRead {
  readonly node: TSESTree.Node;
  readonly name: string;
  readonly isCalled: boolean;
}

function memberReadOn(object: TSESTree.Node): MemberRead | undefined {
  const node = wrapped(object).parent;
  const name = node?.type === "MemberExpression" && node.object === wrapped(object) ? memberName(node) : undefined;
  if (node?.type !== "MemberExpression" || name === undefined) return undefined;
  const use = wrapped(node).parent;
  return { node, name, isCalled: use?.type === "CallExpression" && use.callee === wrapped(node) };
}
