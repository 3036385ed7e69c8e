/**
 * How a component comes to be on a page: whoever renders it makes one of it, however often that renders again, unless the place
 * where it stands comes and goes.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { componentWrappers, firstStateHooks, lastingParents, mountHooks, mountMethods, renderingCalls } from "../../catalogue/words/components.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, enclosingFunction, isClass, memberName, wrapped, type CallNode, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";

/** Where one of a component is made: by another that shows it as long as it is there, or by a call that shows the root of a page. */
export type Mounted =
  | { readonly by: "component"; readonly shows: FunctionNode | ClassNode }
  | { readonly by: "root"; readonly call: CallNode };

/** The component or hook for each of which a call runs a function once: `useEffect(start, [])`, `useState(() => start())`. */
export function componentOfMount(call: CallNode, value: TSESTree.Node): FunctionNode | undefined {
  const name = calleeName(call) ?? "";
  const [first, dependencies] = call.arguments;
  const isNeverAgain = dependencies?.type === "ArrayExpression" && dependencies.elements.length === 0;
  const isMount = first === value && (firstStateHooks.has(name) || (mountHooks.test(name) && isNeverAgain));
  return isMount ? enclosingFunction(call) : undefined;
}

/** The class of a component of which a method runs once for each. */
export function classOfMount(method: TSESTree.Node): ClassNode | undefined {
  const { parent } = method;
  const isMount = parent?.type === "MethodDefinition" && !parent.static && mountMethods.has(memberName(parent) ?? "");
  const owner = isMount ? parent.parent.parent : undefined;
  return owner !== undefined && owner.superClass !== null ? owner : undefined;
}

/** The name that a component or hook goes by; undefined for one that is made as something else runs. */
export function nameOfComponent(component: FunctionNode): TSESTree.Node | undefined {
  if (component.type === "FunctionDeclaration") return component.id ?? undefined;
  const value = outsideWrappers(component);
  const { parent } = value;
  if (parent?.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id : undefined;
  return parent?.type === "ExportDefaultDeclaration" ? (value === component ? (component.id ?? component) : value) : undefined;
}

/** What a component is known by after all that is put around it: `connect(toProps)(memo(Panel))`; undefined where nothing is. */
export function wrappedComponent(use: TSESTree.Node): TSESTree.Node | undefined {
  const value = outsideWrappers(use);
  if (value === wrapped(use)) return undefined;
  const { parent } = value;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id;
  return parent?.type === "ExportDefaultDeclaration" ? value : undefined;
}

function outsideWrappers(use: TSESTree.Node): TSESTree.Node {
  let value = wrapped(use);
  while (value.parent?.type === "CallExpression" && value.parent.arguments.includes(value as TSESTree.CallExpressionArgument) && isWrapper(value.parent)) value = wrapped(value.parent);
  return value;
}

/** Known by name, or by what becomes of its result: that is exported in place of the component, or kept under a component's name. */
function isWrapper(call: TSESTree.CallExpression): boolean {
  const { callee } = call;
  if (componentWrappers.test(calleeName(callee.type === "CallExpression" ? callee : call) ?? "")) return true;
  const { parent } = wrapped(call);
  if (parent?.type === "CallExpression") return isWrapper(parent);
  return parent?.type === "ExportDefaultDeclaration" || (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" && /^[A-Z]/.test(parent.id.name));
}

/** Where a use of a component's name makes one of it: `<Panel />`, `createElement(Panel)`, `usePanel()`; undefined where it may come and go. */
export function mountedBy(use: TSESTree.Node): Mounted | undefined {
  const value = wrapped(use);
  const { parent } = value;
  if (parent?.type === "JSXOpeningElement") return parent.name === value && !hasOwnKey(parent) ? placeOfElement(parent.parent) : undefined;
  if (parent?.type !== "CallExpression") return undefined;
  if (parent.arguments[0] === value && calleeName(parent) === "createElement") return placeOfElement(parent);
  const host = parent.callee === value && /^use[A-Z]/.test(calleeName(parent) ?? "") ? enclosingFunction(parent) : undefined;
  return host === undefined ? undefined : { by: "component", shows: host };
}

/** Another key is another component. */
function hasOwnKey(element: TSESTree.JSXOpeningElement): boolean {
  return element.attributes.some((attribute) => attribute.type === "JSXAttribute" && attribute.name.name === "key");
}

function placeOfElement(element: TSESTree.Node): Mounted | undefined {
  const parents: TSESTree.JSXOpeningElement[] = [];
  let at = wrapped(element);
  while (at.parent?.type === "JSXElement" || at.parent?.type === "JSXFragment") {
    if (at.parent.type === "JSXElement") parents.push(at.parent.openingElement);
    at = wrapped(at.parent);
  }
  const { parent } = at;
  if (parent?.type === "CallExpression" && parent.arguments[0] === at && renderingCalls.has(calleeName(parent) ?? "")) return { by: "root", call: parent };
  if (parent?.type === "CallExpression" && calleeName(parent) === "hydrateRoot") return { by: "root", call: parent };
  const isGiven = parent?.type === "ReturnStatement" || (parent?.type === "ArrowFunctionExpression" && parent.body === at);
  const host = isGiven && parents.every(lastsWithParent) ? enclosingFunction(at) : undefined;
  if (host === undefined || (parent?.type === "ReturnStatement" && parent.parent !== host.body)) return undefined;
  const owner = host.parent.type === "MethodDefinition" && memberName(host.parent) === "render" ? host.parent.parent.parent : undefined;
  return { by: "component", shows: owner !== undefined && isClass(owner) ? owner : host };
}

/** A part of the page, or a component that shows its children as long as it is there. */
function lastsWithParent({ name, attributes }: TSESTree.JSXOpeningElement): boolean {
  const text = name.type === "JSXIdentifier" ? name.name : name.type === "JSXMemberExpression" ? `.${name.property.name}` : "";
  return !hasOwnKey({ attributes } as TSESTree.JSXOpeningElement) && (/^[a-z]/.test(text) || lastingParents.test(text));
}

/** Whether a component shows the same all the time: what is returned at other times shows nothing of it. */
export function showsTheSame(file: FileFacts, shows: FunctionNode | ClassNode): boolean {
  const host = isClass(shows) ? file.functions.membersOf(shows).find(({ name }) => name === "render")?.node : shows;
  return host !== undefined && file.functions.returnedBy(host).length === 1;
}
