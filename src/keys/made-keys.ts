/** Keys that are made here and used elsewhere: by functions named after it, by resolvers of memoizers, and by memoizing decorators. */
import { weakest, type Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { FunctionFact } from "../facts/functions.ts";
import { calleeName, decoratorsOf, isFunction, memberName, unwrap, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { isText } from "../subjects/key/key-form.ts";
import { findLeftOut } from "./left-out.ts";
import { collectLeftOutInputs } from "./left-out-inputs.ts";
import { collectUncachedCalls } from "./memoized-functions.ts";
import { findMemoizer, memoizersIn } from "../subjects/key/memoizer-apis.ts";
import { collectNamedKeys } from "./named-keys.ts";
import { collectReturns } from "../subjects/key/returned-values.ts";
import type { UnstableKey } from "./verdicts.ts";
import { findVolatility } from "./volatility.ts";

const KEY_MAKER = /^key(?:For|Of|From|By)[A-Z]?|(?:[cC]ache|[mM]emo)Key(?:For|Of|From|By)?|^(?:get|make|build|create|compute|generate|to)\w*CacheKey/;
const MEMOIZER_NAMES = ["memoize", "memoise", "Memoize", "memoized", "memoizeSync", "memoizeAsync", "memoizee", "pMemoize", "memoizeWith"];
const RESOLVER_OPTIONS = new Set(["cacheKey", "normalizer", "resolver", "serialize", "transformKey", "keyGenerator", "hash", "cacheKeyFn", "hashFunction", "transformArgs"]);
const BUILT_INLINE = /^(?:params|options|opts|args|props|query|input|request)$/i;

/** Collects the keys that leave out what they are to tell apart, and those that no call can give twice. */
export function collectMadeKeys(file: FileFacts): UnstableKey[] {
  const makers = file.functions.all.filter(({ name }) => name !== undefined && KEY_MAKER.test(name));
  const uncached = collectUncachedCalls(file);
  const known = new Set(uncached.map(({ subject }) => subject));
  return [
    // Its use is not seen, so that what a function named after keys returns is likely at most.
    ...makers.flatMap(({ node, name }) => collectFromFunction(file, { maker: node, holder: name ?? "", keyed: undefined, limit: "likely" })),
    ...memoizerCalls(file).flatMap((call) => collectFromMemoizer(file, call)),
    ...uncached,
    ...collectLeftOutInputs(file),
    ...collectNamedKeys(file),
    ...file.functions.all.flatMap((fact) => collectFromDecorator(file, fact)).filter(({ subject }) => !known.has(subject)),
  ];
}

interface KeyMaker {
  readonly maker: FunctionNode;
  readonly holder: string;
  /** The function whose calls the keys are for. */
  readonly keyed: FunctionNode | undefined;
  readonly limit: Confidence;
}

function collectFromFunction(file: FileFacts, { maker, holder, keyed, limit }: KeyMaker): UnstableKey[] {
  const returned = collectReturns(file, maker) ?? [];
  const verdicts = returned.flatMap((value): UnstableKey[] => {
    const form = buildKeyForm(file, value);
    const forms = form.kind === "choice" ? form.options : [form];
    const texts = forms.filter(isText);
    const found = texts.map((text) => findVolatility(file, text, false) ?? findLeftOut(file, text, maker, keyed)).find((volatility) => volatility !== undefined);
    if (found === undefined) return [];
    return [{ reason: found.kind, subject: found.subject, holder, sites: [value], insert: undefined, clauses: found.reasons, confidence: weakest(limit, found.confidence) }];
  });
  return verdicts.slice(0, 1);
}

/** The calls that by import or by name memoize a function. */
function memoizerCalls(file: FileFacts): readonly CallNode[] {
  return memoizersIn(file).length > 0 ? file.nodes.calls : MEMOIZER_NAMES.flatMap((name) => file.calls.named(name));
}

function collectFromMemoizer(file: FileFacts, call: CallNode): UnstableKey[] {
  const name = calleeName(call);
  const api = findMemoizer(file, call.callee, "wrapper") ?? findMemoizer(file, call.callee, "loader");
  const resolver = name !== undefined && (api !== undefined || MEMOIZER_NAMES.includes(name)) ? resolverOf(call) : undefined;
  if (resolver === undefined || name === undefined) return [];
  const [memoized] = call.arguments;
  const keyed = memoized === undefined ? undefined : file.functions.functionValueOf(memoized);
  return collectFromFunction(file, { maker: resolver, holder: name, keyed, limit: api === undefined ? "likely" : "certain" });
}

function resolverOf(call: CallNode): FunctionNode | undefined {
  const given = call.arguments[1] === undefined ? undefined : unwrap(call.arguments[1]);
  if (isFunction(given)) return given;
  if (given?.type !== "ObjectExpression") return undefined;
  const property = given.properties.find((candidate) => candidate.type === "Property" && RESOLVER_OPTIONS.has(memberName(candidate) ?? ""));
  const value = property?.type === "Property" ? unwrap(property.value) : undefined;
  return isFunction(value) ? value : undefined;
}

/** `@Memoize()` on a method keys by its first argument as such: an object of parameters, built for each call, is never found again. */
function collectFromDecorator(file: FileFacts, { node }: FunctionFact): UnstableKey[] {
  const method = node.parent;
  const [parameter] = node.params;
  if (method.type !== "MethodDefinition" || parameter?.type !== "Identifier" || !BUILT_INLINE.test(parameter.name)) return [];
  const decorator = decoratorsOf(method).find(({ expression }) => expression.type === "CallExpression" && expression.arguments.length === 0 && MEMOIZER_NAMES.includes(calleeName(expression) ?? ""));
  const isObject = file.types.isPrimitive(parameter) === false || parameter.typeAnnotation?.typeAnnotation.type === "TSTypeReference";
  if (decorator === undefined || !isObject) return [];
  const clauses = [`\`${parameter.name}\` is an object that callers build for each call`, "entries under it are found by identity"];
  return [{ reason: "identity", subject: parameter, holder: memberName(method) ?? "it", sites: [method], insert: decorator, clauses, confidence: "likely" }];
}
