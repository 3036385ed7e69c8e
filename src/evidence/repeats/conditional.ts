import type { TSESTree } from "@typescript-eslint/utils";

import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import type { Evidence } from "../evidence.ts";

export const conditional: Evidence<DroppedTimer, "yes" | "no"> = {
  id: "repeats/conditional",
  asks: "Is the timer set in a branch, or after a way out of its function?",
  levels: { yes: ["it is set on a condition, which may come to fail", "open"], no: ["it is set without a condition", "leak"] },
  ask(_file, { node, host }) {
    const at = findCondition(node, host);
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};

function findCondition(node: TSESTree.Node, host: DroppedTimer["host"]): TSESTree.Node | undefined {
  for (let at: TSESTree.Node | undefined = node.parent; at !== undefined && at !== host; at = at.parent ?? undefined) {
    if (at.type === "IfStatement" || at.type === "ConditionalExpression" || at.type === "SwitchCase" || at.type === "LogicalExpression") return at;
  }
  return host.body.type === "BlockStatement" ? host.body.body.find((statement) => statement.type === "IfStatement" && statement.range[1] < node.range[0]) : undefined;
}
