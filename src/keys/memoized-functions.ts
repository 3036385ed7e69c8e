/** Functions that a known memoizer keys by their arguments as they are: an object that is built for the call is never found again. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace, type Place } from "../facts/places.ts";
import { annotationOf } from "../syntax/annotations.ts";
import { calleeName, decoratorsOf, isFunction, memberName, receiverOf, unwrap, wrapped, type CallNode } from "../syntax/tree.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { findMemoizer, memoizersIn, type MemoizerApi } from "../subjects/key/memoizer-apis.ts";
import { callsOf } from "./parameter-names.ts";
import type { UnstableKey } from "./verdicts.ts";

interface Memoized {
  readonly api: MemoizerApi;
  readonly place: Place;
  readonly made: CallNode;
}

/** Collects the calls that a memoizer can never answer from what it keeps. */
export function collectUncachedCalls(file: FileFacts): UnstableKey[] {
  if (memoizersIn(file).length === 0) return [];
  const memoized = new Map(file.nodes.calls.flatMap((call) => findMemoized(file, call) ?? []).map((found) => [found.place.key, found]));
  const byCall = memoized.size === 0 ? [] : file.nodes.calls.flatMap((call) => findUncachedCall(file, call, memoized) ?? []);
  return [...byCall, ...file.functions.all.flatMap(({ node }) => findUncachedMethod(file, node) ?? [])];
}

function findMemoized(file: FileFacts, made: CallNode): Memoized | undefined {
  const api = findMemoizer(file, made.callee, made.type === "NewExpression" ? "loader" : "wrapper");
  const place = api === undefined || hasOwnWay(api, made.arguments) ? undefined : placeGiven(file, made);
  return api === undefined || place === undefined ? undefined : { api, place, made };
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

function findUncachedCall(file: FileFacts, call: CallNode, memoized: ReadonlyMap<string, Memoized>): UnstableKey | undefined {
  if (call.type === "NewExpression") return undefined;
  const callee = unwrap(call.callee);
  const direct = memoized.get(file.places.placeOf(callee)?.key ?? "");
  const receiver = receiverOf(call);
  const loader = receiver === undefined ? undefined : memoized.get(file.places.placeOf(receiver)?.key ?? "");
  const found = direct?.api.form === "wrapper" ? direct : loader?.api.method === calleeName(call) ? loader : undefined;
  if (found === undefined) return undefined;
  const keys = found.api.keyedBy === "first" ? call.arguments.slice(0, 1) : call.arguments;
  const fresh = keys.find((key) => isNewInPlace(file, key));
  if (fresh === undefined) return undefined;
  const clauses = [`it is ${newName(file, fresh)}, made anew for each call`, `\`${calleeName(found.made) ?? "the memoizer"}\` compares it by identity`];
  return { reason: "identity", subject: fresh, holder: describePlace(found.place), sites: [call], insert: found.made, clauses, confidence: "certain" };
}

function isNewInPlace(file: FileFacts, key: TSESTree.Node): boolean {
  const form = buildKeyForm(file, key);
  return form.kind === "fresh" && form.isInPlace && unwrap(key) === form.node && ["ObjectExpression", "ArrayExpression", "ArrowFunctionExpression", "FunctionExpression"].includes(form.node.type);
}

function newName(file: FileFacts, key: TSESTree.Node): string {
  const form = buildKeyForm(file, key);
  return form.kind === "fresh" ? form.what : "an object";
}

const PARAMETER_OBJECT = /^(?:params|options|opts|args|props|query|input|request|arguments)$/i;
const PARAMETER_TYPE = /(?:Params|Parameters|Options|Opts|Args|Arguments|Props|Query|Input|Request)$/;

/** `@Memoize()` on a method keys by its first argument as such. */
function findUncachedMethod(file: FileFacts, node: TSESTree.Node): UnstableKey | undefined {
  const method = node.parent;
  const [parameter] = isFunction(node) ? node.params : [];
  if (method?.type !== "MethodDefinition" || !isFunction(node) || parameter === undefined) return undefined;
  const decorator = decoratorsOf(method).find(({ expression }) => isPlainDecorator(file, expression));
  if (decorator === undefined) return undefined;
  const inline = callsOf(file, node).find((call) => call.arguments[0] !== undefined && isNewInPlace(file, call.arguments[0]));
  if (inline === undefined && !isParameterObject(parameter)) return undefined;
  const clauses = [inline === undefined ? "it is an object that callers build for each call" : `line ${String(inline.loc.start.line)} builds it for the call`, "entries under it are found by identity"];
  return { reason: "identity", subject: parameter, holder: memberName(method) ?? "it", sites: [method], insert: decorator, clauses, confidence: "certain" };
}

function isPlainDecorator(file: FileFacts, expression: TSESTree.Node): boolean {
  const call = expression.type === "CallExpression" ? expression : undefined;
  const api = findMemoizer(file, call?.callee ?? expression, "decorator");
  return api !== undefined && !hasOwnWay(api, call?.arguments ?? []);
}

/** An object that exists to pass several parameters at once: taken apart in place, or named and typed after it. */
function isParameterObject(parameter: TSESTree.Parameter): boolean {
  const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  if (target.type === "ObjectPattern") return true;
  const type = annotationOf(target);
  if (target.type !== "Identifier" || type === undefined) return false;
  if (type.type === "TSTypeLiteral") return true;
  return type.type === "TSTypeReference" && PARAMETER_OBJECT.test(target.name) && type.typeName.type === "Identifier" && PARAMETER_TYPE.test(type.typeName.name);
}
