/** Which calls either give a handle or throw, so that nobody who has their value need ask whether it is there. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { unwrap } from "../../syntax/tree.ts";
import { collectResources, type Resource } from "../resource/resource.ts";

const handles = new WeakMap<FileFacts, ReadonlySet<TSESTree.Node>>();

/** Whether an expression is such a call, awaited where it gives a promise. */
export function isSureHandle(file: FileFacts, expression: TSESTree.Node): boolean {
  const isAwait = expression.type === "AwaitExpression";
  const call = isAwait ? unwrap(expression.argument) : expression;
  if (call.type !== "CallExpression" && call.type !== "NewExpression") return false;
  const known = handles.get(file) ?? new Set(collectResources(file).filter(givesOrThrows).map(({ acquisition }) => acquisition as TSESTree.Node));
  handles.set(file, known);
  return known.has(call);
}

/** Node and its timers tell what fails by throwing, and who gives a promise rejects it; other makers, as those of WebGL, answer null. */
function givesOrThrows({ pair: { id, handle }, confidence }: Resource): boolean {
  if (confidence !== "certain" || id.startsWith("language/")) return false;
  return (handle.from === "awaited" || (handle.from === "result" && (id.startsWith("node-") || id.startsWith("timers/")))) && handle.element === undefined;
}
