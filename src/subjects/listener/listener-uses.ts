/** What else a file does with a function that it gives to a listener call. */
import type { TSESTree } from "@typescript-eslint/utils";

import { listenerVerbs } from "../../catalogue/data/listener-verbs.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, memberName, unwrap, wrapped } from "../../syntax/tree.ts";

/** Whether two expressions name the same place. */
export function isSamePlace(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): boolean {
  const place = file.places.placeOf(one);
  return place !== undefined && place.key === file.places.placeOf(other)?.key;
}

/** Whether the function is given to code that may add it as a listener unseen: an argument, a list, another place. */
export function isHandedOn(file: FileFacts, listener: TSESTree.Node): boolean {
  return mentionsOf(file, listener).some((mention) => isGivenAway(file, mention, listener));
}

/** Every expression of the file that reads the place which the expression names. */
export function mentionsOf(file: FileFacts, listener: TSESTree.Node): readonly TSESTree.Node[] {
  const node = unwrap(listener);
  if (node.type === "Identifier") return (file.variables.variableOf(node)?.references ?? []).filter((reference) => reference.isRead()).map((reference) => reference.identifier as TSESTree.Node);
  if (node.type !== "MemberExpression") return [];
  const name = memberName(node);
  return file.nodes.members.filter((member) => memberName(member) === name && isSamePlace(file, member, node));
}

function isGivenAway(file: FileFacts, mention: TSESTree.Node, listener: TSESTree.Node): boolean {
  const value = wrapped(mention);
  const parent = value.parent;
  switch (parent?.type) {
    case "CallExpression":
    case "NewExpression":
      return parent.callee !== value && !isListenerCall(parent);
    case "MemberExpression": {
      // `f.bind(this)` is followed to where the bound function goes; `f.cancel()` is a use of its own.
      const call = wrapped(parent).parent;
      return memberName(parent) === "bind" && call?.type === "CallExpression" && call.callee === parent && isGivenAway(file, call, listener);
    }
    case "AssignmentExpression":
      return parent.right === value && !isSamePlace(file, parent.left, listener);
    case "VariableDeclarator":
      return parent.id.type !== "Identifier";
    case "Property":
      return parent.value === value && parent.parent.type === "ObjectExpression";
    case "ArrayExpression":
      return !isDependencyList(parent);
    case "SpreadElement":
    case "ReturnStatement":
    case "ConditionalExpression":
    case "LogicalExpression":
      return true;
    case "ArrowFunctionExpression":
      return parent.body === value;
    default:
      return false;
  }
}

/** `useEffect(…, [handler])` compares the function and does nothing with it. */
function isDependencyList(list: TSESTree.ArrayExpression): boolean {
  const call = list.parent;
  return call.type === "CallExpression" && call.arguments.at(-1) === list && call.arguments.length > 1 && /^use[A-Z]/.test(calleeName(call) ?? "");
}

function isListenerCall(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const name = calleeName(call);
  return name !== undefined && listenerVerbs.some((verbs) => verbs.add.has(name) || verbs.remove.has(name));
}
