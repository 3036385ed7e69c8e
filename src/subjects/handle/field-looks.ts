/** Code that looks at a field, or releases it, before it goes on to fill it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { isWithin, type FunctionNode } from "../../syntax/tree.ts";
import type { FieldUse } from "./field-uses.ts";

/** The use of the field in a function, or in what it calls, that comes before the node. */
export function lookBefore(file: FileFacts, uses: readonly FieldUse[], host: FunctionNode, node: TSESTree.Node): FieldUse | undefined {
  const before = file.nodes.calls.filter((call) => isWithin(call, host) && call.range[1] <= node.range[0] && !leavesFunctionAfter(call, node));
  const reached = reachedFrom(file, before.flatMap((call) => file.functions.calledFunction(call) ?? []));
  return uses.find((use) => use.isExact && (standsIn(use.node, reached) || (isWithin(use.node, host) && use.node.range[1] < node.range[0])));
}

/** Whether the block of a call leaves the function, so that the node does not come after it. */
function leavesFunctionAfter(call: TSESTree.Node, node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = call.parent; at !== undefined && !isWithin(node, at); at = at.parent ?? undefined) {
    if (at.type === "BlockStatement" && leavesFunction(at)) return true;
  }
  return false;
}
