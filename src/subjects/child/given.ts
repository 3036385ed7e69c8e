/** What an object was given when it was made, by the side of the class and by the side of whoever makes it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { stepsInPattern } from "../../facts/pattern-steps.ts";
import type { Place } from "../../facts/places.ts";
import { valueLifetimeOf, type ValueLifetime } from "../../facts/value-lifetime.ts";
import { isNothing, isWithin, memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";

/** A part of what the constructor is given: which argument, and the members from there on. */
export interface GivenPart {
  readonly index: number;
  readonly steps: readonly string[];
}

/** How many fields and variables a value is followed through. */
const DEEPEST = 3;

/** Finds which part of what the constructors are given an expression of their class stands for. */
export function givenPartOf(file: FileFacts, constructors: readonly FunctionNode[], expression: TSESTree.Node, depth = 0): GivenPart | undefined {
  const place = file.places.placeOf(expression);
  if (place === undefined || depth > DEEPEST) return undefined;
  if (place.root.kind === "variable") return partBehindParameter(constructors, place) ?? partBehindVariable(file, constructors, place, depth);
  const [name, ...members] = place.path;
  if (place.root.kind !== "instance" || name === undefined) return undefined;
  return withMembers(partBehindField(file, constructors, file.places.memberOf(file.places.placeOfOwner(place.root.owner, false), name), depth), members);
}

function withMembers(part: GivenPart | undefined, members: readonly string[]): GivenPart | undefined {
  return part === undefined ? undefined : { index: part.index, steps: [...part.steps, ...members] };
}

function partBehindParameter(constructors: readonly FunctionNode[], { root, path }: Place): GivenPart | undefined {
  const definition = root.kind === "variable" ? root.variable.defs[0] : undefined;
  if (definition?.type !== "Parameter") return undefined;
  for (const { params } of constructors) {
    const index = params.findIndex((parameter) => isWithin(definition.name, parameter));
    const parameter = params[index];
    const steps = parameter === undefined ? undefined : stepsInPattern(parameter, definition.name);
    if (steps !== undefined) return { index, steps: [...steps, ...path] };
  }
  return undefined;
}

function partBehindVariable(file: FileFacts, constructors: readonly FunctionNode[], place: Place, depth: number): GivenPart | undefined {
  if (place.root.kind !== "variable") return undefined;
  const [store, ...others] = file.stores.storesTo(file.places.placeOfVariable(place.root.variable));
  const value = others.length === 0 ? store?.value : undefined;
  return value === undefined ? undefined : withMembers(givenPartOf(file, constructors, value, depth + 1), place.path);
}

/** A field that nothing but one parameter fills. */
function partBehindField(file: FileFacts, constructors: readonly FunctionNode[], field: Place, depth: number): GivenPart | undefined {
  const stores = file.stores.storesTo(field).filter(({ value }) => value === undefined || !isNothing(value));
  const [store] = stores;
  if (store === undefined || stores.length > 1) return undefined;
  if (store.value !== undefined) return givenPartOf(file, constructors, store.value, depth + 1);
  const { site } = store;
  for (const { params } of constructors) {
    const index = params.findIndex((parameter) => parameter === site);
    if (index >= 0) return { index, steps: [] };
  }
  return undefined;
}

/** How long that part of what a `new` gives lives, by the side of who writes the `new`. */
export function lifeOfGiven(file: FileFacts, made: TSESTree.NewExpression, { index, steps }: GivenPart): ValueLifetime {
  const argument = made.arguments[index];
  if (argument === undefined || made.arguments.slice(0, index + 1).some(({ type }) => type === "SpreadElement")) return "unknown";
  let value = unwrap(argument);
  for (const name of steps) {
    if (value.type !== "ObjectExpression") break;
    const property = value.properties.find((one) => one.type === "Property" && memberName(one) === name);
    if (property?.type !== "Property") return "unknown";
    value = unwrap(property.value);
  }
  return valueLifetimeOf(file, value);
}
