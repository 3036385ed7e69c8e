import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import type { Collection } from "../../subjects/collection/collection.ts";
import { keyDomain } from "../../subjects/collection/key-domain.ts";
import { enclosingFunction, isFunction, unwrap, wrapped } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const builtText: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/built-text",
  asks: "Does a caller in this file build the text that is the key from data?",
  levels: { yes: ["its key is a text that a caller builds from data, another one for each of them", "leak"] },
  ask: (file, { collection, insert: { key } }) => yesAt(key === undefined || collection.kind === "array" ? undefined : findBuiltText(file, key, collection)),
};

/** The argument, at a call in this file of the function that inserts, which is a text put together from what nothing bounds. */
function findBuiltText(file: FileFacts, key: TSESTree.Node, collection: Collection): TSESTree.Node | undefined {
  const node = unwrap(key);
  const definition = node.type === "Identifier" ? file.variables.variableOf(node)?.defs[0] : undefined;
  const owner = definition?.type === "Parameter" ? definition.node : undefined;
  if (!isFunction(owner) || owner !== enclosingFunction(key)) return undefined;
  const index = owner.params.findIndex((parameter) => parameter === definition?.name);
  for (const use of index === -1 ? [] : placesNaming(file, owner)) {
    const call = wrapped(use).parent;
    const argument = call?.type === "CallExpression" && unwrap(call.callee) === use ? call.arguments[index] : undefined;
    if (argument !== undefined && isBuiltFromData(file, argument, collection)) return argument;
  }
  return undefined;
}

function placesNaming(file: FileFacts, callee: TSESTree.Node): readonly TSESTree.Node[] {
  if (!isFunction(callee)) return [];
  const { name, owner } = file.functions.factOf(callee);
  if (name === undefined) return [];
  // `notices.tellOnce(…)`: of what is made by `new` only the name of the method is known.
  if (owner !== undefined) return file.mentions.membersNamed(name).filter((member) => (file.functions.functionValueOf(member) ?? callee) === callee);
  const identifier = callee.type === "FunctionDeclaration" ? callee.id : callee.parent.type === "VariableDeclarator" ? callee.parent.id : undefined;
  return (identifier == null ? undefined : file.variables.variableOf(identifier))?.references.map((reference) => reference.identifier) ?? [];
}

/** A template or sum with a part of which there is no end, or with two of which nobody knows how many there are. */
function isBuiltFromData(file: FileFacts, argument: TSESTree.Node, collection: Collection): boolean {
  const node = unwrap(argument);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const text = variable === undefined ? node : unwrap(initializerOf(variable) ?? node);
  const domains = builtFrom(text).map((part) => keyDomain(file, part, collection).domain);
  return domains.includes("unbounded") || domains.filter((domain) => domain === "unknown").length > 1;
}

function builtFrom(expression: TSESTree.Node): readonly TSESTree.Node[] {
  const node = unwrap(expression);
  if (node.type === "TemplateLiteral") return node.expressions;
  if (node.type !== "BinaryExpression" || node.operator !== "+") return [];
  return [node.left, node.right].flatMap((side) => (unwrap(side).type === "BinaryExpression" ? builtFrom(side) : unwrap(side).type === "Literal" ? [] : [side]));
}
