/** Keys of which the platform itself shows that there is no end, whatever they are called. */
import type { TSESTree } from "@typescript-eslint/utils";

import { chosenByOthers, neverAgain } from "../../catalogue/data/endless-values.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { globalPathOf, matchOrigin } from "../../facts/value-origin.ts";
import { initializerOf } from "../../facts/variables.ts";
import { findWithin, isFunction, memberName } from "../../syntax/tree.ts";

/** How many variables a key is followed back through. */
const MAXIMUM_DEPTH = 3;

/** Whether a call gives a value that no call before it gave: `Date.now()`, `randomUUID()` of `node:crypto`. */
export function givesNewValue(file: FileFacts, call: TSESTree.CallExpression): boolean {
  const path = globalPathOf(file, call.callee);
  if (path !== undefined) return neverAgain.has(path.join("."));
  const value = file.imports.importedValueOf(call.callee);
  return value !== undefined && neverAgain.has(`${value.module}:${value.path.join(".")}`);
}

/** Whether such a value is a part of a key, also by way of the variables that it is made of. */
export function hasNewValue(file: FileFacts, key: TSESTree.Node, depth = 0): boolean {
  return findWithin(key, file.visitorKeys, (node) => {
    if (node.type === "CallExpression") return givesNewValue(file, node);
    const variable = node.type === "Identifier" && depth < MAXIMUM_DEPTH ? file.variables.variableOf(node) : undefined;
    const init = variable === undefined ? undefined : initializerOf(variable);
    return init !== undefined && !isFunction(init) && hasNewValue(file, init, depth + 1);
  }) !== undefined;
}

/** Whether a member is what somebody at the other end of a connection chose: `request.url`, of a request that is declared as one. */
export function isChosenByOthers(file: FileFacts, member: TSESTree.MemberExpression): boolean {
  const name = memberName(member);
  return name !== undefined && chosenByOthers.some(({ module, type, members }) => members.has(name) && matchOrigin(file, member.object, { kind: "type", module, name: type, made: [] }) !== undefined);
}
