/** Keys that a component makes anew each time it is drawn, and that outlive the drawing by the functions it hands out. */
import type { TSESTree } from "@typescript-eslint/utils";

import { drawingHooks, effectHooks } from "../../catalogue/words/container-lives.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { collectForms, type KeyForm } from "./key-form.ts";
import type { FormedUse } from "./uses-by-store.ts";

export interface OtherRender {
  readonly difference: { readonly kind: "render"; readonly name: string };
  readonly confidence: Confidence;
}

/** Finds a part of both keys that each drawing makes anew, where the insert and the other use are in two functions, which may be of two drawings. */
export function findOtherRender(file: FileFacts, insert: FormedUse, asked: FormedUse): OtherRender | undefined {
  for (const variable of changingVariables(file, asked.form)) {
    const component = functionOf(variable);
    if (component === undefined || !isDrawn(file, component) || !hasPartOf(insert.form, variable)) continue;
    const [filling, asking] = [pieceOf(insert.use.node, component), pieceOf(asked.use.node, component)];
    if (asking === undefined || filling === asking || runTogether(file, filling, asking)) continue;
    const isByItself = filling === undefined || effectOf(filling) !== undefined;
    return { difference: { kind: "render", name: variable.name }, confidence: isByItself ? "certain" : "likely" };
  }
  return undefined;
}

/** The variables of a form that are given the clock, randomness or a new symbol. */
function changingVariables(file: FileFacts, form: KeyForm): Variable[] {
  return collectForms(form).flatMap((part) => {
    const init = part.kind === "input" && part.variable !== undefined ? initializerOf(part.variable) : undefined;
    const isMade = init !== undefined && collectForms(buildKeyForm(file, init)).some(({ kind }) => kind === "changing");
    return isMade && part.kind === "input" && part.variable !== undefined ? [part.variable] : [];
  });
}

function hasPartOf(form: KeyForm, variable: Variable): boolean {
  const init = initializerOf(variable);
  return collectForms(form).some((part) => (part.kind === "input" && part.variable === variable) || (part.kind === "changing" && init !== undefined && part.node === unwrap(init)));
}

/** Whether a function calls hooks itself, so that a renderer runs it again and again. */
function isDrawn(file: FileFacts, component: FunctionNode): boolean {
  return file.calls.directlyIn(component).some((call) => drawingHooks.has(calleeName(call) ?? ""));
}

/** The function written in the component that a node stands in; undefined where it is in the component itself. */
function pieceOf(node: TSESTree.Node, component: FunctionNode): FunctionNode | undefined {
  let piece: FunctionNode | undefined;
  for (let at = enclosingFunction(node); at !== undefined && at !== component; at = enclosingFunction(at)) piece = at;
  return piece;
}

/** The hook that runs a piece after the drawing. */
function effectOf({ parent }: FunctionNode): CallNode | undefined {
  return parent.type === "CallExpression" && effectHooks.has(calleeName(parent) ?? "") ? parent : undefined;
}

/** Two effects that run in the same drawings: they name the same dependencies. */
function runTogether({ sourceCode }: FileFacts, one: FunctionNode | undefined, other: FunctionNode): boolean {
  const [first, second] = [one === undefined ? undefined : effectOf(one), effectOf(other)];
  if (first === undefined || second === undefined) return false;
  const [ofFirst, ofSecond] = [first.arguments[1], second.arguments[1]];
  return ofFirst !== undefined && ofSecond !== undefined ? sourceCode.getText(ofFirst) === sourceCode.getText(ofSecond) : ofFirst === ofSecond;
}
