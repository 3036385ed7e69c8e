/** The suggestion that a function by which a listener enters returns the one by which it leaves. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { UnboundedCollection } from "../bench/judge-growth.ts";
import { returnTypeOf } from "../syntax/annotations.ts";
import { calleeName, enclosingFunction, isFunction, receiverOf, unwrap, wrapped, type FunctionNode } from "../syntax/tree.ts";
import { buildFix, hasOwnLines, indentOf, indentStep, type Edit } from "./line-edits.ts";
import type { Suggestion } from "./suggestion.ts";

type Source = Readonly<TSESLint.SourceCode>;

const SUBSCRIBING = /^[_#]?(?:on|once|listen|subscribe|observe|watch|add\w*(?:Listener|Handler|Callback|Subscriber|Observer))(?![a-z])/;

/** Suggests the remover where the insert ends a subscribing function that returns nothing yet. */
export function suggestRemover(source: Source, { insert, within }: UnboundedCollection): Suggestion<"returnRemover">[] {
  const statement = wrapped(insert.node).parent;
  const around = enclosingFunction(insert.node);
  const element = insert.key === undefined ? undefined : unwrap(insert.key);
  if (statement?.type !== "ExpressionStatement" || around === undefined || element?.type !== "Identifier" || !SUBSCRIBING.test(within ?? "")) return [];
  const edits = isOpenEnd(around, statement) && hasOwnLines(source, statement) ? returnTypeEdits(around) : undefined;
  const remover = edits === undefined ? undefined : removerOf(source, insert.node, element.name, indentOf(source, statement), indentStep(source, statement));
  if (edits === undefined || remover === undefined) return [];
  const text = `\n${indentOf(source, statement)}return ${remover};`;
  return [{ messageId: "returnRemover", data: { element: element.name }, fix: buildFix([...edits, { range: [statement.range[1], statement.range[1]], text }]) }];
}

/** The insert is the last statement of a plain function, which nothing leaves with a value. */
function isOpenEnd(around: FunctionNode, statement: TSESTree.Node): boolean {
  if (around.async || around.generator || around.body.type !== "BlockStatement" || around.body.body.at(-1) !== statement) return false;
  const isSpecial = around.parent.type === "MethodDefinition" && around.parent.kind !== "method";
  return !isSpecial && !around.body.body.some(mayReturn);
}

function mayReturn(node: TSESTree.Statement): boolean {
  switch (node.type) {
    case "ExpressionStatement":
    case "VariableDeclaration":
    case "FunctionDeclaration":
      return false;
    case "IfStatement":
      return [node.consequent, node.alternate].some((branch) => branch !== null && mayReturn(branch));
    case "BlockStatement":
      return node.body.some(mayReturn);
    default:
      return true;
  }
}

/** `: void` becomes `: () => void`; undefined where another type is declared. */
function returnTypeEdits(node: FunctionNode): readonly Edit[] | undefined {
  const returned = returnTypeOf(node);
  if (returned === undefined) return [];
  return returned.type === "TSVoidKeyword" ? [{ range: returned.range, text: "() => void" }] : undefined;
}

function removerOf(source: Source, insert: TSESTree.Node, element: string, indent: string, step: string): string | undefined {
  const receiver = insert.type === "CallExpression" ? receiverOf(insert) : undefined;
  if (insert.type !== "CallExpression" || receiver === undefined || !isRepeatable(receiver)) return undefined;
  const list = source.getText(receiver);
  switch (calleeName(insert)) {
    case "add":
    case "set":
      return `() => ${list}.delete(${element})`;
    case "push":
    case "unshift": {
      const [inner, name] = [`${indent}${step}`, element === "index" ? "position" : "index"];
      return `() => {\n${inner}const ${name} = ${list}.indexOf(${element});\n${inner}if (${name} !== -1) ${list}.splice(${name}, 1);\n${indent}}`;
    }
    default:
      return undefined;
  }
}

/** Variables and members, which name the same thing when the remover runs. */
function isRepeatable(node: TSESTree.Node): boolean {
  if (node.type === "Identifier" || node.type === "ThisExpression") return true;
  return node.type === "MemberExpression" && !node.optional && isRepeatable(node.object) && !isFunction(node.property) && (!node.computed || node.property.type === "Identifier" || node.property.type === "Literal");
}
