/** Elements of a collection that two loops go through: each loop has a variable of its own for them, and means the same ones. */
import type { TSESTree } from "@typescript-eslint/utils";

import { methodsRunningAtOnce } from "../../catalogue/words/handle-calls.ts";
import { copyingCalls, listingMethods } from "../../catalogue/words/listening.ts";
import { finding } from "../../catalogue/words/value-lifetimes.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { pathInPattern } from "../../facts/places.ts";
import { declaratorOf, isSingleAssignment, type Variable } from "../../facts/variables.ts";
import { calleeName, isFunction, memberName, receiverOf, unwrap } from "../../syntax/tree.ts";

const MAXIMUM_DEPTH = 6;

/** The name of each element of a collection, or of a member of each, alike for all loops over the collection; undefined for what is none. */
export function elementNameOf(file: FileFacts, expression: TSESTree.Node, depth = 0): string | undefined {
  const node = unwrap(expression);
  if (depth > MAXIMUM_DEPTH) return undefined;
  if (node.type === "Identifier") {
    const variable = file.variables.variableOf(node);
    return variable === undefined ? undefined : (elementOfLoop(file, variable, depth) ?? nameBehind(file, variable, depth));
  }
  if (node.type !== "MemberExpression") return undefined;
  const name = memberName(node);
  if (name !== undefined) return joined(elementNameOf(file, node.object, depth + 1), [name]);
  return isLoopIndex(file, node.property) ? elementNamesOf(file, node.object, depth + 1) : undefined;
}

function joined(name: string | undefined, path: readonly string[] | undefined): string | undefined {
  return name === undefined || path === undefined ? undefined : [name, ...path].join(".");
}

/** `const { document } = screen`, where `screen` is an element. */
function nameBehind(file: FileFacts, variable: Variable, depth: number): string | undefined {
  const declarator = declaratorOf(variable);
  if (declarator?.init == null || !isSingleAssignment(variable)) return undefined;
  return joined(elementNameOf(file, declarator.init, depth + 1), pathInPattern(declarator.id, variable));
}

/** The variable of a `for … of`, or the first parameter of a callback that runs for each element. */
function elementOfLoop(file: FileFacts, variable: Variable, depth: number): string | undefined {
  const [definition] = variable.defs;
  if (definition === undefined || variable.defs.length !== 1) return undefined;
  if (definition.type === "Variable") {
    const loop = definition.node.parent.parent;
    if (loop.type !== "ForOfStatement" || loop.left !== definition.node.parent) return undefined;
    return joined(elementNamesOf(file, loop.right, depth + 1), pathOfElement(definition.node.id, variable));
  }
  if (definition.type !== "Parameter" || !isFunction(definition.node)) return undefined;
  const [first] = definition.node.params;
  const call = definition.node.parent;
  if (first === undefined || call.type !== "CallExpression" || call.arguments[0] !== definition.node || !methodsRunningAtOnce.has(calleeName(call) ?? "")) return undefined;
  const collection = receiverOf(call);
  return collection === undefined ? undefined : joined(elementNamesOf(file, collection, depth + 1), pathOfElement(first, variable));
}

/** The way from the element to the variable; of `[key, value]` the position. */
function pathOfElement(pattern: TSESTree.Node, variable: Variable): readonly string[] | undefined {
  if (pattern.type !== "ArrayPattern") return pathInPattern(pattern, variable);
  for (const [index, element] of pattern.elements.entries()) {
    const path = element === null ? undefined : pathInPattern(element, variable);
    if (path !== undefined) return [String(index), ...path];
  }
  return undefined;
}

/** The name of the elements of a collection: of what is kept at a place, of a copy or a list of that, or of what is found in the page. */
function elementNamesOf(file: FileFacts, collection: TSESTree.Node, depth: number): string | undefined {
  const node = unwrap(collection);
  if (depth > MAXIMUM_DEPTH) return undefined;
  if (node.type === "ArrayExpression") {
    const [only] = node.elements;
    return node.elements.length === 1 && only?.type === "SpreadElement" ? elementNamesOf(file, only.argument, depth + 1) : undefined;
  }
  if (node.type === "CallExpression") return elementNamesOfCall(file, node, depth);
  const place = file.places.placeOf(node);
  if (place?.root.kind === "variable" && place.path.length === 0) {
    const init = declaratorOf(place.root.variable)?.init;
    if (init != null && isSingleAssignment(place.root.variable) && unwrap(init).type === "CallExpression") return elementNamesOf(file, init, depth + 1);
  }
  return place === undefined ? undefined : `each of ${place.key}`;
}

function elementNamesOfCall(file: FileFacts, call: TSESTree.CallExpression, depth: number): string | undefined {
  const name = calleeName(call) ?? "";
  const [first] = call.arguments;
  const receiver = receiverOf(call);
  if (first === undefined) return receiver !== undefined && listingMethods.has(name) ? elementNamesOf(file, receiver, depth + 1) : undefined;
  if (copyingCalls.has(name) && call.arguments.length === 1) return elementNamesOf(file, first, depth + 1);
  // What is found by the same words in the same thing.
  const holder = receiver === undefined ? undefined : file.places.placeOf(receiver)?.key;
  return holder !== undefined && finding.test(name) && first.type === "Literal" ? `each of ${holder}.${name}(${String(first.value)})` : undefined;
}

/** `i` in `for (let i = 0; …)`, and `name` in `for (const name in …)`. */
function isLoopIndex(file: FileFacts, index: TSESTree.Node): boolean {
  const variable = index.type === "Identifier" ? file.variables.variableOf(index) : undefined;
  const declaration = variable === undefined ? undefined : declaratorOf(variable)?.parent;
  const loop = declaration?.parent;
  return (loop?.type === "ForStatement" && loop.init === declaration) || (loop?.type === "ForInStatement" && loop.left === declaration);
}
