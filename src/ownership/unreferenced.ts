/** Handles that let the process end without them. */
import type { TSESTree } from "@typescript-eslint/utils";

import { calleeName, unwrap, wrapped } from "../syntax/tree.ts";

/** Whether `unref` is called on the value where it stands: `setInterval(…).unref()`, `this.timer?.unref()`. Who writes it wants a process that can end. */
export function isUnreferenced(value: TSESTree.Node): boolean {
  const member = wrapped(value).parent;
  if (member?.type !== "MemberExpression" || unwrap(member.object) !== unwrap(value)) return false;
  const call = wrapped(member).parent;
  return call?.type === "CallExpression" && unwrap(call.callee) === member && calleeName(call) === "unref";
}
