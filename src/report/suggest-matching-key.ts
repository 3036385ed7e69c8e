/** Suggestions that let a look-up or delete meet its insert: the insert's key, or the collection that is looked up. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { isClass, isFunction, receiverOf, unwrap, walk } from "../syntax/tree.ts";

type Source = Readonly<TSESLint.SourceCode>;

/** Builds a fix that writes the insert's key at the other use; undefined where its names mean something else there. */
export function fixByInsertedKey(source: Source, filled: TSESTree.Node, asked: TSESTree.Node): TSESLint.ReportFixFunction | undefined {
  const text = source.getText(filled);
  if (text.includes("\n") || text === source.getText(asked) || !namesMeanTheSame(source, filled, asked)) return undefined;
  return (fixer) => fixer.replaceText(asked, text);
}

/** Builds a fix that fills the collection that is looked up. */
export function fixByLookedUpStore(source: Source, insert: TSESTree.Node, lookup: TSESTree.Node): TSESLint.ReportFixFunction | undefined {
  const [filled, asked] = [receiverAt(insert), receiverAt(lookup)];
  if (filled === undefined || asked === undefined || !namesMeanTheSame(source, asked, filled)) return undefined;
  return (fixer) => fixer.replaceText(filled, source.getText(asked));
}

function receiverAt(operation: TSESTree.Node): TSESTree.Node | undefined {
  const call = unwrap(operation);
  return call.type === "CallExpression" ? receiverOf(call) : undefined;
}

/** Whether an expression can be moved: its variables are in sight at the other place, or a parameter there has the name of the parameter here. */
function namesMeanTheSame(source: Source, expression: TSESTree.Node, elsewhere: TSESTree.Node): boolean {
  let areSame = true;
  walk(expression, source.visitorKeys, (node) => {
    if (node.type === "ThisExpression" && ownerOf(node) !== ownerOf(elsewhere)) areSame = false;
    if (isFunction(node) || node.type === "AwaitExpression" || node.type === "YieldExpression") areSame = false;
    if (node.type !== "Identifier" || isMemberName(node)) return areSame;
    const [here, there] = [variableAt(source, node, node.name), variableAt(source, elsewhere, node.name)];
    const areParameters = here?.defs[0]?.type === "Parameter" && there?.defs[0]?.type === "Parameter";
    if (here !== there && !areParameters) areSame = false;
    return areSame;
  });
  return areSame;
}

function isMemberName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  return parent.type === "Property" && parent.key === node && !parent.computed && !parent.shorthand;
}

function ownerOf(node: TSESTree.Node): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at != null && !isClass(at) && at.type !== "ObjectExpression") at = at.parent;
  return at ?? undefined;
}

function variableAt(source: Source, node: TSESTree.Node, name: string): TSESLint.Scope.Variable | undefined {
  for (let scope: TSESLint.Scope.Scope | null = source.getScope?.(node) ?? null; scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined) return variable.defs.length === 0 ? undefined : variable;
  }
  return undefined;
}
