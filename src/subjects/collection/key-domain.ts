/** How many different keys an insert can come up with: by the shape of the expression, by its type, last by its name. */
import { contentMethods, listMakers, moduleLoaders, sizeMembers } from "../../catalogue/words/language.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import { isHandlerName, isListeningName } from "../../catalogue/words/callbacks.ts";
import { lookingUp, manyValued, writtenOut } from "../../catalogue/words/key-calls.ts";
import { addresses, configuration, domainOfName, isIdentityName, programText, queries, sourceWords, spelling, type Domain } from "../../catalogue/words/key-names.ts";
import { configurationTypes, passingTypes } from "../../catalogue/words/key-types.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, initializerOf, writesOf, type Variable } from "../../facts/variables.ts";
import { annotationOf } from "../../syntax/annotations.ts";
import { calleeName, isFunction, memberName, unwrap } from "../../syntax/tree.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import type { Collection } from "./collection.ts";
import { givesNewValue, isChosenByOthers } from "./endless-keys.ts";
import { CODE_DEFINITIONS, isCalledAsFunction, isCodeArtefact, isNamedType } from "./key-kind.ts";
import { mentions } from "./mentioned-place.ts";
import { namesInKey } from "./names-in-key.ts";

const MAXIMUM_DEPTH = 6;

/** How many keys there are, and whether a name had a say in it. */
export interface KeyDomain {
  readonly domain: Domain;
  readonly isNamed: boolean;
}

interface Question {
  readonly file: FileFacts;
  readonly collection: Collection;
  isNamed: boolean;
}

/** Answers how many keys the expression can take over time. */
export function keyDomain(file: FileFacts, key: TSESTree.Node, collection: Collection): KeyDomain {
  const question: Question = { file, collection, isNamed: false };
  const domain = domainOf(question, key, 0, false);
  return domain === "unbounded" && isWrittenInSources(file, key) ? { domain: "unknown", isNamed: true } : { domain, isNamed: question.isNamed };
}

/** What a name tells, taken down where it tells something. */
function byName(question: Question, name: string): Domain {
  return named(question, domainOfName(name));
}

function named(question: Question, domain: Domain): Domain {
  if (domain !== "unknown") question.isNamed = true;
  return domain;
}

/** `moduleUrl`, `scriptPath`: there are as many as the program has files; in code about GraphQL a query stands in the source. */
function isWrittenInSources(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  const name = node.type === "Identifier" ? node.name : node.type === "MemberExpression" && node.object.type === "Identifier" ? `${node.object.name}_${memberName(node) ?? ""}` : "";
  const words = wordsOf(name);
  if (namesInKey(file, key).some((part) => programText.test(wordsOf(part).at(-1) ?? ""))) return true;
  if (words.some((word) => queries.test(word)) && [...file.imports.modules].some((module) => module.includes("graphql"))) return true;
  return addresses.test(words.at(-1) ?? "") && words.slice(0, -1).some((word) => sourceWords.test(word));
}

/** `asContent`: what counts is what a fresh object or list holds, since a text is made of it, and not which object it is. */
function domainOf(question: Question, expression: TSESTree.Node, depth: number, asContent: boolean): Domain {
  const { file, collection } = question;
  if (depth > MAXIMUM_DEPTH) return "unknown";
  if (file.types.isFiniteDomain(expression) === true) return "bounded";
  const node = unwrap(expression);
  const again = (part: TSESTree.Node): Domain => domainOf(question, part, depth + 1, asContent);
  const contentOf = (part: TSESTree.Node): Domain => domainOf(question, part, depth + 1, true);
  switch (node.type) {
    case "Literal":
      return "bounded";
    case "ObjectExpression":
    case "ArrayExpression":
      return asContent ? domainOfContent(node, contentOf) : "unbounded";
    case "NewExpression":
      return asContent && listMakers.test(calleeName(node) ?? "") ? "unknown" : "unbounded";
    case "ThisExpression":
    case "UpdateExpression":
      return "unbounded";
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      // Nobody asks for an entry under a function that nobody else has: what is registered so is declared.
      return collection.kind === "map" ? "unknown" : "unbounded";
    case "TemplateLiteral":
      return combine(node.expressions.map(contentOf));
    case "BinaryExpression":
      if (node.operator === "%" || node.operator === "&" || node.operator === ">>" || node.operator === ">>>") return "bounded";
      return node.operator === "+" ? combine([again(node.left), again(node.right)]) : "unknown";
    case "UnaryExpression":
      return node.operator === "typeof" || node.operator === "!" ? "bounded" : again(node.argument);
    case "ConditionalExpression":
      return combine([again(node.consequent), again(node.alternate)]);
    case "LogicalExpression":
      return combine([again(node.left), again(node.right)]);
    case "AwaitExpression":
      return again(node.argument);
    case "MemberExpression":
      return domainOfMember(question, node);
    case "Identifier":
      return domainOfIdentifier(question, node, again, contentOf);
    case "CallExpression":
      return domainOfCall(question, node, contentOf);
    default:
      return "unknown";
  }
}

function combine(domains: readonly Domain[]): Domain {
  if (domains.includes("unbounded")) return "unbounded";
  return domains.includes("unknown") ? "unknown" : "bounded";
}

/** As many as its parts allow; of a list that is filled later nothing is known. */
function domainOfContent(node: TSESTree.ObjectExpression | TSESTree.ArrayExpression, again: (part: TSESTree.Node) => Domain): Domain {
  const parts = node.type === "ArrayExpression" ? node.elements : node.properties.map((property) => (property.type === "Property" ? property.value : property.argument));
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? "unknown" : combine(present.map((part) => again(part.type === "SpreadElement" ? part.argument : part)));
}

function domainOfMember(question: Question, node: TSESTree.MemberExpression): Domain {
  const name = memberName(node);
  if (name === undefined) return "unknown";
  if (name === "constructor" || name === "prototype" || /^[A-Z][A-Z\d_]*$/.test(name)) return "bounded";
  const object = unwrap(node.object);
  const root = object.type === "Identifier" ? question.file.variables.variableOf(object)?.defs[0]?.type : undefined;
  if (root === "TSEnumName" || root === "ImportBinding") return "bounded";
  if (sizeMembers.test(name) || isChosenByOthers(question.file, node)) return "unbounded";
  const byMember = byName(question, name);
  const objectName = object.type === "Identifier" ? object.name : object.type === "MemberExpression" ? memberName(object) : undefined;
  if (byMember !== "unknown" || objectName === undefined) return byMember === "unbounded" && configuration.test(objectName ?? "") ? "unknown" : byMember;
  // `packet.id`: as many as there are packets.
  const byObject = byName(question, objectName);
  if (byObject === "unknown" && isIdentityName(name) && root === "Parameter") return named(question, "unbounded");
  return byObject === "unbounded" || (byObject === "bounded" && isIdentityName(name)) ? byObject : "unknown";
}

function domainOfIdentifier(question: Question, node: TSESTree.Identifier, again: (part: TSESTree.Node) => Domain, contentOf: (part: TSESTree.Node) => Domain): Domain {
  const { file } = question;
  const variable = file.variables.variableOf(node);
  const definition = variable?.defs[0];
  if (variable === undefined || definition === undefined) return node.name === "undefined" ? "bounded" : "unknown";
  if (CODE_DEFINITIONS.has(definition.type)) return "bounded";
  const annotation = annotationOf(node) ?? annotationOf(definition.name);
  if (annotation !== undefined && (isCodeArtefact(annotation) || isNamedType(annotation, configurationTypes))) return named(question, "bounded");
  if (annotation !== undefined && isNamedType(annotation, passingTypes)) return named(question, "unbounded");
  if (isCalledAsFunction(variable) || isModuleRequest(variable)) return "bounded";
  const init = initializerOf(variable);
  if (init !== undefined) {
    // A constant of the module is made once: it is the same for each insert.
    if (functionOf(variable) === undefined) return "bounded";
    const byInit = again(init);
    return byInit === "unknown" ? byName(question, node.name) : byInit;
  }
  if (definition.type === "Variable" && turnsRound(variable)) return "bounded";
  if (definition.type === "Variable") return domainOfLoopVariable(question, definition.node, contentOf) ?? byName(question, node.name);
  const own = byName(question, node.name);
  return own === "unbounded" && definition.type === "Parameter" && isEventParameter(file, definition.node, variable) ? "unknown" : own;
}

/** `next = (next + 1) % PLACES`: there are as many as the divisor says. */
function turnsRound(variable: Variable): boolean {
  const written = writesOf(variable).map(({ writeExpr }) => writeExpr);
  return written.some((value) => value?.type === "BinaryExpression") && written.every((value) => value?.type === "Literal" || (value?.type === "BinaryExpression" && value.operator === "%"));
}

/** `on(stream, callback)`, `onNotification(stream, kind, listener)`: what a function listens to by its first parameter has the name of an event. */
function isEventParameter(file: FileFacts, host: TSESTree.Node, variable: Variable): boolean {
  if (!isFunction(host)) return false;
  const [first, ...others] = host.params;
  const isFirst = first?.type === "Identifier" && file.variables.variableOf(first) === variable;
  return isFirst && isListeningName(file.functions.factOf(host).name ?? "") && others.some((other) => other.type === "Identifier" && isHandlerName(other.name));
}

/** `for (const k of FIXED)`: as many keys as the source has; a loop over the collection itself adds none. */
function domainOfLoopVariable({ file, collection }: Question, declarator: TSESTree.VariableDeclarator, contentOf: (part: TSESTree.Node) => Domain): Domain | undefined {
  const loop = declarator.parent.parent;
  if ((loop.type !== "ForOfStatement" && loop.type !== "ForInStatement") || loop.left !== declarator.parent) {
    return loop.type === "ForStatement" ? "bounded" : undefined;
  }
  if (mentions(file, loop.right, collection.place)) return "bounded";
  const source = unwrap(loop.right);
  const iterated = source.type === "CallExpression" && contentMethods.has(calleeName(source) ?? "") ? unwrap(source.arguments[0] ?? source.callee) : source;
  if (iterated.type === "ArrayExpression" || iterated.type === "ObjectExpression") return "bounded";
  if (isModuleConstant(file, iterated)) return "bounded";
  // A `socket` has a few members, whatever comes and goes: only many `sockets` have many keys.
  const isKeyed = loop.type === "ForInStatement" || (iterated !== source && calleeName(source as TSESTree.CallExpression) !== "values");
  if (isKeyed && !isPluralName(iterated)) return undefined;
  return contentOf(loop.right) === "unbounded" ? "unbounded" : undefined;
}

function isPluralName(node: TSESTree.Node): boolean {
  return (node.type === "Identifier" ? node.name : node.type === "MemberExpression" ? memberName(node) : undefined)?.endsWith("s") === true;
}

function isModuleConstant(file: FileFacts, node: TSESTree.Node): boolean {
  if (node.type !== "Identifier") return false;
  const definition = file.variables.variableOf(node)?.defs[0];
  if (definition?.type === "ImportBinding" || definition?.type === "TSEnumName") return true;
  if (definition?.type !== "Variable" || definition.node.init === null) return false;
  const init = unwrap(definition.node.init);
  return definition.parent.kind === "const" && (init.type === "ArrayExpression" || init.type === "ObjectExpression") && (init.type === "ArrayExpression" ? init.elements.length : init.properties.length) > 0;
}

function domainOfCall(question: Question, node: TSESTree.CallExpression, again: (part: TSESTree.Node) => Domain): Domain {
  const name = calleeName(node) ?? "";
  if (givesNewValue(question.file, node)) return "unbounded";
  if (manyValued.has(name) && !(name === "stringify" && node.arguments.length === 0)) {
    return writtenOut.has(name) ? combine(node.arguments.slice(0, 1).map(again).map((domain) => (domain === "bounded" ? "unknown" : domain))) : named(question, "unbounded");
  }
  if (domainOfName(name) === "unbounded") return named(question, "unbounded");
  if (name === "Symbol" || name === "getPrototypeOf") return name === "Symbol" ? "unbounded" : "bounded";
  const parts = node.arguments.filter((argument) => argument.type !== "SpreadElement").map(again);
  const receiver = node.callee.type === "MemberExpression" && node.callee.object.type !== "ThisExpression" ? again(node.callee.object) : undefined;
  const all = receiver === undefined ? parts : [receiver, ...parts];
  // `folderOf(uri)` is one of a few; `keyOf(uri)` is as many as there are URIs.
  if (all.includes("unbounded")) return isLookUp(name) ? "unknown" : "unbounded";
  return all.length > 0 && all.every((domain) => domain === "bounded") ? "bounded" : "unknown";
}

function isLookUp(name: string): boolean {
  const words = wordsOf(name);
  return lookingUp.test(words[0] ?? "") && !spelling.test(words.at(-1) ?? "");
}

/** A key that is also loaded as a module: there are as many as the program has files. */
function isModuleRequest(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const parent = identifier.parent;
    if (parent.type === "ImportExpression") return parent.source === identifier;
    return parent.type === "CallExpression" && parent.arguments[0] === identifier && parent.callee.type === "Identifier" && moduleLoaders.test(parent.callee.name);
  });
}
