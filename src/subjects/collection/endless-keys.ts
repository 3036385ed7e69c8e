/** Keys of which the platform itself shows that there is no end, whatever they are called. */
import type { TSESTree } from "@typescript-eslint/utils";

import { chosenByOthers, neverAgain } from "../../catalogue/data/endless-values.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { globalPathOf, matchOrigin } from "../../facts/value-origin.ts";
import { memberName } from "../../syntax/tree.ts";

/** Whether a call gives a value that no call before it gave: `Date.now()`, `randomUUID()` of `node:crypto`. */
export function givesNewValue(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const path = globalPathOf(file, call.callee);
  if (path !== undefined) return neverAgain.has(path.join("."));
  const value = file.imports.importedValueOf(call.callee);
  return value !== undefined && neverAgain.has(`${value.module}:${value.path.join(".")}`);
}

/** Whether a member is what somebody at the other end of a connection chose: `request.url`, of a request that is declared as one. */
export function isChosenByOthers(file: FileFacts, member: TSESTree.MemberExpression): boolean {
  const name = memberName(member);
  return name !== undefined && chosenByOthers.some(({ module, type, members }) => members.has(name) && matchOrigin(file, member.object, { kind: "type", module, name: type, made: [] }) !== undefined);
}
