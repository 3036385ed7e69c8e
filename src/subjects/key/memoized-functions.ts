/** Functions that a memoizer keys by their arguments: where they are kept, and what their calls are keyed by. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { MemoizerApi } from "../../catalogue/data/memoizers.ts";
import { memoizerNames } from "../../catalogue/words/key-makers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { calleeName, decoratorsOf, memberName, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { findMemoizer, memoizersIn } from "./memoizer-apis.ts";
import { storeKind } from "./stores-of.ts";

/** A memoized function that is kept at a place, and keys by its arguments as they are. */
export interface Memoized {
  readonly api: MemoizerApi;
  readonly place: Place;
  readonly made: CallNode;
}

/** A call of one, and the arguments that are its key. */
export interface MemoizedCall {
  readonly memoized: Memoized;
  readonly call: CallNode;
  readonly keys: readonly TSESTree.CallExpressionArgument[];
}

/** Collects the calls of the file's memoized functions. */
export function collectMemoizedCalls(file: FileFacts): readonly MemoizedCall[] {
  if (memoizersIn(file).length === 0) return [];
  const memoized = new Map(file.nodes.calls.flatMap((call) => findMemoized(file, call) ?? []).map((found) => [found.place.key, found]));
  return memoized.size === 0 ? [] : file.nodes.calls.flatMap((call) => findMemoizedCall(file, call, memoized) ?? []);
}

function findMemoized(file: FileFacts, made: CallNode): Memoized | undefined {
  const api = findMemoizer(file, made.callee, made.type === "NewExpression" ? "loader" : "wrapper");
  const place = api === undefined || hasOwnWay(api, made.arguments) ? undefined : placeGiven(file, made);
  return api === undefined || place === undefined || hasOwnStore(file, api, place) ? undefined : { api, place, made };
}

/** Whether the results go to a store of unknown make, which may compare what keys hold: `load.cache = new Store()`. */
function hasOwnStore(file: FileFacts, { store }: MemoizerApi, place: Place): boolean {
  const values = store === undefined ? [] : file.stores.storesTo(file.places.memberOf(place, store));
  return values.some(({ value }) => value === undefined || storeKind(file, value) === undefined);
}

/** Whether the user gives another way to make keys, or options that the file does not show. */
export function hasOwnWay({ resolver, options, formerOptions = [] }: MemoizerApi, given: readonly TSESTree.CallExpressionArgument[]): boolean {
  if (given.some(({ type }) => type === "SpreadElement")) return true;
  const value = given[resolver] === undefined ? undefined : unwrap(given[resolver]);
  if (value === undefined) return false;
  if (value.type !== "ObjectExpression" || options.length === 0) return true;
  return value.properties.some((property) => property.type !== "Property" || [...options, ...formerOptions].includes(memberName(property) ?? options[0] ?? ""));
}

/** Where a memoized function is kept: `const f = memoize(…)`, `this.f = memoize(…)`, `f = memoize(…)` in a class. */
function placeGiven(file: FileFacts, made: CallNode): Place | undefined {
  const value = wrapped(made);
  const { parent } = value;
  const target = parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : parent?.type === "AssignmentExpression" && parent.right === value ? parent.left : undefined;
  const place = target === undefined ? fieldGiven(file, value) : file.places.writtenPlaceOf(target);
  return place !== undefined && file.stores.storesTo(place).length === 1 ? place : undefined;
}

function fieldGiven(file: FileFacts, value: TSESTree.Node): Place | undefined {
  const field = value.parent;
  const name = field?.type === "PropertyDefinition" ? memberName(field) : undefined;
  if (field?.type !== "PropertyDefinition" || name === undefined) return undefined;
  const owner = file.places.placeOfOwner(field.parent.parent, field.static);
  return file.places.memberOf(owner, name);
}

function findMemoizedCall(file: FileFacts, call: CallNode, memoized: ReadonlyMap<string, Memoized>): MemoizedCall | undefined {
  if (call.type === "NewExpression") return undefined;
  const direct = memoized.get(file.places.placeOf(unwrap(call.callee))?.key ?? "");
  const receiver = receiverOf(call);
  const loader = receiver === undefined ? undefined : memoized.get(file.places.placeOf(receiver)?.key ?? "");
  const found = direct?.api.form === "wrapper" ? direct : loader?.api.method === calleeName(call) ? loader : undefined;
  return found && { memoized: found, call, keys: found.api.keyedBy === "first" ? call.arguments.slice(0, 1) : call.arguments };
}

/** A method that a decorator memoizes, and the parameter that it keys by. */
export interface MemoizedMethod {
  readonly method: TSESTree.MethodDefinition;
  readonly parameter: TSESTree.Parameter;
  readonly decorator: TSESTree.Decorator;
  /** Whether the catalogue knows the decorator, and not only its name says what it does. */
  readonly isCatalogued: boolean;
}

/** Collects the methods that are keyed by their first argument as such: `@Memoize()`. Those of one method in one list, the surest first. */
export function collectMemoizedMethods(file: FileFacts): readonly (readonly MemoizedMethod[])[] {
  return file.functions.all.map(({ node: { parent: method, params: [parameter] } }) => {
    if (method.type !== "MethodDefinition" || parameter === undefined) return [];
    const decorators = decoratorsOf(method);
    const catalogued = decorators.find(({ expression }) => isPlainDecorator(file, expression));
    const named = decorators.find(({ expression }) => expression.type === "CallExpression" && expression.arguments.length === 0 && memoizerNames.includes(calleeName(expression) ?? ""));
    return [[catalogued, true] as const, [named, false] as const].flatMap(([decorator, isCatalogued]) => (decorator === undefined ? [] : [{ method, parameter, decorator, isCatalogued }]));
  });
}

function isPlainDecorator(file: FileFacts, expression: TSESTree.Node): boolean {
  const call = expression.type === "CallExpression" ? expression : undefined;
  const api = findMemoizer(file, call?.callee ?? expression, "decorator");
  return api !== undefined && !hasOwnWay(api, call?.arguments ?? []);
}
