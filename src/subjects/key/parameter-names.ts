/** How far a parameter's name tells what it is: two functions' parameters `id` mean the same thing, unless their callers say otherwise. */
import type { TSESTree } from "@typescript-eslint/utils";

import { keyLike } from "../../catalogue/words/key-makers.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf } from "../../facts/variables.ts";
import { memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import type { InputForm } from "./key-form.ts";

/** Answers how surely two inputs of the same name are the same thing; undefined where the name does not tell. */
export function matchByName(file: FileFacts, one: InputForm, other: InputForm): Confidence | undefined {
  if (one.name !== other.name || one.origin !== "parameter" || other.origin !== "parameter") return undefined;
  if (annotationText(file, one) !== annotationText(file, other)) return undefined;
  if (!isPassedByName(file, one) || !isPassedByName(file, other)) return undefined;
  return keyLike.test(one.name) ? "likely" : "certain";
}

function annotationText(file: FileFacts, { variable }: InputForm): string | undefined {
  const annotation = variable === undefined ? undefined : file.stores.annotationOf(file.places.placeOfVariable(variable));
  return annotation === undefined ? undefined : file.sourceCode.getText(annotation);
}

/** Whether each call in this file passes something of the parameter's name: `remove(id)`, `remove(user.id)`, but not `remove(keyOf(id))`. */
function isPassedByName(file: FileFacts, { variable, name }: InputForm): boolean {
  const owner = variable === undefined ? undefined : functionOf(variable);
  if (variable === undefined || owner === undefined) return false;
  const index = owner.params.findIndex((parameter) => variable.identifiers.includes((parameter.type === "AssignmentPattern" ? parameter.left : parameter) as TSESTree.Identifier));
  if (index < 0) return true;
  return callsOf(file, owner).every((call) => {
    const argument = call.arguments[index];
    const node = argument === undefined ? undefined : unwrap(argument);
    if (node?.type === "Identifier") return node.name === name;
    return node?.type === "MemberExpression" && memberName(node)?.toLowerCase() === name.toLowerCase();
  });
}

const calls = new WeakMap<FileFacts, Map<FunctionNode, TSESTree.CallExpression[]>>();

/** The calls in the file that reach a function. */
export function callsOf(file: FileFacts, target: FunctionNode): readonly TSESTree.CallExpression[] {
  const known = calls.get(file) ?? indexCalls(file);
  calls.set(file, known);
  return known.get(target) ?? [];
}

function indexCalls(file: FileFacts): Map<FunctionNode, TSESTree.CallExpression[]> {
  const index = new Map<FunctionNode, TSESTree.CallExpression[]>();
  for (const call of file.nodes.calls) {
    const called = call.type === "CallExpression" ? file.functions.calledFunction(call) : undefined;
    if (called === undefined || call.type !== "CallExpression") continue;
    const list = index.get(called);
    if (list === undefined) index.set(called, [call]);
    else list.push(call);
  }
  return index;
}
