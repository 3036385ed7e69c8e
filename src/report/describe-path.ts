/** A way out as an English clause: "when `await validate(…)` on line 14 rejects". */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { HeldPath } from "../subjects/way/held-path.ts";
import { isLoop } from "../syntax/tree.ts";
import { describeLine, excerpt } from "./wording.ts";

/** Describes how the path leaves its function. */
export function describePath(sourceCode: Readonly<TSESLint.SourceCode>, path: HeldPath): string {
  const node = path.step?.node;
  switch (path.leavesBy) {
    case "exception": {
      if (node === undefined) return "when an exception leaves the function";
      const first = path.edges.find((edge) => edge.kind === "exception")?.from.steps.at(-1)?.node;
      // A handler that throws again passes on the failure that it was given.
      const cause = first === undefined || first === node || node.type !== "ThrowStatement" ? "" : `${describeThrower(sourceCode, first)} and `;
      return `when ${cause}${describeThrower(sourceCode, node)}`;
    }
    case "again":
      return node === undefined ? "before it is acquired again" : "before the next round of the loop acquires again";
    case "overwritten":
      return node === undefined ? "before its variable is overwritten" : `before its variable is overwritten on ${describeLine(node)}`;
    case "exit": {
      const failed = path.edges.find((edge) => edge.kind === "exception")?.from.steps.at(-1)?.node;
      if (failed === undefined) return describeExit(sourceCode, path, node);
      const end = node === undefined ? "the function ends" : `the function returns on ${describeLine(node)}`;
      return `when ${describeThrower(sourceCode, failed)} and ${end}`;
    }
  }
}

function describeThrower(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): string {
  if (node.type === "ThrowStatement") return `the function throws on ${describeLine(node)}`;
  const isAwaited = node.type === "AwaitExpression" || node.parent?.type === "AwaitExpression";
  const verb = isAwaited ? "rejects" : "throws";
  return `\`${excerpt(sourceCode, node)}\` ${verb} (${describeLine(node)})`;
}

function describeExit(sourceCode: Readonly<TSESLint.SourceCode>, path: HeldPath, node: TSESTree.Node | undefined): string {
  if (node?.type === "ReturnStatement") return `when the function returns on ${describeLine(node)}`;
  const branch = path.edges.findLast((edge) => edge.condition !== undefined && !isLoop(edge.condition));
  if (branch?.condition === undefined) return "when the function ends";
  const outcome = branch.kind === "true" ? "holds" : "does not hold";
  return `when \`${excerpt(sourceCode, branch.condition)}\` ${outcome} (${describeLine(branch.condition)})`;
}
