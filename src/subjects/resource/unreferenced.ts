/** Handles that let the process end without them. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { optionNamed, optionsOf } from "../../facts/options.ts";
import { calleeName, unwrap, wrapped } from "../../syntax/tree.ts";

/**
 * Whether `unref` is called on the value where it stands (`setInterval(…).unref()`, `this.timer?.unref()`), or a watcher
 * is told not to keep the process (`watch(path, { persistent: false })`). Who writes it wants a process that can end.
 */
export function isUnreferenced(file: FileFacts, value: TSESTree.Node): boolean {
  if (value.type === "CallExpression" && value.arguments.some((argument) => isNotPersistent(file, argument))) return true;
  const member = wrapped(value).parent;
  if (member?.type !== "MemberExpression" || unwrap(member.object) !== unwrap(value)) return false;
  const call = wrapped(member).parent;
  return call?.type === "CallExpression" && unwrap(call.callee) === member && calleeName(call) === "unref";
}

function isNotPersistent(file: FileFacts, argument: TSESTree.Node): boolean {
  const value = optionNamed(optionsOf(file, argument), "persistent");
  return value?.type === "Literal" && value.value === false;
}
