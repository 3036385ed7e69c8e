/** Keys that are made here and used elsewhere: by functions named after it, by resolvers of memoizers, and by memoizing decorators. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { FunctionFact } from "../facts/functions.ts";
import { calleeName, isFunction, memberName, unwrap, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { collectForms, isText, type KeyForm } from "./key-form.ts";
import { collectReturns } from "./returned-values.ts";
import type { UnstableKey } from "./verdicts.ts";
import { findVolatility, nameOf, type Volatility } from "./volatility.ts";

const KEY_MAKER = /^key(?:For|Of|From|By)[A-Z]?|(?:[cC]ache|[mM]emo)Key(?:For|Of|From|By)?|^(?:get|make|build|create|compute|generate|to)\w*CacheKey/;
const MEMOIZER = /^memo(?:ize|ise)?(?:d|Sync|Async)?$/i;
const RESOLVER_OPTIONS = new Set(["cacheKey", "normalizer", "resolver", "serialize", "transformKey", "keyGenerator", "hash"]);
const BUILT_INLINE = /^(?:params|options|opts|args|props|query|input|request)$/i;

/** Collects the keys that leave out what they are to tell apart; none of them is more than likely, for their use is not seen. */
export function collectMadeKeys(file: FileFacts): UnstableKey[] {
  const makers = file.functions.all.filter(({ name }) => name !== undefined && KEY_MAKER.test(name));
  return [
    ...makers.flatMap(({ node, name }) => collectFromFunction(file, node, name ?? "")),
    ...file.nodes.calls.flatMap((call) => collectFromMemoizer(file, call)),
    ...file.functions.all.flatMap((fact) => collectFromDecorator(file, fact)),
  ];
}

function collectFromFunction(file: FileFacts, node: FunctionNode, holder: string): UnstableKey[] {
  const returned = collectReturns(node, file.visitorKeys) ?? [];
  const verdicts = returned.flatMap((value): UnstableKey[] => {
    const form = buildKeyForm(file, value);
    const forms = form.kind === "choice" ? form.options : [form];
    const texts = forms.filter(isText);
    const found = texts.map((text) => findVolatility(file, text, false) ?? findLeftOut(file, text)).find((volatility) => volatility !== undefined);
    if (found === undefined) return [];
    return [{ reason: found.kind, subject: found.subject, holder, sites: [value], insert: undefined, clauses: found.reasons, confidence: "likely" }];
  });
  return verdicts.slice(0, 1);
}

/** `list.length` and `Object.keys(options)`: the number or the names of what should be told apart by its values. */
function findLeftOut(file: FileFacts, form: KeyForm): Volatility | undefined {
  for (const part of collectForms(form)) {
    if (part.kind === "member" && part.name === "length" && part.of.kind === "input" && part.of.origin !== "kept") {
      return { kind: "lossy", confidence: "likely", subject: part.node, reasons: [`of ${nameOf(file, part.of.node)} it keeps the length only`, "lists of one length share an entry"] };
    }
    if (part.kind === "fresh" && part.what.includes("Object.keys")) {
      return { kind: "lossy", confidence: "likely", subject: part.node, reasons: [`${nameOf(file, part.node)} keeps the names only`, "objects with other values share an entry"] };
    }
  }
  return undefined;
}

function collectFromMemoizer(file: FileFacts, call: CallNode): UnstableKey[] {
  const name = calleeName(call);
  const resolver = name !== undefined && MEMOIZER.test(name) ? resolverOf(call) : undefined;
  return resolver === undefined || name === undefined ? [] : collectFromFunction(file, resolver, name);
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
  // A parser of plain JavaScript gives no decorators.
  const decorators = (method.decorators as typeof method.decorators | undefined) ?? [];
  const decorator = decorators.find(({ expression }) => expression.type === "CallExpression" && expression.arguments.length === 0 && MEMOIZER.test(calleeName(expression) ?? ""));
  const isObject = file.types.isPrimitive(parameter) === false || parameter.typeAnnotation?.typeAnnotation.type === "TSTypeReference";
  if (decorator === undefined || !isObject) return [];
  const clauses = [`\`${parameter.name}\` is an object that callers build for each call`, "entries under it are found by identity"];
  return [{ reason: "identity", subject: parameter, holder: memberName(method) ?? "it", sites: [method], insert: decorator, clauses, confidence: "likely" }];
}
