/** How the rest of a program comes into a file: by loading it, or by what it gives. */
import type { TSESTree } from "@typescript-eslint/utils";

import { pageGlobals } from "../../catalogue/data/global-objects.ts";
import { openComponent } from "../../syntax/component.ts";
import { isClass, isFunction, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isExportsOf } from "./standing.ts";

/**
 * What code stands in that is entered by nothing but the loading of its file: a module that uses others and gives them nothing, and
 * a function or class of it that the module itself comes to. What nothing in such a file names is a piece of something else, and
 * nobody knows.
 */
export function enteredByLoading(file: FileFacts, node: TSESTree.Node): "function" | "class" | undefined {
  const outermost = outermostAround(node);
  if (outermost === undefined || !exportsNothing(file) || !isNamedHere(file, outermost)) return undefined;
  return isClass(outermost) ? "class" : "function";
}

const known = new WeakMap<FileFacts, boolean>();

/** Whether a file imports, and exports nothing but types. Of what is no module, any other script of the page may call each function; a test runner calls those of tests again and again. */
function exportsNothing(file: FileFacts): boolean {
  const before = known.get(file);
  if (before !== undefined) return before;
  const answer = file.kind !== "test" && file.imports.modules.size > 0 && openComponent(file.sourceCode.ast) === undefined && !exportsAnything(file);
  known.set(file, answer);
  return answer;
}

function exportsAnything(file: FileFacts): boolean {
  return file.program.body.some(isExportOfValue) || file.nodes.assignments.some(({ left }) => isPutOutside(left)) || file.calls.named("define").length > 0 || file.mentions.membersNamed("exports").length > 0;
}

function isExportOfValue(statement: TSESTree.ProgramStatement): boolean {
  switch (statement.type) {
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
    case "TSExportAssignment":
      return true;
    case "ExportNamedDeclaration":
      return statement.exportKind !== "type" && (statement.declaration !== null || statement.specifiers.length > 0);
    default:
      return false;
  }
}

/** `exports.run = run`, and `globalThis.run = run`, which any file can call. */
function isPutOutside(target: TSESTree.Node): boolean {
  if (target.type !== "MemberExpression") return false;
  return isExportsOf(target) || isExportsOf(target.object) || (target.object.type === "Identifier" && pageGlobals.has(target.object.name));
}

/** The function or class of the file in which a node stands, with no other around it. */
function outermostAround(node: TSESTree.Node): FunctionNode | ClassNode | undefined {
  let outermost: FunctionNode | ClassNode | undefined;
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    if (isFunction(at) || isClass(at)) outermost = at;
  }
  return outermost;
}

/** Whether something in the file comes to it: it has no name and is given to a call or called where it stands, or its name is used. */
function isNamedHere(file: FileFacts, outermost: FunctionNode | ClassNode): boolean {
  const name = nameOfOutermost(outermost);
  return name === undefined || (file.variables.variableOf(name)?.references ?? []).some(({ init, isTypeReference }) => init !== true && (isTypeReference as boolean | undefined) !== true);
}

function nameOfOutermost(outermost: FunctionNode | ClassNode): TSESTree.Identifier | undefined {
  if (outermost.type === "FunctionDeclaration" || outermost.type === "ClassDeclaration") return outermost.id ?? undefined;
  const { parent } = outermost;
  return parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : undefined;
}
