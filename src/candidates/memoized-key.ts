/** Keys that a memoizer makes of the arguments of a call. */
import type { MemoizerApi } from "../catalogue/data/memoizers.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { findMemoizer, memoizersIn } from "../subjects/key/memoizer-apis.ts";
import { collectMemoizedCalls, collectMemoizedMethods, hasOwnWay, type MemoizedCall, type MemoizedMethod } from "../subjects/key/memoized-functions.ts";
import { madeForCall } from "../subjects/key/new-object.ts";
import type { CallNode, FunctionNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** An argument that is the key of a call, as it is. */
export interface MemoizedArgument extends Candidate, Omit<MemoizedCall, "keys"> {
  /** The object that is made for the call, in words; undefined where it is anything else. */
  readonly made: string | undefined;
}

/** Collects them, those of one call in one list. */
export function collectMemoizedArguments(file: FileFacts): readonly (readonly MemoizedArgument[])[] {
  return collectMemoizedCalls(file).map(({ memoized, call, keys }) => keys.map((node) => ({ node, memoized, call, made: madeForCall(file, node) })));
}

/** A parameter that is the key of a method's calls, as it is. */
export type MemoizedParameter = Candidate & MemoizedMethod;

/** Collects them, those of one method in one list. */
export function collectMemoizedParameters(file: FileFacts): readonly (readonly MemoizedParameter[])[] {
  return collectMemoizedMethods(file).map((ofMethod) => ofMethod.map((method) => ({ node: method.parameter, ...method })));
}

/** A memoized function, keyed by its arguments or the first of them. */
export interface KeyedFunction extends Candidate {
  readonly call: CallNode;
  readonly api: MemoizerApi;
  readonly keyed: FunctionNode;
}

/** Collects those whose function the file shows and whose keys are the memoizer's to make. */
export function collectKeyedFunctions(file: FileFacts): readonly KeyedFunction[] {
  if (memoizersIn(file).length === 0) return [];
  return file.nodes.calls.flatMap((call) => {
    const api = call.type === "CallExpression" ? findMemoizer(file, call.callee, "wrapper") : undefined;
    const keyed = call.arguments[0] === undefined ? undefined : file.functions.functionValueOf(call.arguments[0]);
    return api === undefined || keyed === undefined || hasOwnWay(api, call.arguments) ? [] : [{ node: call, call, api, keyed }];
  });
}
