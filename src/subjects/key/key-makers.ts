/** Functions that make keys which are used elsewhere: those named after it, and the resolvers of memoizers. */
import { keyMakers, memoizerNames, resolverOptions } from "../../catalogue/words/key-makers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, isFunction, memberName, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { findMemoizer, memoizersIn } from "./memoizer-apis.ts";

export interface KeyMaker {
  readonly maker: FunctionNode;
  readonly holder: string;
  /** The function whose calls the keys are for. */
  readonly keyed: FunctionNode | undefined;
  /** Whether the catalogue knows what takes the keys, and not only a name says so. */
  readonly isCatalogued: boolean;
}

/** Collects them. */
export function collectKeyMakers(file: FileFacts): readonly KeyMaker[] {
  const named = file.functions.all.filter(({ name }) => name !== undefined && keyMakers.test(name));
  const calls = memoizersIn(file).length > 0 ? file.nodes.calls : memoizerNames.flatMap((name) => file.calls.named(name));
  return [
    ...named.map(({ node, name }) => ({ maker: node, holder: name ?? "", keyed: undefined, isCatalogued: false })),
    ...calls.flatMap((call) => resolverOf(file, call) ?? []),
  ];
}

function resolverOf(file: FileFacts, call: CallNode): KeyMaker | undefined {
  const holder = calleeName(call);
  const api = findMemoizer(file, call.callee, "wrapper") ?? findMemoizer(file, call.callee, "loader");
  const maker = holder !== undefined && (api !== undefined || memoizerNames.includes(holder)) ? functionGiven(call) : undefined;
  if (maker === undefined || holder === undefined) return undefined;
  const [memoized] = call.arguments;
  return { maker, holder, keyed: memoized === undefined ? undefined : file.functions.functionValueOf(memoized), isCatalogued: api !== undefined };
}

function functionGiven(call: CallNode): FunctionNode | undefined {
  const given = call.arguments[1] === undefined ? undefined : unwrap(call.arguments[1]);
  if (isFunction(given)) return given;
  if (given?.type !== "ObjectExpression") return undefined;
  const property = given.properties.find((candidate) => candidate.type === "Property" && resolverOptions.has(memberName(candidate) ?? ""));
  const value = property?.type === "Property" ? unwrap(property.value) : undefined;
  return isFunction(value) ? value : undefined;
}
