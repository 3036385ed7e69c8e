/** Handles that let the process end without them. */
import type { TSESTree } from "@typescript-eslint/utils";

import { calleeName, memberName, unwrap, wrapped } from "../syntax/tree.ts";

/**
 * Whether `unref` is called on the value where it stands (`setInterval(…).unref()`, `this.timer?.unref()`), or a watcher
 * is told not to keep the process (`watch(path, { persistent: false })`). Who writes it wants a process that can end.
 */
export function isUnreferenced(value: TSESTree.Node): boolean {
  if (value.type === "CallExpression" && value.arguments.some(isNotPersistent)) return true;
  const member = wrapped(value).parent;
  if (member?.type !== "MemberExpression" || unwrap(member.object) !== unwrap(value)) return false;
  const call = wrapped(member).parent;
  return call?.type === "CallExpression" && unwrap(call.callee) === member && calleeName(call) === "unref";
}

function isNotPersistent(argument: TSESTree.Node): boolean {
  return argument.type === "ObjectExpression" && argument.properties.some((property) => property.type === "Property" && memberName(property) === "persistent" && property.value.type === "Literal" && property.value.value === false);
}
