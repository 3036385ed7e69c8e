/** The uses of a store as the calls of the file make them: a parameter that is part of a key stands for what each call gives. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, isSingleAssignment, type Variable } from "../../facts/variables.ts";
import { isWithin, type FunctionNode } from "../../syntax/tree.ts";
import { buildKeyForm, buildKeyFormFor } from "./build-key-form.ts";
import { findEntryPart } from "./entry-values.ts";
import { compareKeys } from "./equality.ts";
import { inputsOf } from "./key-habit.ts";
import type { KeyForm } from "./key-form.ts";
import { callsOf } from "./parameter-names.ts";
import type { FormedUse, UsedStore } from "./uses-by-store.ts";

export interface UseByCall extends FormedUse {
  readonly call: TSESTree.CallExpression;
}

/** What an argument is known to be beyond its own form. */
type Given = (argument: TSESTree.Node) => KeyForm | undefined;

/** How many calls one use is read by. */
const MAXIMUM_CALLS = 20;

/** Reads a use by each call of the function that it stands in, where the key is made of that function's parameters. */
export function readByCalls(file: FileFacts, { use, form }: FormedUse, given: Given = () => undefined): readonly UseByCall[] {
  const owners = inputsOf(form).flatMap(({ variable }) => functionOfParameter(variable) ?? []);
  if (!owners.every((one) => isWithin(use.node, one))) return [];
  // What a function around it is given is the same in all of its calls.
  const owner = owners.reduce<FunctionNode | undefined>((inner, one) => (inner === undefined || isWithin(one, inner) ? one : inner), undefined);
  if (owner === undefined) return [];
  return callsOf(file, owner).slice(0, MAXIMUM_CALLS).flatMap((call): UseByCall[] => {
    if (isWithin(call, owner) || call.arguments.some(({ type }) => type === "SpreadElement")) return [];
    return [{ use, call, form: buildKeyFormFor(file, use.key, bindingsOf(file, owner, call, given), `by ${String(call.range[0])}`) }];
  });
}

/** Reads a use whose key is made of one that its store is walked for: that one stands for the key of the insert. */
export function readByEntry(file: FileFacts, place: Place, { use, form }: FormedUse, given: Given): FormedUse | undefined {
  if (form.kind === "input") return undefined;
  const walked = inputsOf(form).flatMap(({ variable, node }): (readonly [Variable, KeyForm])[] => {
    const part = variable === undefined ? undefined : findEntryPart(file, place, node);
    const key = part?.half === "key" && part.path.length === 0 ? given(node) : undefined;
    return variable === undefined || key === undefined ? [] : [[variable, key]];
  });
  return walked.length === 0 ? undefined : { use, form: buildKeyFormFor(file, use.key, new Map(walked), "by entry") };
}

function functionOfParameter(variable: Variable | undefined): FunctionNode | undefined {
  return variable?.defs[0]?.type === "Parameter" && isSingleAssignment(variable) ? functionOf(variable) : undefined;
}

function bindingsOf(file: FileFacts, owner: FunctionNode, call: TSESTree.CallExpression, given: Given): ReadonlyMap<Variable, KeyForm> {
  const bindings = new Map<Variable, KeyForm>();
  for (const [index, parameter] of owner.params.entries()) {
    const variable = file.variables.variableOf(parameter);
    const argument = call.arguments[index];
    if (variable !== undefined && argument !== undefined) bindings.set(variable, given(argument) ?? buildKeyForm(file, argument));
  }
  return bindings;
}

/** Whether a call hands over what may be a key of the store: one that it was walked for, or one that an insert is made under. */
export function isHandedKeyOf(file: FileFacts, store: UsedStore, asked: FormedUse): boolean {
  return readByCalls(file, asked).some(({ call, form }) => {
    if (call.arguments.some((argument) => findEntryPart(file, store.place, argument)?.half === "key")) return true;
    return store.inserts.some((insert) => compareKeys(file, insert.form, form, store.kind).kind === "same");
  });
}
