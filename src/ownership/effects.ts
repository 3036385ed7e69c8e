/** Framework effects: callbacks that run again whenever one of their dependencies changes. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf } from "../facts/variables.ts";
import { calleeName, enclosingFunction, memberName, unwrap, type CallNode } from "../syntax/tree.ts";

const EFFECT = /^use(?:Layout|Insertion|Isomorphic\w*|Mount\w*)?Effect$/;
/** Dependencies that by their names never change: setters, dispatchers and references. */
const STABLE = /^(?:set[A-Z]\w*|dispatch|\w*[rR]ef)$/;

/** The call of the effect whose callback is the function around a node. */
export function enclosingEffect(node: TSESTree.Node): CallNode | undefined {
  const callback = enclosingFunction(node);
  const call = callback?.parent;
  return call?.type === "CallExpression" && call.arguments[0] === callback && EFFECT.test(calleeName(call) ?? "") ? call : undefined;
}

/** Whether the effect around a node runs again for changes that leave the element behind `reference.current` the same. */
export function runsAgainForSameTarget(file: FileFacts, node: TSESTree.Node, target: TSESTree.Node): boolean {
  const effect = enclosingEffect(node);
  if (effect === undefined || !isReferenced(file, target)) return false;
  const dependencies = effect.arguments[1];
  if (dependencies === undefined) return true;
  if (dependencies.type !== "ArrayExpression") return false;
  return dependencies.elements.some((element) => element !== null && element.type !== "SpreadElement" && !isStable(element));
}

/** `reference.current`, where `useRef` made the reference. */
function isReferenced(file: FileFacts, target: TSESTree.Node): boolean {
  const node = unwrap(target);
  if (node.type !== "MemberExpression" || memberName(node) !== "current") return false;
  const holder = unwrap(node.object);
  const variable = holder.type === "Identifier" ? file.variables.variableOf(holder) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init?.type === "CallExpression" && calleeName(init) === "useRef";
}

function isStable(dependency: TSESTree.Node): boolean {
  const node = unwrap(dependency);
  const name = node.type === "Identifier" ? node.name : node.type === "MemberExpression" ? memberName(node) : undefined;
  return node.type === "Literal" || (name !== undefined && STABLE.test(name));
}
