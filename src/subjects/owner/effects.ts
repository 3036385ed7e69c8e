/** Framework effects: callbacks that run again whenever one of their dependencies changes. */
import type { TSESTree } from "@typescript-eslint/utils";

import { effectNames, renderingCalls, rootComponents, stableDependencies } from "../../catalogue/words/components.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isClass, isFunction, memberName, unwrap, walk, type CallNode } from "../../syntax/tree.ts";
import { returnedValues } from "./closure-ends.ts";

/** The call of the effect whose callback is the function around a node. */
export function enclosingEffect(node: TSESTree.Node): CallNode | undefined {
  const callback = enclosingFunction(node);
  const call = callback?.parent;
  return call?.type === "CallExpression" && call.arguments[0] === callback && effectNames.test(calleeName(call) ?? "") ? call : undefined;
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
  return node.type === "Literal" || (name !== undefined && stableDependencies.test(name));
}

/** How an effect ends, for messages: whether it runs for each change or once for each component, and whether it returns a cleanup. */
export function describeEffectEnd(node: TSESTree.Node): string {
  const effect = enclosingEffect(node);
  const dependencies = effect?.arguments[1];
  const isOncePerMount = dependencies?.type === "ArrayExpression" && dependencies.elements.length === 0;
  const end = isOncePerMount ? "when the component unmounts" : "when the effect runs again";
  return hasCleanup(node) ? ` ${end}, since the cleanup does not end it` : ` ${end}, since it returns no cleanup`;
}

/** Whether the effect around a node returns a cleanup in its last statement or a branch of its own. */
export function hasCleanup(node: TSESTree.Node): boolean {
  const callback = enclosingEffect(node)?.arguments[0];
  if (callback?.type !== "ArrowFunctionExpression" && callback?.type !== "FunctionExpression") return false;
  return callback.body.type === "BlockStatement" && callback.body.body.some((statement) => statement.type === "ReturnStatement" && isFunction(statement.argument));
}

/** Whether the component around a node exists once: by its name, or since the file itself renders it as the root of the page. */
export function isInRoot(file: FileFacts, node: TSESTree.Node): boolean {
  if (file.isRootComponent) return true;
  const name = componentAround(file, node);
  if (name === undefined) return false;
  if (rootComponents.test(name)) return true;
  return file.calls.namedOneOf(renderingCalls).some((call) => call.arguments.some((argument) => rendersTag(file, argument, name)));
}

function componentAround(file: FileFacts, node: TSESTree.Node): string | undefined {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const { name, owner } = file.functions.factOf(at);
    if (isClass(owner)) return owner.id?.name;
    if (name !== undefined && /^[A-Z]/.test(name)) return name;
  }
  return undefined;
}

function rendersTag(file: FileFacts, root: TSESTree.Node, name: string): boolean {
  let found = false;
  walk(root, file.visitorKeys, (node) => {
    if (node.type === "JSXOpeningElement" && node.name.type === "JSXIdentifier" && node.name.name === name) found = true;
    return !found;
  });
  return found;
}

/** Whether the component around an effect shows nothing but what it is given: a frame around the whole page, as a rule, that is never taken away. */
export function isInFrame(file: FileFacts, node: TSESTree.Node): boolean {
  const effect = enclosingEffect(node);
  const component = effect === undefined ? undefined : enclosingFunction(effect);
  const shown = component === undefined ? [] : returnedValues(file, component);
  return shown.length > 0 && shown.every((value) => isChildren(value));
}

function isChildren(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  if (node.type === "Identifier") return node.name === "children";
  if (node.type === "MemberExpression") return memberName(node) === "children";
  if (node.type !== "JSXFragment") return false;
  const shown = node.children.filter((child) => child.type !== "JSXText" || child.value.trim() !== "");
  return shown.length > 0 && shown.every((child) => child.type === "JSXExpressionContainer" && isChildren(child.expression));
}
