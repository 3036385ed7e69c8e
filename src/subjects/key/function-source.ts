/** Functions whose source is made a text: what shows that a value is one, and whether the source is all that is wanted of it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { methodsOfFunctions } from "../../catalogue/words/function-wrappers.ts";
import { digests } from "../../catalogue/words/key-texts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, memberName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";
import type { KeyForm } from "./key-form.ts";
import { collectKeyUses } from "./sinks.ts";

/** Answers whether the file calls the value, so that it is a function. */
export function isCalledInFile(file: FileFacts, form: KeyForm): boolean {
  if (form.kind === "input" && form.variable !== undefined) {
    const { references } = form.variable;
    // Where the file asks what a value is, it may be another thing than what is called.
    return references.some(({ identifier }) => isCallee(identifier)) && !references.some(({ identifier }) => isAskedForKind(identifier));
  }
  const node = unwrap(form.node);
  const name = form.kind === "member" && node.type === "MemberExpression" ? memberName(node) : undefined;
  if (name === undefined || node.type !== "MemberExpression") return false;
  const holder = file.places.placeOf(node.object)?.key;
  return holder !== undefined && file.calls.named(name).some((call) => {
    const receiver = receiverOf(call);
    return receiver !== undefined && file.places.placeOf(receiver)?.key === holder;
  });
}

/** `typeof f`, `f instanceof Function`, `isFunction(f) ? … : …`. */
function isAskedForKind(identifier: TSESTree.Node): boolean {
  const node = wrapped(identifier);
  const { parent } = node;
  if (parent?.type === "UnaryExpression") return parent.operator === "typeof";
  if (parent?.type === "BinaryExpression") return parent.operator === "instanceof";
  const test = parent?.type === "CallExpression" && parent.callee !== node ? wrapped(parent).parent : undefined;
  return test?.type === "IfStatement" || test?.type === "ConditionalExpression" || test?.type === "LogicalExpression" || test?.type === "UnaryExpression";
}

/** `f()`, `new f()`, `f.call(…)`. */
function isCallee(identifier: TSESTree.Node): boolean {
  const node = wrapped(identifier);
  if (node.parent?.type === "MemberExpression" && node.parent.object === node && methodsOfFunctions.has(memberName(node.parent) ?? "")) return true;
  return (node.parent?.type === "CallExpression" || node.parent?.type === "NewExpression") && node.parent.callee === node;
}

/**
 * Answers whether nothing but the source of a function is used, and that for more than a key: what is stored is made of
 * the source alone, so that functions of one source share it rightly.
 */
export function isSourceAll(file: FileFacts, form: KeyForm): boolean {
  if (form.kind !== "input" || form.variable === undefined) return false;
  const texts = form.variable.references.flatMap(({ identifier, init }) => (init === true ? [] : [textAround(identifier)]));
  if (!texts.every((text) => text !== undefined)) return false;
  const keys = new Set(collectKeyUses(file).map(({ key }) => unwrap(key)));
  return texts.flatMap((text) => usesOfText(file, text)).some((read) => !keys.has(read) && isGivenOn(read));
}

/** An argument of a call that makes no shorter text of it, or a part of one: `new Blob([`const f = ${source}`])`. */
function isGivenOn(read: TSESTree.Node): boolean {
  const node = outermostWhole(wrapped(read));
  const { parent } = node;
  return (parent?.type === "CallExpression" || parent?.type === "NewExpression") && parent.callee !== node && !digests.test(calleeName(parent) ?? "");
}

/** The text, list or object that holds the whole of a text. */
function outermostWhole(node: TSESTree.Node): TSESTree.Node {
  const { parent } = node;
  const isPart = parent?.type === "TemplateLiteral" || parent?.type === "ArrayExpression" || (parent?.type === "BinaryExpression" && parent.operator === "+");
  return isPart ? outermostWhole(wrapped(parent)) : node;
}

/** `f.toString()`, `String(f)` and `${f}` around `f`. */
function textAround(identifier: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = wrapped(identifier);
  if (parent?.type === "TemplateLiteral" && parent.expressions.length === 1) return parent;
  if (parent?.type === "CallExpression" && calleeName(parent) === "String") return parent;
  const call = parent?.type === "MemberExpression" && memberName(parent) === "toString" ? wrapped(parent).parent : undefined;
  return call?.type === "CallExpression" ? call : undefined;
}

/** Where the text is used: itself, or each mention of the variable that keeps it. */
function usesOfText(file: FileFacts, text: TSESTree.Node): readonly TSESTree.Node[] {
  const { parent } = wrapped(text);
  const variable = parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? file.variables.variableOf(parent.id) : undefined;
  return variable === undefined ? [text] : variable.references.flatMap(({ identifier, init }) => (init === true ? [] : [identifier as TSESTree.Node]));
}
