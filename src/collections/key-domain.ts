/** How many different keys an insert can come up with: by the shape of the expression, by its type, last by its name. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf, type Variable } from "../facts/variables.ts";
import { annotationOf } from "../syntax/annotations.ts";
import { calleeName, isFunction, memberName, unwrap } from "../syntax/tree.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { domainOfName, isHandlerName, isIdentityName, isListeningName, wordsOf, type Domain } from "../subjects/collection/name-evidence.ts";
import { namesInKey } from "./key-names.ts";
import { mentions } from "../subjects/collection/mentioned-place.ts";

const UNBOUNDED_CALLS = new Set(["randomUUID", "uuid", "uuidv4", "v4", "nanoid", "random", "randomBytes", "now", "uniqueId", "generateId", "createId", "nextId", "digest", "stringify", "inspect"]);
const FRESH_CALLS = new Set(["randomUUID", "uuid", "uuidv4", "v4", "nanoid", "uniqueId", "generateId", "nextId", "Symbol"]);
const TYPE_NAMES = /^(?:Function|Type|Constructor|Class|ClassType|Newable|ComponentType|InjectionToken|Ctor|AbstractType)$|(?:Constructor|Class|Type|Kind|Schema|Ctor|Metadata)$/;
const CONFIGURATION_TYPE_NAMES = /(?:Identifier|Declaration|Options|Config|Plugin|Rule|Definition)$/;
const UNBOUNDED_TYPE_NAMES = /^(?:EventTarget|Element|Node|(?:HTML|SVG)\w*|\w*Socket|\w*Request|IncomingMessage|\w*Response|\w*Connection|AbortSignal|AbortController|MessagePort|Worker|ChildProcess|Promise|Buffer|URL|Uri|URI|Date|Window|Document)$/;
const GENERIC_NAMES = /^(?:.{1,3}|key|keys|name|value|values|item|items|data|path|file|index|input|text|string|args|type|options|opts|config|target|source|self|that)$/;
// A `config.url` is one of the few that somebody has written down.
const CONFIGURATION = /^(?:config|configuration|settings|env|environment)$|(?:Config|Configuration|Settings)$/;
const CODE_DEFINITIONS = new Set<string>(["ClassName", "FunctionName", "ImportBinding", "TSEnumName"]);
const LABELS = /^(?:id|ids|key|keys|hash|digest|token|string|str|text|url|uri|href)$/;
const SOURCE_WORDS = /^(?:source|module|script|style|stylesheet|chunk|bundle|asset|import|schema|plugin|package)$/;
const PROGRAM_TEXT = /^(?:module|script|stylesheet|chunk|bundle)$/;
const MAXIMUM_DEPTH = 6;

/** Answers how many keys the expression can take over time. */
export function keyDomain(file: FileFacts, key: TSESTree.Node, collection: Collection): Domain {
  const domain = domainOf(file, key, collection, 0, false);
  return domain === "unbounded" && isWrittenInSources(file, key) ? "unknown" : domain;
}

/** `moduleUrl`, `scriptPath`: there are as many as the program has files; in code about GraphQL a query stands in the source. */
function isWrittenInSources(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  const name = node.type === "Identifier" ? node.name : node.type === "MemberExpression" && node.object.type === "Identifier" ? `${node.object.name}_${memberName(node) ?? ""}` : "";
  const words = wordsOf(name);
  if (namesInKey(file, key).some((part) => PROGRAM_TEXT.test(wordsOf(part).at(-1) ?? ""))) return true;
  if (words.some((word) => /^(?:query|document)$/.test(word)) && [...file.imports.modules].some((module) => module.includes("graphql"))) return true;
  return /^(?:url|uri|href|path|file|filename)$/.test(words.at(-1) ?? "") && words.slice(0, -1).some((word) => SOURCE_WORDS.test(word));
}

/** `asContent`: what counts is what a fresh object or list holds, since a text is made of it, and not which object it is. */
function domainOf(file: FileFacts, expression: TSESTree.Node, collection: Collection, depth: number, asContent: boolean): Domain {
  if (depth > MAXIMUM_DEPTH) return "unknown";
  if (file.types.isFiniteDomain(expression) === true) return "bounded";
  const node = unwrap(expression);
  const again = (part: TSESTree.Node): Domain => domainOf(file, part, collection, depth + 1, asContent);
  const contentOf = (part: TSESTree.Node): Domain => domainOf(file, part, collection, depth + 1, true);
  switch (node.type) {
    case "Literal":
      return "bounded";
    case "ObjectExpression":
    case "ArrayExpression":
      return asContent ? domainOfContent(node, contentOf) : "unbounded";
    case "NewExpression":
      return asContent && /^(?:Map|Set|Array)$/.test(calleeName(node) ?? "") ? "unknown" : "unbounded";
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
      return domainOfMember(file, node);
    case "Identifier":
      return domainOfIdentifier(file, node, collection, again, contentOf);
    case "CallExpression":
      return domainOfCall(node, contentOf);
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

function domainOfMember(file: FileFacts, node: TSESTree.MemberExpression): Domain {
  const name = memberName(node);
  if (name === undefined) return "unknown";
  if (name === "constructor" || name === "prototype" || /^[A-Z][A-Z\d_]*$/.test(name)) return "bounded";
  const object = unwrap(node.object);
  const root = object.type === "Identifier" ? file.variables.variableOf(object)?.defs[0]?.type : undefined;
  if (root === "TSEnumName" || root === "ImportBinding") return "bounded";
  if (/^(?:length|size)$/.test(name)) return "unbounded";
  const byName = domainOfName(name);
  const objectName = object.type === "Identifier" ? object.name : object.type === "MemberExpression" ? memberName(object) : undefined;
  if (byName !== "unknown" || objectName === undefined) return byName === "unbounded" && CONFIGURATION.test(objectName ?? "") ? "unknown" : byName;
  // `packet.id`: as many as there are packets.
  const byObject = domainOfName(objectName);
  if (byObject === "unknown" && isIdentityName(name) && root === "Parameter") return "unbounded";
  return byObject === "unbounded" || (byObject === "bounded" && isIdentityName(name)) ? byObject : "unknown";
}

function domainOfIdentifier(file: FileFacts, node: TSESTree.Identifier, collection: Collection, again: (part: TSESTree.Node) => Domain, contentOf: (part: TSESTree.Node) => Domain): Domain {
  const variable = file.variables.variableOf(node);
  const definition = variable?.defs[0];
  if (variable === undefined || definition === undefined) return node.name === "undefined" ? "bounded" : "unknown";
  if (CODE_DEFINITIONS.has(definition.type)) return "bounded";
  const annotation = annotationOf(node) ?? annotationOf(definition.name);
  if (annotation !== undefined && (isCodeArtefact(annotation) || isNamedType(annotation, CONFIGURATION_TYPE_NAMES))) return "bounded";
  if (annotation !== undefined && isNamedType(annotation, UNBOUNDED_TYPE_NAMES)) return "unbounded";
  if (isCalledAsFunction(variable) || isModuleRequest(variable)) return "bounded";
  const init = initializerOf(variable);
  if (init !== undefined) {
    const byInit = again(init);
    return byInit === "unknown" ? domainOfName(node.name) : byInit;
  }
  if (definition.type === "Variable") return domainOfLoopVariable(file, definition.node, collection, contentOf) ?? domainOfName(node.name);
  const byName = domainOfName(node.name);
  return byName === "unbounded" && definition.type === "Parameter" && isEventParameter(file, definition.node, variable) ? "unknown" : byName;
}

/** `on(stream, callback)`, `onNotification(stream, kind, listener)`: what a function listens to by its first parameter has the name of an event. */
function isEventParameter(file: FileFacts, host: TSESTree.Node, variable: Variable): boolean {
  if (!isFunction(host)) return false;
  const [first, ...others] = host.params;
  const isFirst = first?.type === "Identifier" && file.variables.variableOf(first) === variable;
  return isFirst && isListeningName(file.functions.factOf(host).name ?? "") && others.some((other) => other.type === "Identifier" && isHandlerName(other.name));
}

/** `for (const k of FIXED)`: as many keys as the source has; a loop over the collection itself adds none. */
function domainOfLoopVariable(file: FileFacts, declarator: TSESTree.VariableDeclarator, collection: Collection, contentOf: (part: TSESTree.Node) => Domain): Domain | undefined {
  const loop = declarator.parent.parent;
  if ((loop.type !== "ForOfStatement" && loop.type !== "ForInStatement") || loop.left !== declarator.parent) {
    return loop.type === "ForStatement" ? "bounded" : undefined;
  }
  if (mentions(file, loop.right, collection.place)) return "bounded";
  const source = unwrap(loop.right);
  const iterated = source.type === "CallExpression" && ["keys", "values", "entries"].includes(calleeName(source) ?? "") ? unwrap(source.arguments[0] ?? source.callee) : source;
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

function domainOfCall(node: TSESTree.CallExpression, again: (part: TSESTree.Node) => Domain): Domain {
  const name = calleeName(node) ?? "";
  if (UNBOUNDED_CALLS.has(name) && !(name === "stringify" && node.arguments.length === 0)) {
    return name === "stringify" || name === "inspect" ? combine(node.arguments.slice(0, 1).map(again).map((domain) => (domain === "bounded" ? "unknown" : domain))) : "unbounded";
  }
  if (domainOfName(name) === "unbounded") return "unbounded";
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
  return /^(?:get|find|lookup|select|pick|choose|match|closest)$/.test(words[0] ?? "") && !LABELS.test(words.at(-1) ?? "");
}

/** Types whose values are written in the source: constructors, functions, enums by habit, symbols, configuration. */
function isCodeArtefact(annotation: TSESTree.TypeNode): boolean {
  switch (annotation.type) {
    case "TSFunctionType":
    case "TSConstructorType":
    case "TSSymbolKeyword":
    case "TSBooleanKeyword":
    case "TSLiteralType":
      return true;
    case "TSTypeOperator":
      return annotation.operator === "keyof";
    case "TSUnionType":
      return annotation.types.every((type) => type.type === "TSNullKeyword" || type.type === "TSUndefinedKeyword" || isCodeArtefact(type));
    case "TSTypeReference":
      return isNamedType(annotation, TYPE_NAMES);
    default:
      return false;
  }
}

/** Whether a key is declared as an object that comes and goes: `host: Element`, `agent: Socket`. */
export function isOfPassingType(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  const definition = node.type === "Identifier" ? file.variables.variableOf(node)?.defs[0] : undefined;
  const annotation = definition === undefined ? undefined : annotationOf(definition.name);
  return annotation !== undefined && isNamedType(annotation, UNBOUNDED_TYPE_NAMES);
}

function isNamedType(annotation: TSESTree.TypeNode, names: RegExp): boolean {
  return annotation.type === "TSTypeReference" && annotation.typeName.type === "Identifier" && names.test(annotation.typeName.name);
}

/** Whether a key is a piece of the program for sure: a class, a function, an import, something that is called. */
export function isCodeKey(file: FileFacts, key: TSESTree.Node): boolean {
  const node = unwrap(key);
  if (node.type === "MemberExpression") return memberName(node) === "constructor" || memberName(node) === "prototype";
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const definition = variable?.defs[0];
  if (variable === undefined || definition === undefined) return false;
  const annotation = annotationOf(definition.name);
  return CODE_DEFINITIONS.has(definition.type) || isCalledAsFunction(variable) || (annotation !== undefined && isCodeArtefact(annotation));
}

/** A key that is called, constructed or asked for its prototype is a piece of the program. */
function isCalledAsFunction(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const parent = identifier.parent;
    if (parent.type === "NewExpression" || parent.type === "CallExpression") return parent.callee === identifier;
    return parent.type === "MemberExpression" && parent.object === identifier && memberName(parent) === "prototype";
  });
}

/** Whether a parameter or variable is used as an object: its members are read, here or where the file uses the same name. */
export function isObjectByUse(file: FileFacts, key: TSESTree.Node): boolean {
  const primitive = file.types.isPrimitive(key);
  if (primitive !== undefined) return !primitive;
  const node = unwrap(key);
  if (node.type === "ThisExpression") return true;
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined) return false;
  if (readsObjectMember(variable)) return true;
  if (variable.defs[0]?.type !== "Parameter" || GENERIC_NAMES.test(variable.name)) return false;
  return (file.sourceCode.scopeManager?.scopes ?? []).some((scope) => {
    const namesake = scope.set.get(variable.name);
    return namesake !== undefined && namesake.defs[0]?.type === "Parameter" && readsObjectMember(namesake);
  });
}

/** A key that is also loaded as a module: there are as many as the program has files. */
function isModuleRequest(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const parent = identifier.parent;
    if (parent.type === "ImportExpression") return parent.source === identifier;
    return parent.type === "CallExpression" && parent.arguments[0] === identifier && parent.callee.type === "Identifier" && /^(?:require|__non_webpack_require__)$/.test(parent.callee.name);
  });
}

function readsObjectMember(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const parent = identifier.parent;
    return parent.type === "MemberExpression" && parent.object === identifier && !parent.computed && !isTextMember(memberName(parent) ?? "length");
  });
}

function isTextMember(name: string): boolean {
  return name === "length" || Object.hasOwn(String.prototype, name) || Object.hasOwn(Number.prototype, name);
}

/** Whether a key is made anew for each insert: a running number, a random id, a fresh symbol. */
export function isFreshKey(file: FileFacts, key: TSESTree.Node, depth = 0): boolean {
  const node = unwrap(key);
  if (node.type === "UpdateExpression") return true;
  if (node.type === "TemplateLiteral") return node.expressions.some((part) => isFreshKey(file, part, depth));
  if (node.type === "CallExpression") return FRESH_CALLS.has(calleeName(node) ?? "");
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init !== undefined && depth < MAXIMUM_DEPTH && isFreshKey(file, init, depth + 1);
}
