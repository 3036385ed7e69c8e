/** Where the file makes instances of a class. */
import type { TSESTree } from "@typescript-eslint/utils";

import { pageGlobals } from "../catalogue/data/global-objects.ts";
import { enclosingFunction, isFunction, unwrap, wrapped, type CallNode, type ClassNode, type FunctionNode } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import { runCountOf } from "./run-count.ts";
import { globalPathOf } from "./value-origin.ts";

/** Whether a function of the file that may run again and again makes instances of the class, or of the constructor that is a function, so that there is no telling how many. */
export function isMadeRepeatedly(file: FileFacts, owner: ClassNode | FunctionNode): boolean {
  return instantiationsOf(file, owner).some((call) => enclosingFunction(call) !== undefined && !isLeftToOthers(call) && runCountOf(file, call) !== "once");
}

/** `load([WEB, () => new Panel()])` at the top level of a module: how often one is made is up to whoever is given the function. */
function isLeftToOthers(call: CallNode): boolean {
  const host = enclosingFunction(call);
  if (host === undefined || !isFunction(host) || host.params.length > 0 || unwrap(host.body) !== call) return false;
  let given = wrapped(host);
  while (given.parent?.type === "ArrayExpression" || given.parent?.type === "ObjectExpression" || given.parent?.type === "Property") given = wrapped(given.parent);
  return given.parent?.type === "CallExpression" && given.parent.callee !== given && isTopLevel(given.parent);
}

/** Whether the module itself makes the one instance there is in the file, as a constant or for a table of single objects. */
export function isMadeOnce(file: FileFacts, owner: ClassNode): boolean {
  const made = instantiationsOf(file, owner);
  return made.length === 1 && made.every((call) => isOfModule(call));
}

/** Whether all the objects that the file makes of it are put on the page, `window.recorder = new Recorder()`. */
export function isPutOnPage(file: FileFacts, owner: ClassNode): boolean {
  const made = instantiationsOf(file, owner);
  return made.length > 0 && made.every((call) => {
    const assignment = wrapped(call).parent;
    const target = assignment?.type === "AssignmentExpression" && assignment.operator === "=" ? unwrap(assignment.left) : undefined;
    return target?.type === "MemberExpression" && pageGlobals.has(globalPathOf(file, target.object)?.join(".") ?? "");
  });
}

function instantiationsOf(file: FileFacts, owner: ClassNode | FunctionNode): readonly CallNode[] {
  return file.nodes.calls.filter((call) => {
    const callee = unwrap(call.callee);
    const definition = call.type === "NewExpression" && callee.type === "Identifier" ? file.variables.variableOf(callee)?.defs[0] : undefined;
    if (definition?.type !== "Variable") return definition?.node === owner;
    return definition.node.init !== null && unwrap(definition.node.init) === owner;
  });
}

/** `const one = new Monitor()`, and `const one = singleton("monitor", () => new Monitor())`. */
function isOfModule(call: CallNode): boolean {
  const host = enclosingFunction(call);
  if (host === undefined) return isTopLevel(call);
  const parent = wrapped(host).parent;
  return isFunction(host) && host.params.length === 0 && unwrap(host.body) === call && parent?.type === "CallExpression" && parent.callee !== host && isTopLevel(parent) && isConstant(parent);
}

function isConstant(call: TSESTree.Node): boolean {
  return wrapped(call).parent?.type === "VariableDeclarator";
}

/** Whether no class stands around it, whose field it would be. */
function isTopLevel(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    if (isFunction(at) || at.type === "PropertyDefinition" || at.type === "AccessorProperty") return false;
  }
  return true;
}
