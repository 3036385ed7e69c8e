/** The lists that are entries of a collection: under which names a file has them, and whether one gets where others may take elements out. */
import type { TSESTree } from "@typescript-eslint/utils";

import { gettingOne, onlyReading, shrinking } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, findWithin, isFunction, unwrap, wrapped } from "../../syntax/tree.ts";
import { outermost } from "./element-operations.ts";
import type { KeptCollection } from "./kept-collections.ts";
import type { Operation } from "./operations.ts";

/** Finds where a list of the collection is given to other code, returned, kept elsewhere or exchanged for a shorter one; undefined where each stays in sight. */
export function findListOutOfSight(file: FileFacts, { operations }: Pick<KeptCollection, "operations">): TSESTree.Node | undefined {
  for (const operation of operations) {
    if (operation.kind === "insert" && operation.value !== undefined) {
      const shorter = findWithin(operation.value, file.visitorKeys, (node) => node.type === "CallExpression" && shrinking.has(calleeName(node) ?? ""));
      if (shorter !== undefined) return shorter;
    }
    if (operation.kind !== "read" && operation.kind !== "iterate") continue;
    const found = outOfSight(file, operation);
    if (found !== undefined) return found;
  }
  return undefined;
}

function outOfSight(file: FileFacts, { kind, node }: Operation): TSESTree.Node | undefined {
  if (kind === "iterate") return listNamesOf(file, node).find(leaves);
  // Of a mention alone nothing comes: the list is what `get` or an index gives.
  const given = unwrap(wrapped(node));
  return (given.type === "CallExpression" || given.type === "MemberExpression") && isUseOfList(given) ? usesOfValue(file, given).find(leaves) : undefined;
}

/** `map.has(key)` and `map.size` give no list. */
function isUseOfList(given: TSESTree.CallExpression | TSESTree.MemberExpression): boolean {
  return given.type === "MemberExpression" ? given.computed : gettingOne.has(calleeName(given) ?? "");
}

/** The expressions that a value is used as: itself, or the variable that takes it. */
function usesOfValue(file: FileFacts, value: TSESTree.Node): readonly TSESTree.Node[] {
  const whole = outermost(value);
  const { parent } = whole;
  const target = parent?.type === "VariableDeclarator" && parent.init === whole ? parent.id : parent?.type === "AssignmentExpression" && parent.right === whole ? parent.left : undefined;
  return target?.type === "Identifier" ? readsOfName(file, target) : [whole];
}

function readsOfName(file: FileFacts, name: TSESTree.Node): readonly TSESTree.Node[] {
  return (file.variables.variableOf(name)?.references ?? []).filter((reference) => !reference.isWrite()).map(({ identifier }) => identifier);
}

/** The uses of the loop variable or parameter that each list goes by where all are gone through. */
function listNamesOf(file: FileFacts, iteration: TSESTree.Node): readonly TSESTree.Node[] {
  if (iteration.type === "CallExpression" && calleeName(iteration) === "keys") return [];
  const whole = outermost(iteration);
  const { parent } = whole;
  if (parent?.type === "ForOfStatement" && parent.right === whole && parent.left.type === "VariableDeclaration") {
    const [declarator] = parent.left.declarations;
    const name = declarator?.id.type === "ArrayPattern" ? declarator.id.elements[1] : declarator?.id;
    return name == null ? [] : readsOfName(file, name);
  }
  const [callback] = iteration.type === "CallExpression" && calleeName(iteration) === "forEach" ? iteration.arguments : [];
  const [first] = callback !== undefined && isFunction(callback) ? callback.params : [];
  return first === undefined ? [] : readsOfName(file, first);
}

/** Whether a use of a list hands it on: as an argument, a result, a value of something else. */
function leaves(use: TSESTree.Node): boolean {
  const node = outermost(use);
  const { parent } = node;
  switch (parent?.type) {
    case "CallExpression":
    case "NewExpression":
      return parent.callee !== node && !onlyReading.has(calleeName(parent) ?? "") && !isPutBack(parent);
    case "ReturnStatement":
    case "Property":
    case "ArrayExpression":
    case "YieldExpression":
      return true;
    case "ArrowFunctionExpression":
      return parent.body === node;
    case "AssignmentExpression":
      return parent.right === node && parent.left.type === "MemberExpression" && !parent.left.computed;
    default:
      return false;
  }
}

/** `map.set(key, list)`. */
function isPutBack(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  return calleeName(call) === "set";
}
