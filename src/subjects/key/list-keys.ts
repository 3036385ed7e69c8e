/** Parameters as keys of a Map: what shows that callers build them for the call, so that an equal one is another key. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf } from "../../facts/variables.ts";
import { calleeName, lineOf, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import type { InputForm, KeyForm } from "./key-form.ts";
import { callsOf } from "./parameter-names.ts";
import { nameOfCalled } from "./volatility.ts";

/** Describes why a parameter that serves as a key is a list; undefined where nothing shows it. */
export function findListEvidence(file: FileFacts, form: KeyForm): string | undefined {
  if (form.kind !== "input" || form.origin !== "parameter" || form.variable === undefined) return undefined;
  if (!isTestedAsList(file, form.variable)) return undefined;
  return `${nameOfCalled(file, form.node)} is a list, which callers build anew`;
}

/** `Array.isArray(tags)` in the function that keys by `tags`. */
function isTestedAsList(file: FileFacts, variable: NonNullable<InputForm["variable"]>): boolean {
  return variable.references.some(({ identifier }) => {
    const call = identifier.parent;
    return call?.type === "CallExpression" && calleeName(call) === "isArray" && call.arguments[0] !== undefined && unwrap(call.arguments[0]) === identifier && file.variables.variableOf(identifier) === variable;
  });
}

export interface InlineCallers {
  readonly clause: string;
  readonly confidence: Confidence;
}

/** Answers whether every call in the file writes the object in place that the function takes as key. */
export function findInlineCallers(file: FileFacts, form: KeyForm): InlineCallers | undefined {
  const owner = form.kind === "input" && form.origin === "parameter" && form.variable !== undefined ? functionOf(form.variable) : undefined;
  if (owner === undefined || form.kind !== "input") return undefined;
  const index = owner.params.findIndex((parameter) => form.variable?.identifiers.includes((parameter.type === "AssignmentPattern" ? parameter.left : parameter) as TSESTree.Identifier) === true);
  const calls = index < 0 ? [] : callsOf(file, owner);
  const [first] = calls;
  if (first === undefined || !calls.every((call) => call.arguments[index] !== undefined && isWrittenInPlace(file, call.arguments[index]))) return undefined;
  return { clause: `line ${String(lineOf(first))} builds \`${form.name}\` for the call`, confidence: isUnseenOutside(file, owner) ? "certain" : "likely" };
}

function isWrittenInPlace(file: FileFacts, argument: TSESTree.Node): boolean {
  const form = buildKeyForm(file, argument);
  return form.kind === "fresh" && form.isInPlace && unwrap(argument) === form.node && (form.node.type === "ObjectExpression" || form.node.type === "ArrayExpression");
}

/** Whether only this file can call a function: all mentions of its name are calls of it. */
function isUnseenOutside(file: FileFacts, owner: FunctionNode): boolean {
  const name = owner.type === "FunctionDeclaration" ? owner.id : owner.parent.type === "VariableDeclarator" && owner.parent.id.type === "Identifier" ? owner.parent.id : null;
  const statement = owner.type === "FunctionDeclaration" ? owner.parent : owner.parent.parent?.parent;
  const variable = name === null ? undefined : file.variables.variableOf(name);
  if (variable === undefined || statement?.type.startsWith("Export") === true) return false;
  return variable.references.every(({ identifier, init }) => init === true || (identifier.parent?.type === "CallExpression" && identifier.parent.callee === (identifier as TSESTree.Node)));
}
