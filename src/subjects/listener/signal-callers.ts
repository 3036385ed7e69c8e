/** What the file's own calls say of a signal that a function is given: one for all of them, or a new one for each. */
import type { TSESTree } from "@typescript-eslint/utils";

import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { initializerOf, type Variable } from "../../facts/variables.ts";
import { enclosingFunction, isFunction, isLoop, isWithin, memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { patternSource, signalLifeOf } from "./signal-life.ts";

/** Who is said to give the signal, and the call that shows it. */
export interface SignalCallers {
  readonly level: "shared" | "fresh";
  readonly at: TSESTree.Node;
}

/** The parameter that a signal comes by. */
export interface GivenSignal {
  readonly host: FunctionNode;
  readonly index: number;
  /** The property of what is given that the signal is. */
  readonly member: string | undefined;
}

const MAXIMUM_DEPTH = 4;

/**
 * Answers what the calls of the file show of a signal that is given: `shared` where one of them gives a signal that is kept, gives the
 * same one in a loop, or hands its own on to itself; `fresh` where all are in sight and make one for each call.
 */
export function signalCallersOf(file: FileFacts, signal: TSESTree.Node): SignalCallers | undefined {
  return giversOf(file, signal, undefined, []);
}

function giversOf(file: FileFacts, signal: TSESTree.Node, member: string | undefined, seen: readonly FunctionNode[]): SignalCallers | undefined {
  const given = givenAs(file, signal, member);
  if (given === undefined || seen.length > MAXIMUM_DEPTH) return undefined;
  const calls = file.nodes.calls.filter((call) => call.type === "CallExpression" && call.arguments.length > given.index && file.functions.calledFunction(call) === given.host);
  const answers = calls.map((call) => answerOfCall(file, call, given, [...seen, given.host]));
  const shared = answers.find((answer) => answer?.level === "shared");
  const [first] = answers;
  if (shared !== undefined || first === undefined) return shared;
  const known = collectCallers(file, file.functions.factOf(given.host));
  return known !== "anybody" && known.length === calls.length && answers.every((answer) => answer?.level === "fresh") ? first : undefined;
}

function answerOfCall(file: FileFacts, call: TSESTree.Node, given: GivenSignal, seen: readonly FunctionNode[]): SignalCallers | undefined {
  const found = signalInCall(call as TSESTree.CallExpression, given);
  if (found === undefined) return undefined;
  const { value, member } = found;
  // Of an object that holds the signal nobody knows here who has made that.
  const life = member === undefined ? signalLifeOf(file, value) : undefined;
  if (life === "kept") return { level: "shared", at: call };
  const own = givenAs(file, value, member);
  if (own !== undefined && seen.includes(own.host)) return { level: "shared", at: call };
  if ((life === "given" || own !== undefined) && isSameInLoop(file, call, value)) return { level: "shared", at: call };
  if (life === "made" && !isInLoop(call)) return { level: "fresh", at: call };
  return giversOf(file, value, member, seen);
}

/** What a call gives as the signal, or the object of which that is a member; undefined where it gives nothing that can be read. */
export function signalInCall({ arguments: list }: TSESTree.CallExpression, { index, member }: GivenSignal): { readonly value: TSESTree.Node; readonly member: string | undefined } | undefined {
  const argument = list[index];
  if (argument === undefined || list.slice(0, index + 1).some(({ type }) => type === "SpreadElement")) return undefined;
  const written = unwrap(argument);
  if (member === undefined || written.type !== "ObjectExpression") return { value: written, member };
  const value = valueNamed(written, member);
  return value === undefined ? undefined : { value, member: undefined };
}

/** The parameter that a signal, or what it is a member of, comes by. */
export function givenAs(file: FileFacts, node: TSESTree.Node, member: string | undefined, depth = 0): GivenSignal | undefined {
  const place = file.places.placeOf(unwrap(node));
  if (place?.root.kind !== "variable" || place.path.length > 1 || depth > MAXIMUM_DEPTH) return undefined;
  const { variable } = place.root;
  const [step] = place.path;
  if (member !== undefined && step !== undefined) return undefined;
  const [definition] = variable.defs;
  if (variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return undefined;
  const taken = step ?? member;
  if (definition?.type === "Parameter" && isFunction(definition.node)) return givenParameter(definition.node, variable, taken);
  const source = taken === undefined ? patternSource(variable) : initializerOf(variable);
  return source === undefined ? undefined : givenAs(file, source, taken ?? variable.name, depth + 1);
}

function givenParameter(host: FunctionNode, { name, identifiers: [identifier] }: Variable, member: string | undefined): GivenSignal | undefined {
  const index = host.params.findIndex((parameter) => identifier !== undefined && isWithin(identifier, parameter));
  const pattern = host.params[index];
  const bare = pattern?.type === "AssignmentPattern" ? pattern.left : pattern;
  if (bare?.type === "Identifier") return { host, index, member };
  return bare?.type === "ObjectPattern" && member === undefined ? { host, index, member: name } : undefined;
}

function valueNamed({ properties }: TSESTree.ObjectExpression, name: string | undefined): TSESTree.Node | undefined {
  const found = properties.find((property) => property.type === "Property" && memberName(property) === name);
  return found?.type === "Property" ? found.value : undefined;
}

/** Whether a loop gives one and the same value again and again. */
function isSameInLoop(file: FileFacts, call: TSESTree.Node, value: TSESTree.Node): boolean {
  const root = file.places.placeOf(unwrap(value))?.root;
  if (root?.kind !== "variable" || !isInLoop(call)) return false;
  const host = enclosingFunction(call);
  for (let at: TSESTree.Node | undefined = call; at !== undefined && at !== host; at = at.parent ?? undefined) {
    const loop = at;
    if (isLoop(loop) && root.variable.identifiers.some((identifier) => isWithin(identifier, loop))) return false;
  }
  return true;
}
