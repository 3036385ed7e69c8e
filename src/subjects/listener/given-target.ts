/** What the file's own calls give a function, or a class, as the target that it puts a listener on. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isStartupEvent } from "../../catalogue/words/starting-up.ts";
import { iteratingCalls } from "../../catalogue/words/starts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { eventsHeardBy, nameOfSlot } from "./heard-events.ts";

/** - `shared`: one object again and again; - `fresh`: each call a new one. */
export type GivenTarget = "shared" | "fresh";

/** What is known of parameters: many listeners may be put on one. */
const known = new WeakMap<Variable, { readonly given: GivenTarget | undefined }>();

/** Answers what the file's own calls give; undefined where it has none, or they do not tell. */
export function givenTargetOf(file: FileFacts, target: TSESTree.Node): GivenTarget | undefined {
  const parameter = parameterBehind(file, target);
  if (parameter === undefined) return undefined;
  const found = known.get(parameter) ?? { given: givenFor(file, parameter) };
  known.set(parameter, found);
  return found.given;
}

function givenFor(file: FileFacts, parameter: Variable): GivenTarget | undefined {
  const host = parameter.defs[0]?.node;
  if (!isFunction(host)) return undefined;
  const index = host.params.findIndex((one) => nameOfParameter(one) === parameter.identifiers[0]);
  const calls = index < 0 ? [] : file.nodes.calls.filter((call) => file.functions.calledFunction(call) === host);
  const given = calls.map((call) => targetGivenBy(file, call, call.arguments[index]));
  if (given.includes("shared")) return "shared";
  return given.length > 0 && given.every((one) => one === "fresh") ? "fresh" : undefined;
}

/** The parameter that the target is, by itself or through a field that only it fills. */
function parameterBehind(file: FileFacts, target: TSESTree.Node): Variable | undefined {
  const place = file.places.placeOf(target);
  if (place?.root.kind === "variable") return place.path.length === 0 && place.root.variable.defs[0]?.type === "Parameter" ? place.root.variable : undefined;
  if (place?.root.kind !== "instance" || place.path.length !== 1) return undefined;
  const [store, ...others] = file.stores.storesTo(place);
  if (store === undefined || others.length > 0) return undefined;
  if (store.site.type === "TSParameterProperty") {
    const name = nameOfParameter(store.site);
    return name === undefined ? undefined : file.variables.variableOf(name);
  }
  const value = store.value === undefined ? undefined : unwrap(store.value);
  const variable = value?.type === "Identifier" ? file.variables.variableOf(value) : undefined;
  return variable?.defs[0]?.type === "Parameter" ? variable : undefined;
}

function nameOfParameter(parameter: TSESTree.Parameter): TSESTree.Identifier | undefined {
  const inner = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
  const bare = inner.type === "AssignmentPattern" ? inner.left : inner;
  return bare.type === "Identifier" ? bare : undefined;
}

function targetGivenBy(file: FileFacts, call: CallNode, argument: TSESTree.Node | undefined): GivenTarget | undefined {
  if (argument === undefined || argument.type === "SpreadElement") return undefined;
  const place = file.places.placeOf(argument);
  const host = enclosingFunction(call);
  if (place === undefined || host === undefined) return valueLifetimeOf(file, argument) === "own" ? "fresh" : undefined;
  const maker = place.root.kind === "variable" ? functionOf(place.root.variable) : undefined;
  const isOfCall = place.root.kind === "variable" && maker === host;
  if (isOfCall) return isInLoop(call) && place.root.kind === "variable" && place.root.variable.defs[0]?.type === "Parameter" ? "shared" : valueLifetimeOf(file, argument) === "own" ? "fresh" : undefined;
  if (place.root.kind === "global" || (place.root.kind === "instance" && place.path.length === 0)) return undefined;
  if (isFilledIn(file, argument, host)) return valueLifetimeOf(file, argument) === "own" ? "fresh" : undefined;
  return isAgain(file, call, host) ? "shared" : undefined;
}

/** Whether the function around the call has just put what it gives there. */
function isFilledIn(file: FileFacts, argument: TSESTree.Node, host: FunctionNode): boolean {
  const place = file.places.placeOf(argument);
  return place !== undefined && file.stores.storesTo(place).some(({ site }) => enclosingFunction(site) === host && file.functions.factOf(host).role !== "constructor");
}

/** Whether the call is made again and again while what stands around it lives: in a loop, for each of several things, for each event, or by a method. */
function isAgain(file: FileFacts, call: CallNode, host: FunctionNode): boolean {
  if (isInLoop(call)) return true;
  const { role } = file.functions.factOf(host);
  if (role === "callback" && isRunByRepeatedEvent(file, host)) return true;
  if (role === "callback") return host.parent.type === "CallExpression" && iteratingCalls.test(calleeName(host.parent) ?? "");
  return role === "method";
}

/** Whether it hears an event that brings something with it, and not once only: connections, requests, devices. */
function isRunByRepeatedEvent(file: FileFacts, host: FunctionNode): boolean {
  return host.params.length > 0 && eventsHeardBy(file, host).some(({ isOnce, name, at }) => !isOnce && !isStartupEvent(name ?? nameOfSlot(at) ?? ""));
}
