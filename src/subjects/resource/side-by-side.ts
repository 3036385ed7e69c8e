/** Handles that are waited for side by side: `const [file, size] = await Promise.all([open(path), sizeOf(path)])`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { calleeName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";

/** The pattern of an element among those that `Promise.all` gives at once, and the `await` that gives them. */
export interface SideBySide {
  readonly awaited: TSESTree.AwaitExpression;
  readonly declarator: TSESTree.VariableDeclarator;
  /** Undefined where the pattern ends before the element, or leaves it out. */
  readonly element: TSESTree.DestructuringPattern | undefined;
}

/** Where a value that stands in the list of an awaited `Promise.all` comes to; undefined for any other value. */
export function sideBySideOf(value: TSESTree.Node): SideBySide | undefined {
  const element = wrapped(value);
  const list = element.parent;
  const index = list?.type === "ArrayExpression" ? list.elements.indexOf(element as TSESTree.Expression) : -1;
  const call = list === undefined ? undefined : wrapped(list).parent;
  if (list?.type !== "ArrayExpression" || index < 0 || call?.type !== "CallExpression" || !isPromiseAll(call)) return undefined;
  // Behind a spread nobody knows which element is which.
  if (call.arguments[0] !== wrapped(list) || list.elements.slice(0, index).some((other) => other?.type === "SpreadElement")) return undefined;
  const awaited = wrapped(call).parent;
  const declarator = awaited?.type === "AwaitExpression" ? wrapped(awaited).parent : undefined;
  if (awaited?.type !== "AwaitExpression" || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "ArrayPattern") return undefined;
  const { elements } = declarator.id;
  if (elements.slice(0, index + 1).some((pattern) => pattern?.type === "RestElement")) return undefined;
  return { awaited, declarator, element: elements[index] ?? undefined };
}

function isPromiseAll(call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  return calleeName(call) === "all" && receiver?.type === "Identifier" && unwrap(receiver) === receiver && receiver.name === "Promise";
}
