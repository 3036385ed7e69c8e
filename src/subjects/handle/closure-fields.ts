/**
 * The variables in which a factory keeps what it sets up: to the functions that it hands out they are what fields are to methods,
 * `const timer = setInterval(tick, 1000); return { stop() { clearInterval(timer); } };`.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, initializerOf, type Variable } from "../../facts/variables.ts";
import { enclosingFunction, isWithin, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { handedOutAs } from "../owner/closure-ends.ts";
import { lifeOf } from "../owner/lifecycle.ts";
import type { End } from "../owner/teardown-names.ts";
import type { Resource } from "../resource/resource.ts";
import { collectFieldUses } from "./field-uses.ts";

/**
 * The place of a variable that its factory fills and does nothing else with, so that only what the factory hands out can end what
 * it holds; undefined where nothing ends the factory, or where it releases the thing or gives it away itself.
 */
export function closureFieldOf(file: FileFacts, variable: Variable, resource?: Resource): Place | undefined {
  const factory = variable.defs[0]?.type === "Variable" ? functionOf(variable) : undefined;
  if (factory === undefined) return undefined;
  const place = file.places.placeOfVariable(variable);
  const { teardown } = lifeOf(file, place);
  if (teardown === undefined || !isEndHandedOut(file, factory, teardown)) return undefined;
  const isOthers = collectFieldUses(file, place, resource).some(({ kind, node }) => kind !== "write" && kind !== "test" && kind !== "member" && enclosingFunction(node) === factory);
  return isOthers ? undefined : place;
}

/** Whether who calls the factory gets the end, or a framework does: a function of that name may as well be for somebody else. */
function isEndHandedOut(file: FileFacts, factory: FunctionNode, { node, name }: End): boolean {
  if (name === undefined || handedOutAs(file, node) !== undefined) return true;
  return file.functions.returnedBy(factory).some((value) => isWithin(node, valueBehind(file, value)));
}

function valueBehind(file: FileFacts, value: TSESTree.Node): TSESTree.Node {
  const bare = unwrap(value);
  const variable = bare.type === "Identifier" ? file.variables.variableOf(bare) : undefined;
  return (variable === undefined ? undefined : initializerOf(variable)) ?? bare;
}

/** Whether a function within the one that declares the variable uses it. */
export function isUsedWithin(variable: Variable): boolean {
  const factory = functionOf(variable);
  return variable.references.some(({ identifier }) => enclosingFunction(identifier) !== factory);
}
