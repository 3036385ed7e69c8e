/** Promises that nothing but what their executor has set up rejects: with the rejection that has come to its end. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { executionAround } from "../../syntax/executor.ts";
import { isWithin, unwrap } from "../../syntax/tree.ts";

/** Whether what is waited for is the promise whose executor makes the acquisition, and only the acquired thing is given its `reject`. */
export function isRejectedByItself(file: FileFacts, acquisition: TSESTree.Node, waited: TSESTree.Node): boolean {
  const around = executionAround(acquisition);
  const promise = promiseWaitedFor(file, waited);
  if (around?.promise !== promise) return false;
  const [, reject] = around.executor.params;
  const variable = reject?.type === "Identifier" ? file.variables.variableOf(reject) : undefined;
  if (reject === undefined) return true;
  return variable?.references.every(({ identifier }) => isWithin(identifier, acquisition)) === true;
}

/** `await promise`, and the promise itself, as written or behind a constant. */
function promiseWaitedFor(file: FileFacts, waited: TSESTree.Node): TSESTree.Node {
  const node = unwrap(waited.type === "AwaitExpression" ? waited.argument : waited);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const made = variable === undefined ? undefined : initializerOf(variable);
  return made === undefined ? node : unwrap(made);
}
