/** Signals and tokens that are made for one call, and end with it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { isFunction, unwrap } from "../syntax/tree.ts";

/**
 * Whether the signal or token is an argument of its own, `run(job, signal)`: whoever calls has it for this piece of work.
 * One that comes in a bag of options or in another object may serve many calls.
 */
export function isForOneCall(file: FileFacts, signal: TSESTree.Node): boolean {
  const node = unwrap(signal);
  const [definition] = node.type === "Identifier" ? (file.variables.variableOf(node)?.defs ?? []) : [];
  if (definition?.type !== "Parameter" || !isFunction(definition.node)) return false;
  return definition.node.params.some((parameter) => parameter === definition.name || (parameter.type === "AssignmentPattern" && parameter.left === definition.name));
}
