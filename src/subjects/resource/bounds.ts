/** Whether something at the acquisition itself ends the resource: an option, or the callback form. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Bound, Pair } from "../../catalogue/entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { optionNamed, optionsOf } from "../../facts/options.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { isAbortedByAbortOnly, isNeverAborted } from "./bounding-signal.ts";
import { isFunction, memberName, unwrap, type CallNode } from "../../syntax/tree.ts";

/** Whether a bound holds: `perhaps` where the options come from elsewhere and cannot be read. */
export type Boundedness = "yes" | "perhaps" | "no";

/** Answers whether one of the pair's bounds holds at the call. */
export function boundednessAt(file: FileFacts, call: CallNode, pair: Pair): Boundedness {
  const answers = (pair.bounds ?? []).map((bound) => holds(file, call, bound));
  if (answers.includes("yes") || (pair.handle.from === "identity" && hasSignal(file, call))) return "yes";
  return answers.includes("perhaps") ? "perhaps" : "no";
}

function holds(file: FileFacts, call: CallNode, bound: Bound): Boundedness {
  if (call.arguments.some((argument) => argument.type === "SpreadElement")) return "perhaps";
  if ("callback" in bound) {
    const argument = call.arguments.at(bound.callback);
    return argument !== undefined && file.functions.functionValueOf(argument) !== undefined ? "yes" : "no";
  }
  if ("stream" in bound) return endsWithStream(file, call, bound);
  const argument = call.arguments[bound.argument];
  if (argument === undefined || isPlain(argument)) return "no";
  const options = optionsOf(file, argument);
  const property = options?.properties.find((entry) => entry.type !== "Property" || memberName(entry) === bound.option);
  if (options !== undefined && property === undefined) return "no";
  if (property?.type !== "Property") return "perhaps";
  const value = unwrap(property.value);
  if (bound.equals === undefined) return isNoEnd(file, call, value) ? "no" : "yes";
  if (bound.unless !== undefined && eventOf(call) === bound.unless) return "no";
  return value.type !== "Literal" ? "perhaps" : value.value === bound.equals ? "yes" : "no";
}

/** `bus.on("open", show, { signal })`: who writes that of an emitter that is not known has one that takes signals. */
function hasSignal(file: FileFacts, call: CallNode): boolean {
  return signalsOfCall(file, call).some((signal) => !isNoEnd(file, call, signal));
}

/** The signals that the options after a listener give to its addition. */
export function signalsOfCall(file: FileFacts, call: CallNode): readonly TSESTree.Node[] {
  return call.arguments.slice(2).flatMap((argument) => optionNamed(optionsOf(file, argument), "signal") ?? []);
}

/** Whether the signal that a call is given ends nothing: nobody can abort it, or only the abort does that the listener waits for. */
export function isNoEnd(file: FileFacts, call: CallNode, signal: TSESTree.Node): boolean {
  return isNeverAborted(file, signal) || (waitsForAbort(call) && isAbortedByAbortOnly(file, signal));
}

function eventOf({ arguments: [event] }: CallNode): unknown {
  return event?.type === "Literal" ? event.value : undefined;
}

function waitsForAbort(call: CallNode): boolean {
  return eventOf(call) === "abort";
}

/** `createInterface({ input: child.stdout })` and `createInterface(child.stdout)`: the reader closes when its stream ends. */
function endsWithStream(file: FileFacts, call: CallNode, { stream, argument, lasting }: Extract<Bound, { readonly stream: string }>): Boundedness {
  const given = call.arguments[argument];
  const options = given === undefined ? undefined : optionsOf(file, given);
  const value = options === undefined ? given : optionNamed(options, stream);
  if (value === undefined) return options?.properties.some((entry) => entry.type === "SpreadElement") === true ? "perhaps" : "no";
  return matchOrigin(file, value, lasting) === undefined ? "yes" : "no";
}

/** `true`, `undefined`, a text, a function: nothing that could hold an option. */
function isPlain(node: TSESTree.Node): boolean {
  const value = unwrap(node);
  return value.type === "Literal" || value.type === "TemplateLiteral" || value.type === "UnaryExpression" || isFunction(value) || (value.type === "Identifier" && value.name === "undefined");
}
